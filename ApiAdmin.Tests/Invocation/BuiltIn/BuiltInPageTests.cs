using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers;
using ApiAdmin.Core.Customers.BuiltIn;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation.BuiltIn;
using ApiAdmin.Tests.Support.Pages;
using ApiAdmin.Web.Invocation.BuiltIn;
using ApiAdmin.Web.Operations;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ApiAdmin.Tests.Invocation.BuiltIn;

/// <summary>The page and the rows of what is built in show the address that reaches this installation.</summary>
public sealed class BuiltInPageTests
{
    [Theory]
    [InlineData("", "http://reached:81/", "http://reached:81")]
    [InlineData("https://admin.example.com", "http://reached:81/", "https://admin.example.com")]
    [InlineData("https://admin.example.com/", "http://reached:81/", "https://admin.example.com")]
    public void Of_WithAndWithoutAPublicUrl_IsThatOneElseTheOneReached(string setting, string reached, string shown) =>
        Assert.Equal(shown, new PublicAddress(Options.Create(new WebOptions { PublicUrl = setting })).Of(reached));

    [Fact]
    public async Task PageAndRows_WithAPublicUrl_ShowIt()
    {
        await using var context = new PageContext(Role.Developer);
        context.Services.AddSingleton(Options.Create(new WebOptions { PublicUrl = "https://admin.example.com" }));
        context.Services.AddSingleton(p => new BuiltInOperations([new Query()], p.GetRequiredService<IAuthorizer>()));

        var page = context.Render<BuiltInPage>();
        var rows = context.Render<BuiltInApis>();

        Assert.Equal("https://admin.example.com/api/v1/customers/query", page.WaitForElement("code").TextContent);
        Assert.Equal("https://admin.example.com/api/v1/customers/query", rows.WaitForElement("td.cell-call .mono").TextContent);
    }

    private sealed class Query : IBuiltInOperation
    {
        public string Key => ReservedKeys.CustomerQuery;

        public string Path => "/api/v1/customers/query";

        public Operation Unmasked => Operation.SeePersonalValues;

        public Task<ApiDefinition> DescribeAsync(string url, bool masked, CancellationToken cancellationToken) =>
            Task.FromResult(QueryDescription.Of(CustomerCatalog.Empty, url, masked));

        public Task<ReadOnlyMemory<byte>> AnswerAsync(IReadOnlyDictionary<string, string> inputs, bool masked, CancellationToken cancellationToken) =>
            Task.FromResult<ReadOnlyMemory<byte>>("null"u8.ToArray());
    }
}
