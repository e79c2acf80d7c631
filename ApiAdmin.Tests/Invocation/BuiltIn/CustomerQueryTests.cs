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

    private static readonly HostActor Host = AccessFixture.Host;

    [Fact]
    public async Task List_WithACustomerField_DescribesItAmongTheReturnParams()
    {
        await rest.App.Services.GetRequiredService<CustomerFieldService>().CreateAsync(Host, new CustomerField { Id = "cf_77", Title = "Shoe size" }, default);

        var api = Assert.Single(await rest.App.Services.GetRequiredService<BuiltInOperations>().ListAsync(Host, default));

        Assert.Equal((Key, "Customer query"), (api.Key, api.Name));
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

    private ITestService Tests => rest.App.Services.GetRequiredService<ITestService>();

    private Task<InvocationReport> RunAsync(string inputs) => Tests.TestAsync(
        Host, new ApiDefinition { Key = Key, Name = Key, Url = "" }, JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(inputs)!, null, default);

    private async Task CreateAsync(string nick, string phone, string email) => await rest.App.Services.GetRequiredService<CustomerService>()
        .CreateAsync(Host, new Customer { Nick = nick, Phones = [phone], Emails = [email] }, null, default);

    private static string? Output(JsonElement report, string name) =>
        report.GetProperty("outputs").EnumerateArray().Single(output => output.GetProperty("name").GetString() == name).GetProperty("value").GetString();
}
