using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Invocation;

/// <summary>The six samples do what their descriptions say, posted to the running program and run against its sandbox.</summary>
public sealed class SampleRunTests(RestApp rest) : IClassFixture<RestApp>
{
    [Theory]
    [InlineData("sample-order-status", """{ "orderId": "A-1001" }""", "success")]
    [InlineData("sample-order-status", """{ "orderId": "A-9999" }""", "not_found")]
    [InlineData("sample-order-status", "{}", "invalid_input")]
    [InlineData("sample-customer-by-phone", """{ "call.from": "138 0013 8000" }""", "success")]
    [InlineData("sample-customer-by-phone", """{ "call.from": "+1 202 555 0100" }""", "not_found")]
    [InlineData("sample-create-ticket", """{ "customerId": "10000001", "subject": "Call me back" }""", "success")]
    [InlineData("sample-create-ticket", """{ "customerId": "10000001", "subject": "Call me back", "priority": "whenever" }""", "http_error")]
    [InlineData("sample-business-failure", """{ "code": "100012" }""", "business_failure")]
    [InlineData("sample-business-failure", """{ "code": "000000" }""", "success")]
    [InlineData("sample-slow-upstream", "{}", "timeout")]
    [InlineData("sample-slow-upstream", """{ "ms": 10 }""", "success")]
    [InlineData("sample-redirects", "{}", "success")]
    [InlineData("sample-redirects", """{ "hops": 5 }""", "http_error")]
    public async Task Sample_RunWithTheseInputs_EndsAsDescribed(string key, string inputs, string outcome)
    {
        var client = await rest.WithAsync(Scopes.ApisWrite);
        var sample = SampleApis.All.Single(sample => sample.Key == key);
        await client.SendAsync(HttpMethod.Post, "/api/v1/apis", sample);

        var ran = await client.SendAsync(HttpMethod.Post, $"/api/v1/apis/{key}/test", $$"""{ "inputs": {{inputs}} }""");

        Assert.Equal(200, (int)ran.Status);
        Assert.True(ran.Json.GetProperty("outcome").GetString() == outcome, ran.Text);
    }

    [Fact]
    public void Rows_Together_RunEverySample() =>
        Assert.Equal(
            SampleApis.All.Select(sample => sample.Key).Order(),
            typeof(SampleRunTests).GetMethod(nameof(Sample_RunWithTheseInputs_EndsAsDescribed))!
                .GetCustomAttributes(typeof(InlineDataAttribute), false).Cast<InlineDataAttribute>()
                .Select(row => (string)row.GetData(null!).Single()[0]).Distinct().Order());
}
