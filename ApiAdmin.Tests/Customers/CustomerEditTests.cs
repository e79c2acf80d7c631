using ApiAdmin.Core;
using ApiAdmin.Core.Customers;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Web.Customers;
using ApiAdmin.Web.Customers.Edit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace ApiAdmin.Tests.Customers;

public sealed class CustomerEditTests
{
    private static readonly CustomerCatalog Catalog = new(
        [new CustomerField { Id = "cf_1", Title = "Size" }, new CustomerField { Id = "cf_2", Title = "Colour" }], [], [new VipLevel { Id = "v_1", Name = "Gold" }]);

    private static readonly CustomerParts Parts = new(
        Catalog, new ServiceCollection().AddLocalization().AddLogging().BuildServiceProvider().GetRequiredService<IStringLocalizer<CustomerTexts>>());

    [Fact]
    public void IsDirty_WithEmptyRowsAndBlankTexts_IsFalse()
    {
        var edit = new CustomerEdit(null, new Customer { Nick = "x", Phones = ["1"] }, Catalog);

        edit.Change(customer => customer with { Phones = ["1", " "], RealName = "", Accounts = [new(AccountKind.LineId, "")] });

        Assert.False(edit.IsDirty);
        Assert.Equal(["1"], edit.Send().Phones);
        edit.Change(customer => customer with { Phones = ["2"] });
        Assert.True(edit.IsDirty);
    }

    [Fact]
    public void Conflict_Merged_TakesOfEachPartWhatWasChosen()
    {
        var opened = new Customer { Nick = "Li", City = "Wuhan", Vip = false, Fields = Fields(("cf_1", "S")) };
        var mine = opened with { City = "Beijing", Phones = ["1"], Fields = Fields(("cf_1", "M")) };
        var theirs = opened with { City = "Xian", Vip = true, VipLevel = "v_1", Fields = Fields(("cf_1", "S"), ("cf_2", "red")) };

        var conflict = new CustomerConflict(new StaleException("x", "Ben", default, "tag"), opened, mine, Stored(theirs), Parts);

        Assert.Equal(
            [("phones", false, true), ("vip", false, false), ("city", true, true), ("fields.cf_1", false, true), ("fields.cf_2", false, false)],
            conflict.Parts.Select(part => (part.Part.Name, part.BothChanged, part.MineProposed)));
        Assert.Equal(
            theirs with { Phones = ["1"], Fields = Fields(("cf_1", "M"), ("cf_2", "red")) },
            conflict.Merge(new Dictionary<string, bool>(StringComparer.Ordinal) { ["city"] = false }));
    }

    [Theory]
    [InlineData("vip", "yes", "yes")]
    [InlineData("sex", "female", "Female")]
    [InlineData("accounts", "wxOpenId: a\nhttp: b", "WeChat OpenID: a\nhttp: b")]
    [InlineData("nick", "yes", "yes")]
    [InlineData("remark", null, null)]
    public void Shown_OfAHistoryValue_SaysItInTheLanguageOfThePage(string name, string? text, string? shown) => Assert.Equal(shown, Parts.Shown(name, text));

    [Fact]
    public void Labels_OfEveryMemberOfTheHistory_AreTexts()
    {
        string[] names =
        [
            "nick", "realName", "sex", "phones", "emails", "accounts", "visitorIds", "country", "province", "city", "remark", "vip", "vipLevel",
            "blacklisted", "blacklistReason", "enterprise", "source", "owner", "tags",
        ];

        Assert.DoesNotContain(names, name => Parts.Label(name).StartsWith("Field.", StringComparison.Ordinal));
        Assert.Equal("Size", Parts.Label("fields.cf_1"));
        Assert.Equal("cf_9", Parts.Label("fields.cf_9"));
    }

    private static ValueMap<ValueList<string>> Fields(params (string Id, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create<string, ValueList<string>>(field.Id, [field.Value])));

    private static StoredCustomer Stored(Customer customer) => new()
    {
        Id = 1, Customer = customer, IsMasked = false, Tag = "tag", CreatedAt = default, CreatedBy = "x", UpdatedAt = default, UpdatedBy = "Ben",
    };
}
