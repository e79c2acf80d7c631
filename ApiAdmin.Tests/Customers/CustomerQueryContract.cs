using System.Buffers;
using System.Text;
using ApiAdmin.Core.Customers;
using ApiAdmin.Core.Customers.Query;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Tests.Customers;

/// <summary>The wire format of the internal query as whole documents.</summary>
public abstract class CustomerQueryContract(StorageProvider provider) : CustomerContract(provider)
{
    [SkippableFact]
    public async Task Answer_OnlyTheRequiredMembers_HasTheFiveThatAreAlwaysThere()
    {
        var created = await CreateAsync(new Customer { Nick = "A \"b\"" });

        Assert.Equal(
            $$"""{"id":"{{created.Id}}","nick":"A \"b\"","sexName":"","userStatusName":"normal","isblack":"0"}""",
            await AskAsync(new CustomerQuery(Id: $"00{created.Id}")));
    }

    [SkippableFact]
    public async Task Answer_EveryMemberSet_IsTheWholeDocument()
    {
        await Access.Get<TagService>().CreateAsync(Host, new CustomerTag { Id = "t_1", Group = "Kind", Name = "New" }, default);
        await Access.Get<TagService>().CreateAsync(Host, new CustomerTag { Id = "t_2", Group = "Kind", Name = "Old \"9\"" }, default);
        await Access.Get<TagService>().CreateAsync(Host, new CustomerTag { Id = "t_3", Group = "Lang", Name = "中文" }, default);
        await Access.Get<VipLevelService>().CreateAsync(Host, new VipLevel { Id = "v_7", Name = "Gold" }, default);
        var fields = Access.Get<CustomerFieldService>();
        await fields.CreateAsync(Host, new CustomerField { Id = "cf_1", Title = "Text" }, default);
        await fields.CreateAsync(Host, new CustomerField { Id = "cf_2", Title = "Box", Type = CustomerFieldType.Checkbox, Options = [new("a", "Apple"), new("b", "Pear")] }, default);
        await fields.CreateAsync(Host, new CustomerField { Id = "cf_3", Title = "Place", Type = CustomerFieldType.Cascade, Options = [new("hb", "Hubei"), new("wh", "Wuhan", "hb")] }, default);
        var created = await CreateAsync(Full() with
        {
            Accounts = [.. AccountKinds.All.Select(kind => new CustomerAccount(kind, $"id-{kind}"))], VisitorIds = ["v1", "v2"], Emails = ["a@x.com", "b@x.com"],
            VipLevel = "v_7", Tags = ["t_3", "t_1", "t_2"], Fields = CustomerListsContract.Values(("cf_1", ["x"]), ("cf_2", ["b", "a"]), ("cf_3", ["wh"])),
        });

        var expected = $$"""
            {"id":"{{created.Id}}","nick":"Li Na","sexName":"Female","userStatusName":"blacklist","isblack":"1",
            "tel":"+8613800138000;+861065529988","email":"a@x.com;b@x.com","visitorids":"v1,v2","partner_id":"id-PartnerId","wx_unionid":"id-WxUnionId",
            "wx_openid":"id-WxOpenId","wx_external_userid":"id-WxExternalUserId","whatsappid":"id-WhatsappId","faceBookid":"id-FaceBookId",
            "instagramid":"id-InstagramId","lineid":"id-LineId","telegramid":"id-TelegramId","discordid":"id-DiscordId",
            "uname":"李娜","countryName":"China","provice_name":"Hubei","city_name":"Wuhan","remark":"Calls\nin the evening",
            "enterprise_name":"Tennis Ltd","sourceName":"web","liableServiceName":"agent-1","isVip":"1","vipLevel":"v_7","vipLeveName":"Gold",
            "userLabel":"t_1,t_2,t_3","userLableName":"\"Kind\": \"New\", \"Old \\\"9\\\"\"; \"Lang\": \"中文\"","cf_1":"x","cf_2":"Apple,Pear","cf_3":"Hubei/Wuhan"}
            """.ReplaceLineEndings("");
        foreach (var kind in AccountKinds.All)
        {
            Assert.Equal(expected, await AskAsync(new CustomerQuery(ThirdAccountId: $"id-{kind}")));
        }
    }

    [SkippableFact]
    public async Task Answer_NobodyOrNothingGivenOrDeleted_IsTheFourBytesNull()
    {
        var created = await CreateAsync(Full());
        CustomerQuery[] nobody =
        [
            default, new(Tel: " "), new(Id: "1"), new(Id: "x"), new(Tel: "none"), new(Tel: "13800138001"), new(Email: "x@x.com"), new(ThirdAccountId: "a\0b"),
            new(Tel: "13800138000", Email: "other@example.com"), new(ThirdAccountId: "visitor-7"), new(Email: "\ud800"),
        ];
        foreach (var query in nobody)
        {
            Assert.Equal("null", await AskAsync(query));
        }

        await Access.Get<CustomerRemoval>().DeleteAsync(Host, created.Id, created.Tag, default);
        Assert.Equal("null", await AskAsync(new CustomerQuery(Tel: "13800138000")));
        Assert.Equal("null", await AskAsync(new CustomerQuery(Id: $"{created.Id}")));
    }

    [SkippableFact]
    public async Task Answer_SharedPhone_IsTheLastUpdatedThenTheLowestIdWithTheCount()
    {
        var first = await CreateAsync(new Customer { Nick = "First", Phones = ["13800138000"] });
        await CreateAsync(new Customer { Nick = "Second", Phones = ["13800138000"], Emails = ["s@x.com"] });
        await CreateAsync(new Customer { Nick = "Third", Phones = ["13800138000"] });

        Assert.Contains("First", await AskAsync(new CustomerQuery(Tel: "13800138000"), 3), StringComparison.Ordinal);
        Assert.Contains("Second", await AskAsync(new CustomerQuery(Tel: "13800138000", Email: "S@X.com"), 1), StringComparison.Ordinal);
        Access.Clock.Advance(TimeSpan.FromSeconds(1));
        await Customers.SetVipAsync(Host, first.Id + 2, vip: true, null, default);
        Assert.Contains("Third", await AskAsync(new CustomerQuery(Tel: "13800138000"), 3), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Answer_MergedId_IsTheSurvivor()
    {
        var one = await CreateAsync(new Customer { Nick = "One" });
        var two = await CreateAsync(new Customer { Nick = "Two", Emails = ["two@x.com"] });
        await Access.Get<CustomerMerging>().MergeAsync(Host, one.Id, two.Id, one.Tag, default);

        var answer = await AskAsync(new CustomerQuery(Id: $"{two.Id}", Email: "two@x.com"));

        Assert.StartsWith($$"""{"id":"{{one.Id}}","nick":"One",""", answer, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Answer_PhonesOfTwentyCountries_AreFoundInEveryNotation()
    {
        (string Stored, string[] Asked)[] numbers =
        [
            ("+8613800138000", ["+86 138-0013-8000", "008613800138000", "13800138000", "１３８００１３８０００", " 8613800138000", "86 138 0013 8000", "138.0013.8000"]),
            ("+12025550123", ["+1 (202) 555-0123", "0012025550123", " 12025550123"]),
            ("+442079460018", ["+44 (0)20 7946 0018", "00442079460018", "+44 20 7946 0018"]),
            ("+4915112345678", ["+49 151 12345678", "0049 (0)151 12345678", " 49 151 12345678"]),
            ("+33612345678", ["+33 6 12 34 56 78", "0033612345678", "+33 (0)6 12 34 56 78"]),
            ("+390612345678", ["+39 06 1234 5678", "00390612345678"]),
            ("+34612345678", ["+34 612 345 678"]),
            ("+5511987654321", ["+55 (11) 98765-4321", "005511987654321"]),
            ("+919876543210", ["+91 98765 43210", "00919876543210", "+91-098765-43210"]),
            ("+819012345678", ["+81 90-1234-5678", "+81 (0)90-1234-5678"]),
            ("+821012345678", ["+82 10-1234-5678", "+82 (0)10 1234 5678"]),
            ("+79161234567", ["+7 (916) 123-45-67", "0079161234567"]),
            ("+966512345678", ["+966 51 234 5678", "٠٠٩٦٦٥١٢٣٤٥٦٧٨"]),
            ("+971501234567", ["+971 50 123 4567"]),
            ("+201001234567", ["+20 100 123 4567", "+20 (0)100 123 4567"]),
            ("+2348031234567", ["+234 803 123 4567"]),
            ("+27821234567", ["+27 82 123 4567", "+27 (0)82 123 4567"]),
            ("+61412345678", ["+61 412 345 678", "+61 (0)412 345 678"]),
            ("+6591234567", ["+65 9123 4567"]),
            ("+525512345678", ["+52 55 1234 5678"]),
        ];
        foreach (var (stored, asked) in numbers)
        {
            await CreateAsync(new Customer { Nick = stored, Phones = [asked[0]] });
            foreach (var notation in asked.Append(stored))
            {
                Assert.True((await AskAsync(new CustomerQuery(Tel: notation))).Contains(stored, StringComparison.Ordinal), $"{notation} does not find {stored}");
            }
        }
    }

    [SkippableFact]
    public async Task Answer_NumberThatCannotBeParsed_IsFoundByItsDigits()
    {
        await CreateAsync(new Customer { Nick = "Desk", Phones = ["ext. 12-34"] });

        Assert.Contains("\"tel\":\"ext. 12-34\"", await AskAsync(new CustomerQuery(Tel: "1234")), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Answer_RenamedTag_ShowsTheNewNameAtOnce()
    {
        var tag = await Access.Get<TagService>().CreateAsync(Host, new CustomerTag { Group = "G", Name = "Old" }, default);
        await CreateAsync(new Customer { Nick = "A", Tags = [tag.Label.Id], Emails = ["a@x.com"] });
        Assert.Contains("Old", await AskAsync(new CustomerQuery(Email: "a@x.com")), StringComparison.Ordinal);

        await Access.Get<TagService>().UpdateAsync(Host, tag.Label.Id, tag.Label with { Name = "New" }, tag.Tag, default);

        Assert.Contains("New", await AskAsync(new CustomerQuery(Email: "a@x.com")), StringComparison.Ordinal);
    }

    private async Task<string> AskAsync(CustomerQuery query, int? count = null)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var found = await Access.Get<CustomerQueryService>().AnswerAsync(Host, query, buffer, default);
        Assert.True(count is null || found == count, $"{found} instead of {count}");
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}

public sealed class SqliteCustomerQueryTests() : CustomerQueryContract(StorageProvider.Sqlite);

public sealed class PostgresCustomerQueryTests() : CustomerQueryContract(StorageProvider.PostgreSql);
