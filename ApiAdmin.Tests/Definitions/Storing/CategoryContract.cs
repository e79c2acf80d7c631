using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Tests.Definitions.Storing;

/// <summary>Categories as a tree, and the list of one with all below it, on every database.</summary>
public abstract class CategoryContract(StorageProvider provider) : DefinitionStoreFixture(provider)
{
    [SkippableTheory]
    [InlineData("Orders", "de,eu,orders,spaced")]
    [InlineData("Orders/EU", "de,eu,spaced")]
    [InlineData(" Orders / EU ", "de,eu,spaced")]
    [InlineData("Orders/EU/DE", "de")]
    [InlineData("orders", "lower")]
    [InlineData("Ordersheet", "sheet")]
    [InlineData("100%", "percent")]
    [InlineData("客户", "zh")]
    [InlineData("😀", "smile")]
    [InlineData("Order_", "")]
    [InlineData("EU", "")]
    [InlineData("a\0b", "")]
    [InlineData(ApiCategories.None, "none,slashes")]
    public async Task Filter_ByACategory_HasItAndAllBelowItExactly(string category, string expected)
    {
        RequireDatabase();
        await CreateAsync(
            ("orders", "Orders"), ("eu", "Orders/EU"), ("spaced", "Orders / EU"), ("de", "Orders/EU/DE"), ("lower", "orders"), ("sheet", "Ordersheet"),
            ("percent", "100%/x"), ("zh", "客户/查询"), ("smile", "😀/😀"), ("none", ""), ("slashes", " / / "));

        foreach (var sort in Enum.GetValues<ApiSort>())
        {
            var found = await Service.ListAsync(Host, new ApiListQuery { Category = category, Sort = sort }, default);

            Assert.Equal(expected, string.Join(',', found.Items.Select(api => api.Key).Order(StringComparer.Ordinal)));
            Assert.Equal(found.Items.Count, found.Total);
        }
    }

    [SkippableFact]
    public async Task Tree_OfSeveralLevels_CountsWhatStandsBelowToo()
    {
        RequireDatabase();
        await CreateAsync(("a", "Orders"), ("b", "Orders/EU"), ("c", "Orders/ EU /DE"), ("d", "Börse"), ("e", "Zoll/EU"), ("f", ""));

        var tree = await Service.CategoryTreeAsync(Host, default);

        Assert.Equal("Börse Börse 1 | Orders Orders 3 (EU Orders/EU 2 (DE Orders/EU/DE 1)) | Zoll Zoll 1 (EU Zoll/EU 1)", Text(tree.Nodes));
        Assert.Equal(1, tree.Without);
    }

    [SkippableFact]
    public async Task Save_WithAnotherCategory_MovesItInTheTree()
    {
        RequireDatabase();
        var created = await Service.CreateAsync(Host, Api("a") with { Category = "Orders/EU" }, default);

        await Service.UpdateAsync(Host, "a", Api("a") with { Category = "Sales" }, created.Tag, default);

        Assert.Equal("Sales Sales 1", Text((await Service.CategoryTreeAsync(Host, default)).Nodes));
    }

    private static string Text(IEnumerable<CategoryNode> nodes) => string.Join(" | ", nodes.Select(node =>
        $"{node.Name} {node.Path} {node.Count}{(node.Children.Count == 0 ? "" : $" ({Text(node.Children)})")}"));

    private async Task CreateAsync(params (string Key, string Category)[] apis)
    {
        foreach (var (key, category) in apis)
        {
            await Service.CreateAsync(Host, Api(key) with { Category = category }, default);
        }
    }
}

public sealed class SqliteCategoryTests() : CategoryContract(StorageProvider.Sqlite);

public sealed class PostgresCategoryTests() : CategoryContract(StorageProvider.PostgreSql);
