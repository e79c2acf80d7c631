using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Tests.Definitions.Storing;

/// <summary>Finding, sorting and paging, on every database alike.</summary>
public abstract class ApiListContract(StorageProvider provider) : DefinitionStoreFixture(provider)
{
    [SkippableTheory]
    [InlineData("conceicao", "joao")]
    [InlineData("CONCEIÇÃO", "joao")]
    [InlineData("订单", "orders")]
    [InlineData("الطلبات", "arabic")]
    [InlineData("100%", "percent")]
    [InlineData("a_b", "underscore")]
    [InlineData("ｆｕｌｌ", "joao")]
    [InlineData("back\\slash", "backslash")]
    [InlineData("'; DROP TABLE apis; --", "")]
    [InlineData("nobody", "")]
    [InlineData("a\0b", "")]
    [InlineData("v1/joao", "joao")]
    public async Task Search_AnyScriptAndMark_IsLiteral(string search, string expected)
    {
        RequireDatabase();
        await CreateAsync(("joao", "João Conceição FULL"), ("orders", "订单状态"), ("arabic", "حالة الطلبات"), ("percent", "100% sure"),
            ("thousand", "1000 sure"), ("underscore", "a_b"), ("other", "axb"), ("backslash", "back\\slash"));

        var found = await Service.ListAsync(Host, new ApiListQuery { Search = search }, default);

        Assert.Equal(expected, string.Join(',', found.Items.Select(item => item.Key)));
        Assert.Equal(found.Items.Count, found.Total);
    }

    [SkippableTheory]
    [InlineData(ApiSort.Name)]
    [InlineData(ApiSort.Key)]
    [InlineData(ApiSort.Category)]
    [InlineData(ApiSort.Updated)]
    public async Task Sort_EqualValues_PagesWithoutGapOrRepetition(ApiSort sort)
    {
        RequireDatabase();
        await CreateAsync([.. Enumerable.Range(0, 25).Select(index => ($"k{index:00}", "Same"))]);

        foreach (var descending in new[] { false, true })
        {
            var keys = new List<string>();
            for (var page = 1; page <= 3; page++)
            {
                var items = await Service.ListAsync(Host, new ApiListQuery { Sort = sort, Descending = descending, Page = page, PageSize = 10 }, default);
                keys.AddRange(items.Items.Select(item => item.Key));
                Assert.Equal(25, items.Total);
            }

            var expected = Enumerable.Range(0, 25).Select(index => $"k{index:00}");
            Assert.Equal(descending ? expected.Reverse() : expected, keys);
        }
    }

    [SkippableFact]
    public async Task Filters_StatusAndCategory_Narrow()
    {
        RequireDatabase();
        await Service.CreateAsync(Host, Api("a") with { Category = "Orders" }, default);
        await Service.CreateAsync(Host, Api("b") with { Category = "Börse" }, default);
        await Service.CreateAsync(Host, Api("c"), default);

        Assert.Equal(["b"], await KeysAsync(new ApiListQuery { Category = "Börse" }));
        Assert.Empty(await KeysAsync(new ApiListQuery { Category = "Borse" }));
        Assert.Equal(["a", "b", "c"], await KeysAsync(new ApiListQuery { Status = ApiStatus.Draft }));
        Assert.Empty(await KeysAsync(new ApiListQuery { Status = ApiStatus.Published }));
        Assert.Equal(["Börse", "Orders"], await Service.CategoriesAsync(Host, default));
    }

    [SkippableFact]
    public async Task List_OddPages_AreMadeUsable()
    {
        RequireDatabase();
        await CreateAsync(("a", "A"));

        var page = await Service.ListAsync(Host, new ApiListQuery { Page = -5, PageSize = 100_000 }, default);
        var beyond = await Service.ListAsync(Host, new ApiListQuery { Page = int.MaxValue }, default);

        Assert.Equal((1, 100, 1), (page.Page, page.PageSize, page.Items.Count));
        Assert.Equal((0, 1), (beyond.Items.Count, beyond.Total));
    }

    private async Task CreateAsync(params (string Key, string Name)[] apis)
    {
        foreach (var (key, name) in apis)
        {
            await Service.CreateAsync(Host, Api(key, name) with { Url = $"https://crm.example.com/v1/{key}" }, default);
        }
    }

    private async Task<IEnumerable<string>> KeysAsync(ApiListQuery query) =>
        (await Service.ListAsync(Host, query, default)).Items.Select(item => item.Key);
}

public sealed class SqliteApiListTests() : ApiListContract(StorageProvider.Sqlite);

public sealed class PostgresApiListTests() : ApiListContract(StorageProvider.PostgreSql);
