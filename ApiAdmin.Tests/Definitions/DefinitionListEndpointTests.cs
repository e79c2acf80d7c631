using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Definitions;

public sealed class DefinitionListEndpointTests(RestApp rest) : IClassFixture<RestApp>, IAsyncLifetime
{
    private const string Apis = "/api/v1/apis";

    private static readonly string[] Names = ["Amber", "Birch", "Cedar", "Éclair"];

    public async Task InitializeAsync()
    {
        var client = await rest.WriterAsync();
        foreach (var name in Names)
        {
            var key = $"list-{name[..1].ToLowerInvariant().Replace("é", "e", StringComparison.Ordinal)}";
            await client.SendAsync(HttpMethod.Post, Apis, $$"""{ "key": "{{key}}", "name": "{{name}}", "category": "Trees", "url": "https://example.com/{{key}}" }""");
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("sort=name", "Amber Birch Cedar Customer query Éclair")]
    [InlineData("sort=-name", "Éclair Customer query Cedar Birch Amber")]
    [InlineData("sort=-key&pageSize=2", "Éclair Cedar")]
    [InlineData("sort=key", "Customer query Amber Birch Cedar Éclair")]
    [InlineData("sort=key&pageSize=3", "Customer query Amber Birch")]
    [InlineData("sort=key&pageSize=3&page=2", "Cedar Éclair")]
    [InlineData("sort=name&pageSize=2&page=2", "Cedar Customer query")]
    [InlineData("sort=name&pageSize=3", "Amber Birch Cedar")]
    [InlineData("sort=name&pageSize=3&page=2", "Customer query Éclair")]
    [InlineData("sort=category", "Customer query Amber Birch Cedar Éclair")]
    [InlineData("sort=-category&pageSize=2&page=3", "Customer query")]
    [InlineData("sort=updated", "Customer query Amber Birch Cedar Éclair")]
    [InlineData("sort=-updated", "Éclair Cedar Birch Amber Customer query")]
    [InlineData("sort=-updated&pageSize=4&page=2", "Customer query")]
    [InlineData("sort=-updated&pageSize=4&page=3", "")]
    [InlineData("search=CUSTOMER%20QUE", "Customer query")]
    [InlineData("search=customers/query", "Customer query")]
    [InlineData("search=ECLAIR", "Éclair")]
    [InlineData("search=list-b", "Birch")]
    [InlineData("search=%25", "")]
    [InlineData("category=Trees&status=draft&search=ced", "Cedar")]
    [InlineData("category=Trees/Oak", "")]
    [InlineData("category=Tree", "")]
    [InlineData("category=/", "")]
    [InlineData("category=Stones", "")]
    [InlineData("status=published", "")]
    public async Task List_SearchedSortedPaged_GivesThoseInOrder(string query, string names)
    {
        var answer = await (await rest.WriterAsync()).GetAsync($"{Apis}?{query}&builtIn=true");

        Assert.Equal(200, (int)answer.Status);
        Assert.Equal(["items", "page", "pageSize", "total"], answer.Json.EnumerateObject().Select(p => p.Name));
        Assert.Equal(names, string.Join(' ', answer.Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetString())));
    }

    [Fact]
    public async Task List_Everything_CountsAndTellsWhoChangedWhat()
    {
        var json = (await (await rest.WriterAsync()).GetAsync(Apis)).Json;

        Assert.Equal(4, json.GetProperty("total").GetInt32());
        Assert.Equal(1, json.GetProperty("page").GetInt32());
        Assert.Equal(
            ["key", "name", "category", "method", "url", "status", "updatedAt", "updatedBy"],
            json.GetProperty("items")[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal("test key", json.GetProperty("items")[0].GetProperty("updatedBy").GetString());
    }

    [Fact]
    public async Task List_WhatIsBuiltIn_IsMarkedInPlaceOfAStatus()
    {
        var json = (await (await rest.WriterAsync()).GetAsync($"{Apis}?search=customer-query&builtIn=true")).Json;

        Assert.Equal(1, json.GetProperty("total").GetInt32());
        Assert.Equal(
            $$"""{"key":"customer-query","name":"Customer query","category":"","method":"GET","url":"{{rest.App.Address}}/api/v1/customers/query","builtIn":true}""",
            json.GetProperty("items")[0].GetRawText());
    }

    [Theory]
    [InlineData("?search=customer-query", 0)]
    [InlineData("?builtIn=false", 4)]
    public async Task List_NotAskedFor_LeavesOutWhatIsBuiltIn(string query, int total) =>
        Assert.Equal(total, (await (await rest.WriterAsync()).GetAsync(Apis + query)).Json.GetProperty("total").GetInt32());

    [Theory]
    [InlineData("builtIn=yes", "builtIn", "unknownValue")]
    [InlineData("page=0", "page", "outOfRange")]
    [InlineData("page=x", "page", "outOfRange")]
    [InlineData("pageSize=101", "pageSize", "outOfRange")]
    [InlineData("sort=size", "sort", "unknownValue")]
    [InlineData("status=Draft", "status", "unknownValue")]
    [InlineData("colour=red", "colour", "unknownMember")]
    [InlineData("page=1&page=2", "page", "duplicate")]
    public async Task List_QueryThatIsWrong_IsRefusedByName(string query, string path, string code)
    {
        var answer = await (await rest.WriterAsync()).GetAsync($"{Apis}?{query}");

        answer.AssertProblem(400, "invalid");
        Assert.Contains((path, code), answer.Findings);
    }
}
