using System.Globalization;
using ApiAdmin.Core.Access;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Access;

/// <summary>Every scope against every operation of REST; one row, one cell.</summary>
public sealed class ScopeMatrixTests(RestApp rest) : IClassFixture<RestApp>
{
    private const string Definition = """{ "key": "cell-KEY", "name": "Cell", "url": "https://example.com/" }""";

    private static readonly (string Operation, string Method, string Path, string? Body, string[] Scopes)[] Operations =
    [
        ("list", "GET", "/api/v1/apis", null, [Scopes.ApisRead]),
        ("get", "GET", "/api/v1/apis/cell-none", null, [Scopes.ApisRead]),
        ("create", "POST", "/api/v1/apis", Definition, [Scopes.ApisWrite]),
        ("update", "PUT", "/api/v1/apis/cell-none", Definition, [Scopes.ApisWrite]),
        ("delete", "DELETE", "/api/v1/apis/cell-none", null, [Scopes.ApisWrite]),
        ("test", "POST", "/api/v1/apis/cell-none/test", "{}", [Scopes.ApisWrite]),
        ("secrets", "GET", "/api/v1/secrets", null, [Scopes.ApisWrite]),
        ("put secret", "PUT", "/api/v1/secrets/cell-KEY", """{ "value": "v", "hosts": [ "example.com" ] }""", [Scopes.ApisWrite]),
        ("delete secret", "DELETE", "/api/v1/secrets/cell-none", null, [Scopes.ApisWrite]),
        ("invocation", "GET", "/api/v1/invocations/none", null, [.. Scopes.All]),
        ("query", "GET", "/api/v1/customers/query?id=1", null, [Scopes.CustomersRead]),
        ("query by body", "POST", "/api/v1/customers/query", "{}", [Scopes.CustomersRead]),
        ("list customers", "GET", "/api/v1/customers", null, [Scopes.CustomersRead]),
        ("get customer", "GET", "/api/v1/customers/1", null, [Scopes.CustomersRead]),
        ("create customer", "POST", "/api/v1/customers", """{ "nick": "Cell" }""", [Scopes.CustomersWrite]),
        ("update customer", "PUT", "/api/v1/customers/1", """{ "nick": "Cell" }""", [Scopes.CustomersWrite]),
        ("delete customer", "DELETE", "/api/v1/customers/1", null, [Scopes.CustomersWrite]),
        ("import customers", "POST", "/api/v1/customers/import?dryRun=true", "nick\nCell", [Scopes.CustomersWrite]),
        ("read import report", "GET", "/api/v1/customers/import/00000000-0000-0000-0000-000000000001/report", null, [Scopes.CustomersWrite]),
        ("export customers", "GET", "/api/v1/customers/export?search=nobodyatall", null, [Scopes.CustomersReveal]),
        ("list fields", "GET", "/api/v1/customer-fields", null, [Scopes.CustomersRead]),
        ("create field", "POST", "/api/v1/customer-fields", """{ "title": "Cell" }""", [Scopes.CustomersWrite]),
        ("delete field", "DELETE", "/api/v1/customer-fields/cf_1", null, [Scopes.CustomersWrite]),
        ("list tags", "GET", "/api/v1/tags", null, [Scopes.CustomersRead]),
        ("delete tag", "DELETE", "/api/v1/tags/t_999", null, [Scopes.CustomersWrite]),
        ("list levels", "GET", "/api/v1/vip-levels", null, [Scopes.CustomersRead]),
        ("delete level", "DELETE", "/api/v1/vip-levels/v_999", null, [Scopes.CustomersWrite]),
        ("me", "GET", "/api/v1/me", null, [.. Scopes.All]),
    ];

    public static TheoryData<string, string> Cells
    {
        get
        {
            var cells = new TheoryData<string, string>();
            foreach (var scope in Scopes.All)
            {
                foreach (var operation in Operations)
                {
                    cells.Add(scope, operation.Operation);
                }
            }

            return cells;
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Scope_OnOperation_PassesOrIs403(string scope, string operation)
    {
        var (_, method, path, body, scopes) = Operations.Single(o => o.Operation == operation);
        var client = await rest.WithAsync(scope);
        var key = string.Create(CultureInfo.InvariantCulture, $"{scope.Replace(':', '-')}");

        var answer = await client.SendAsync(
            new HttpMethod(method), path.Replace("KEY", key, StringComparison.Ordinal), body?.Replace("KEY", key, StringComparison.Ordinal), ("If-Match", "\"0\""));

        if (scopes.Contains(scope))
        {
            Assert.True((int)answer.Status is 200 or 201 or 404, $"{(int)answer.Status}: {answer.Text}");
        }
        else
        {
            answer.AssertProblem(403, "forbidden");
        }
    }

    [Theory]
    [InlineData("POST", "/api/v1/apis", "not json")]
    [InlineData("PUT", "/api/v1/apis/x", null)]
    [InlineData("PUT", "/api/v1/secrets/x", "[]")]
    public async Task Operation_WithoutTheScope_Is403BeforeTheRequestIsJudged(string method, string path, string? body)
    {
        var client = await rest.WithAsync(Scopes.ApisRead);

        (await client.SendAsync(new HttpMethod(method), path, body)).AssertProblem(403, "forbidden");
    }
}
