using ApiAdmin.Core.Access;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Access;

public sealed class SecretEndpointTests(RestApp rest) : IClassFixture<RestApp>
{
    private const string Secrets = "/api/v1/secrets";

    [Fact]
    public async Task Put_ThenListAndDelete_NeverReturnsTheValue()
    {
        var client = await rest.WithAsync(Scopes.ApisWrite);

        var put = await client.SendAsync(HttpMethod.Put, $"{Secrets}/crm-token", """{"value":"canary-4711","hosts":["crm.example.com"]}""");
        var list = await client.GetAsync($"{Secrets}?page=1&pageSize=100");

        Assert.Equal(200, (int)put.Status);
        Assert.Equal(["crm.example.com"], put.Json.GetProperty("hosts").EnumerateArray().Select(h => h.GetString()!));
        Assert.Contains("crm-token", list.Text, StringComparison.Ordinal);
        Assert.Equal(["items", "page", "pageSize", "total"], list.Json.EnumerateObject().Select(p => p.Name));
        Assert.DoesNotContain("canary-4711", put.Text + list.Text, StringComparison.Ordinal);

        Assert.Equal(204, (int)(await client.SendAsync(HttpMethod.Delete, $"{Secrets}/crm-token", null)).Status);
        (await client.SendAsync(HttpMethod.Delete, $"{Secrets}/crm-token", null)).AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task Put_UnknownMembers_AreRefusedByNameAndNothingIsStored()
    {
        var client = await rest.WithAsync(Scopes.ApisWrite);

        var answer = await client.SendAsync(
            HttpMethod.Put, $"{Secrets}/mass", """{"value":"v","hosts":["a.example.com"],"id":"1","createdBy":"me","isAdmin":true,"role":"x"}""");

        answer.AssertProblem(400, "invalid");
        Assert.Equal(["createdBy", "id", "isAdmin", "role"], answer.Findings.Where(f => f.Code == "unknownMember").Select(f => f.Path).Order());
        Assert.DoesNotContain("\"mass\"", (await client.GetAsync(Secrets)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "malformed")]
    [InlineData("", "malformed")]
    [InlineData("""{"value":"v","value":"w","hosts":[]}""", "duplicate")]
    [InlineData("""{"hosts":["a.example.com"]}""", "required")]
    [InlineData("""{"value":1,"hosts":["a.example.com"]}""", "wrongType")]
    public async Task Put_BodyThatIsWrong_SaysWhereAndHow(string body, string code)
    {
        var client = await rest.WithAsync(Scopes.ApisWrite);

        var answer = await client.SendAsync(HttpMethod.Put, $"{Secrets}/wrong", body);

        answer.AssertProblem(400, "invalid");
        Assert.Contains(answer.Findings, finding => finding.Code == code);
    }

    [Fact]
    public async Task Put_MalformedJson_NamesLineAndColumn()
    {
        var client = await rest.WithAsync(Scopes.ApisWrite);

        var problem = (await client.SendAsync(HttpMethod.Put, $"{Secrets}/wrong", "{\n  \"value\": nonsense }")).AssertProblem(400, "invalid");

        Assert.Matches("line 2.*column", problem.GetProperty("errors")[0].GetProperty("message").GetString());
    }

    [Fact]
    public async Task Put_NoJson_Is415_TooMuch_Is413()
    {
        var client = await rest.WithAsync(Scopes.ApisWrite);
        using var text = new HttpRequestMessage(HttpMethod.Put, $"{Secrets}/x") { Content = new StringContent("{}") };
        text.Headers.Add("X-Api-Key", client.Key);
        using var large = new HttpRequestMessage(HttpMethod.Put, $"{Secrets}/x") { Content = new StringContent(new string(' ', (8 * 1024 * 1024) + 1), null, "application/json") };
        large.Headers.Add("X-Api-Key", client.Key);
        large.Headers.ExpectContinue = true;

        (await RestAnswer.ReadAsync(await client.Http.SendAsync(text))).AssertProblem(415, "unsupported-media-type");
        (await RestAnswer.ReadAsync(await client.Http.SendAsync(large))).AssertProblem(413, "too-large");
    }
}
