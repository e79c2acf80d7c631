using System.Text.Json;
using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Core.Invocation.BuiltIn;
using ApiAdmin.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Tests.Invocation.BuiltIn;

/// <summary>The built-in "Customer query" as an API: described, run, kept in history, callable over REST, never changed.</summary>
public sealed class CustomerQueryTests(RestApp rest) : IClassFixture<RestApp>
{
    private const string Key = "customer-query";
    private const string Address = $"/api/v1/apis/{Key}";

    private static readonly HostActor Host = AccessFixture.Host;

    [Fact]
    public async Task List_WithACustomerField_DescribesItAmongTheReturnParams()
    {
        await rest.App.Services.GetRequiredService<CustomerFieldService>().CreateAsync(Host, new CustomerField { Id = "cf_77", Title = "Shoe size" }, default);

        var api = Assert.Single(await rest.App.Services.GetRequiredService<BuiltInOperations>().ListAsync(Host, "https://crm.example.com", default));

        Assert.Equal((Key, "Customer query", "https://crm.example.com/api/v1/customers/query"), (api.Key, api.Name, api.Url));
        Assert.Equal(["id", "tel", "email", "thirdAccountId"], api.Parameters.Select(param => param.Name));
        Assert.Contains(api.Outputs, output => output is { Name: "cf_77", Description: "Shoe size", Required: false });
        Assert.Equal(["id", "nick", "sexName", "userStatusName", "isblack"], api.Outputs.Where(output => output.Required).Select(output => output.Name));
    }

    [Fact]
    public async Task Test_ByAKeyWithoutReveal_IsTheSameReportWithMaskedValuesAlsoInHistory()
    {
        await CreateAsync("Masked One", "13800138001", "someone@example.com");
        var client = await rest.WithAsync(Scopes.ApisWrite, Scopes.ApisRead);

        var answer = await client.SendAsync(HttpMethod.Post, $"/api/v1/apis/{Key}/test", """{ "inputs": { "tel": "13800138001" } }""");

        Assert.Equal("success", answer.Json.GetProperty("outcome").GetString());
        Assert.Equal("Masked One", Output(answer.Json, "nick"));
        Assert.Equal("+861••••••8001", Output(answer.Json, "tel"));
        var kept = await client.GetAsync($"/api/v1/invocations/{answer.Json.GetProperty("invocationId").GetString()}");
        foreach (var text in new[] { answer.Text, kept.Text })
        {
            Assert.DoesNotContain("13800138001", text, StringComparison.Ordinal);
            Assert.DoesNotContain("someone@", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Test_ByWhoMayReveal_IsPlainButHistoryIsMasked()
    {
        await CreateAsync("Plain One", "13800138002", "plain@example.com");

        var report = await RunAsync("""{ "tel": "13800138002" }""");

        Assert.Equal(Outcome.Success, report.Outcome);
        Assert.Equal("\"+8613800138002\"", report.Outputs.Single(output => output.Name == "tel").Value?.Text);
        var kept = JsonSerializer.Serialize(await Tests.GetAsync(Host, report.InvocationId, default), DefinitionJson.Options);
        Assert.DoesNotContain("13800138002", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("plain@", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_NobodyFoundAndUnknownInputs_HaveTheOutcomesOfAnyApi()
    {
        Assert.Equal(Outcome.NotFound, (await RunAsync("""{ "tel": "13999999999" }""")).Outcome);
        Assert.Equal(Outcome.NotFound, (await RunAsync("{}")).Outcome);
        Assert.Equal(Outcome.InvalidInput, (await RunAsync("""{ "phone": "1" }""")).Outcome);
    }

    [Fact]
    public async Task Create_AnApiOfItsKey_IsRefused()
    {
        var definitions = rest.App.Services.GetRequiredService<IDefinitionService>();

        await Assert.ThrowsAsync<InvalidException>(() => definitions.CreateAsync(Host, new ApiDefinition { Key = Key, Name = "Mine", Url = "https://example.com/" }, default));
    }

    [Fact]
    public async Task Get_OverRest_IsThePortableFormWithItsMarkAndTheAddressOfTheRequest()
    {
        var client = await rest.WithAsync(Scopes.ApisRead);

        var answer = await client.GetAsync(Address);

        Assert.Equal(200, (int)answer.Status);
        Assert.True(answer.Json.GetProperty("builtIn").GetBoolean());
        Assert.Equal((Key, "Customer query"), (answer.Json.GetProperty("key").GetString(), answer.Json.GetProperty("name").GetString()));
        Assert.Equal($"{rest.App.Address}/api/v1/customers/query", answer.Json.GetProperty("url").GetString());
        Assert.Equal(["id", "tel", "email", "thirdAccountId"], answer.Json.GetProperty("parameters").EnumerateArray().Select(param => param.GetProperty("name").GetString()));
        Assert.Equal(404, (int)(await client.GetAsync($"{Address}?version=1")).Status);
    }

    [Fact]
    public async Task Get_AgainWithItsETag_Is304UntilACustomerFieldIsAdded()
    {
        var client = await rest.WithAsync(Scopes.ApisRead);
        var tag = (await client.GetAsync(Address)).ETag!;

        Assert.Equal(304, (int)(await client.SendAsync(HttpMethod.Get, Address, null, ("If-None-Match", tag))).Status);
        await rest.App.Services.GetRequiredService<CustomerFieldService>().CreateAsync(Host, new CustomerField { Id = "cf_78", Title = "Hat size" }, default);

        Assert.Equal(200, (int)(await client.SendAsync(HttpMethod.Get, Address, null, ("If-None-Match", tag))).Status);
    }

    [Fact]
    public async Task PutAndDelete_OverRest_AreRefusedInWordsAndChangeNothing()
    {
        var client = await rest.WithAsync(Scopes.ApisRead, Scopes.ApisWrite);
        var before = await client.GetAsync(Address);

        var put = await client.SendAsync(HttpMethod.Put, Address, $$"""{ "key": "{{Key}}", "name": "Mine", "url": "https://example.com/" }""", ("If-Match", before.ETag!));
        var renamed = await client.SendAsync(HttpMethod.Put, Address, """{ "key": "mine", "name": "Mine", "url": "https://example.com/" }""", ("If-Match", "*"));
        var deleted = await client.SendAsync(HttpMethod.Delete, Address, null, ("If-Match", "*"));

        foreach (var refused in new[] { put, renamed, deleted })
        {
            refused.AssertProblem(400, "invalid");
            Assert.Contains(("key", "notAllowed"), refused.Findings);
            Assert.Contains("is built in: it can be read and run, but neither changed nor deleted.", refused.Text, StringComparison.Ordinal);
        }

        Assert.Equal(before.Text, (await client.GetAsync(Address)).Text);
    }

    [Fact]
    public async Task AddressShown_WithAPublicUrl_IsThatOne()
    {
        await using var app = await TestApp.StartAsync(settings: new Dictionary<string, string?> { ["PublicUrl"] = "https://admin.example.com/" });
        using var client = await RestClient.CreateAsync(app, Scopes.ApisRead, Scopes.ApisWrite);

        var described = (await client.GetAsync(Address)).Json;
        var listed = (await client.GetAsync("/api/v1/apis?builtIn=true")).Json.GetProperty("items")[0];
        var report = (await client.SendAsync(HttpMethod.Post, $"{Address}/test", """{ "inputs": { "id": "1" } }""")).Text;

        const string Url = "https://admin.example.com/api/v1/customers/query";
        Assert.Equal((Url, Url), (described.GetProperty("url").GetString(), listed.GetProperty("url").GetString()));
        Assert.Contains($"{Url}?id=1", report, StringComparison.Ordinal);
        Assert.DoesNotContain("localhost", report, StringComparison.Ordinal);
    }

    private ITestService Tests => rest.App.Services.GetRequiredService<ITestService>();

    private Task<InvocationReport> RunAsync(string inputs) => Tests.TestAsync(
        Host, rest.App.Services.GetRequiredService<BuiltInOperations>().Named(Key, rest.App.Address)!, JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(inputs)!, null, default);

    private async Task CreateAsync(string nick, string phone, string email) => await rest.App.Services.GetRequiredService<CustomerService>()
        .CreateAsync(Host, new Customer { Nick = nick, Phones = [phone], Emails = [email] }, null, default);

    private static string? Output(JsonElement report, string name) =>
        report.GetProperty("outputs").EnumerateArray().Single(output => output.GetProperty("name").GetString() == name).GetProperty("value").GetString();
}
