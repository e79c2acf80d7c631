using ApiAdmin.Core;
using ApiAdmin.Core.Customers;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Tests.Customers;

public abstract class CustomerListsContract(StorageProvider provider) : CustomerContract(provider)
{
    private CustomerFieldService Fields => Access.Get<CustomerFieldService>();

    private TagService Tags => Access.Get<TagService>();

    private VipLevelService Levels => Access.Get<VipLevelService>();

    [SkippableFact]
    public async Task Lists_CreatedWithoutIds_GetIdsThatAreNeverGivenAgain()
    {
        var field = await Fields.CreateAsync(Host, new CustomerField { Title = "Contract" }, default);
        var tag = await Tags.CreateAsync(Host, new CustomerTag { Group = "Kind", Name = "New" }, default);
        var level = await Levels.CreateAsync(Host, new VipLevel { Name = "Gold" }, default);
        Assert.Equal(("cf_10001", "t_1", "v_1"), (field.Field.Id, tag.Label.Id, level.Level.Id));

        await Fields.DeleteAsync(Host, "cf_10001", field.Tag, default);
        await Tags.DeleteAsync(Host, "t_1", tag.Tag, default);
        await Levels.DeleteAsync(Host, "v_1", level.Tag, default);

        Assert.Equal("cf_10002", (await Fields.CreateAsync(Host, new CustomerField { Title = "Contract" }, default)).Field.Id);
        Assert.Equal("t_2", (await Tags.CreateAsync(Host, new CustomerTag { Group = "Kind", Name = "New" }, default)).Label.Id);
        Assert.Equal("v_2", (await Levels.CreateAsync(Host, new VipLevel { Name = "Gold" }, default)).Level.Id);
    }

    [SkippableFact]
    public async Task Create_IdOfOnesOwnOrNameTwice_IsKeptOrTaken()
    {
        Assert.Equal("cf_77", (await Fields.CreateAsync(Host, new CustomerField { Id = "cf_77", Title = "A" }, default)).Field.Id);
        Assert.Equal("t_77", (await Tags.CreateAsync(Host, new CustomerTag { Id = "t_77", Group = "G", Name = "É" }, default)).Label.Id);

        await Assert.ThrowsAsync<TakenException>(() => Fields.CreateAsync(Host, new CustomerField { Id = "cf_77", Title = "B" }, default));
        await Assert.ThrowsAsync<TakenException>(() => Tags.CreateAsync(Host, new CustomerTag { Group = "g", Name = "e" }, default));
    }

    [SkippableFact]
    public async Task Save_ValuesOfEveryType_AreKeptAndOthersRefused()
    {
        await CreateFieldsAsync();
        var values = Values(("cf_1", ["one line"]), ("cf_2", ["two\nlines"]), ("cf_3", ["2026-02-28"]), ("cf_4", ["23:59"]), ("cf_5", ["-1.50"]), ("cf_6", ["a"]), ("cf_7", ["a", "b"]), ("cf_8", ["b"]), ("cf_9", ["wh"]));

        var created = await CreateAsync(new Customer { Nick = "A", Fields = values });

        Assert.Equal(values, (await Customers.GetAsync(Host, created.Id, default)).Customer.Fields);
        var wrong = Values(("cf_1", ["two\nlines"]), ("cf_3", ["2026-02-30"]), ("cf_4", ["24:00"]), ("cf_5", ["1e5"]), ("cf_6", ["z"]), ("cf_7", ["a", "z"]), ("cf_8", ["a", "b"]));
        var refusal = await Assert.ThrowsAsync<InvalidException>(() => CreateAsync(new Customer { Nick = "A", Fields = wrong }));
        Assert.Equal(
            ["fields.cf_1", "fields.cf_3", "fields.cf_4", "fields.cf_5", "fields.cf_6", "fields.cf_7", "fields.cf_8"], refusal.Findings.Select(finding => finding.Path));
    }

    [SkippableFact]
    public async Task Disable_Field_KeepsItsContentsAndDemandsItNoMore()
    {
        var field = await Fields.CreateAsync(Host, new CustomerField { Title = "Contract", Required = true }, default);
        await Assert.ThrowsAsync<InvalidException>(() => CreateAsync(new Customer { Nick = "A" }));
        var created = await CreateAsync(new Customer { Nick = "A", Fields = Values((field.Field.Id, ["7"])) });

        await Fields.UpdateAsync(Host, field.Field.Id, field.Field with { Enabled = false }, field.Tag, default);
        await Customers.UpdateAsync(Host, created.Id, new Customer { Nick = "B" }, created.Tag, default);

        Assert.Equal(Values((field.Field.Id, ["7"])), (await Customers.GetAsync(Host, created.Id, default)).Customer.Fields);
    }

    [SkippableFact]
    public async Task Delete_FieldTagAndLevel_TakesThemFromEveryCustomer()
    {
        var field = await Fields.CreateAsync(Host, new CustomerField { Title = "Contract" }, default);
        var tag = await Tags.CreateAsync(Host, new CustomerTag { Group = "Kind", Name = "New" }, default);
        var level = await Levels.CreateAsync(Host, new VipLevel { Name = "Gold" }, default);
        var with = new Customer { Nick = "A", Vip = true, VipLevel = "v_1", Tags = ["t_1"], Fields = Values((field.Field.Id, ["x"])) };
        var created = await CreateAsync(with);
        await CreateAsync(with);
        Assert.Equal((2, 2, 2), (await Fields.CountValuesAsync(Host, field.Field.Id, default), await Tags.CountUsesAsync(Host, "t_1", default), await Levels.CountUsesAsync(Host, "v_1", default)));

        await Fields.DeleteAsync(Host, field.Field.Id, field.Tag, default);
        await Tags.DeleteAsync(Host, "t_1", tag.Tag, default);
        await Levels.DeleteAsync(Host, "v_1", level.Tag, default);

        Assert.Equal(new Customer { Nick = "A", Vip = true }, (await Customers.GetAsync(Host, created.Id, default)).Customer);
        Assert.Equal(0, await Fields.CountValuesAsync(Host, field.Field.Id, default));
        await using var db = await Access.Database.OpenAsync();
        Assert.All(db.Customers.ToList(), row => Assert.Equal((null, null, null), (row.Tags, row.Fields, row.VipLevel)));
    }

    [SkippableFact]
    public async Task Update_FieldInUse_KeepsItsTypeAndTheOptionsThatAreChosen()
    {
        await CreateFieldsAsync();
        var stored = await Fields.GetAsync(Host, "cf_6", default);
        await CreateAsync(new Customer { Nick = "A", Fields = Values(("cf_6", ["a"])) });

        await Assert.ThrowsAsync<InvalidException>(() => Fields.UpdateAsync(Host, "cf_6", stored.Field with { Type = CustomerFieldType.Radio }, stored.Tag, default));
        var use = await Assert.ThrowsAsync<InUseException>(() => Fields.UpdateAsync(Host, "cf_6", stored.Field with { Options = [stored.Field.Options[1]] }, stored.Tag, default));
        Assert.Contains("1 customers", Assert.Single(use.Findings).Message, StringComparison.Ordinal);
        var renamed = await Fields.UpdateAsync(Host, "cf_6", stored.Field with { Options = [stored.Field.Options[0], new FieldOption("", "New")] }, stored.Tag, default);
        Assert.Equal(["a", "o_1"], renamed.Field.Options.Select(option => option.Id));
        await Assert.ThrowsAsync<StaleException>(() => Fields.UpdateAsync(Host, "cf_6", stored.Field, stored.Tag, default));
    }

    internal static ValueMap<ValueList<string>> Values(params (string Id, ValueList<string> Texts)[] values) =>
        new(values.Select(value => new KeyValuePair<string, ValueList<string>>(value.Id, value.Texts)));

    private async Task CreateFieldsAsync()
    {
        ValueList<FieldOption> options = [new("a", "Apple"), new("b", "Pear")];
        var number = 0;
        foreach (var type in Enum.GetValues<CustomerFieldType>())
        {
            var own = new CustomerField { Id = $"cf_{++number}", Title = type.ToString(), Type = type, Order = number };
            await Fields.CreateAsync(Host, own with { Options = !own.IsChoice ? [] : type == CustomerFieldType.Cascade ? [new("hb", "Hubei"), new("wh", "Wuhan", "hb")] : options }, default);
        }
    }
}

public sealed class SqliteCustomerListsTests() : CustomerListsContract(StorageProvider.Sqlite);

public sealed class PostgresCustomerListsTests() : CustomerListsContract(StorageProvider.PostgreSql);
