using ApiAdmin.Core.Access;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Definitions;

public sealed class DefinitionEndpointTests(RestApp rest) : IClassFixture<RestApp>
{
    private const string Apis = "/api/v1/apis";

    [Fact]
    public async Task Post_Definition_Is201WithLocationAndETagAndReadsBackEqual()
    {
        var client = await rest.WriterAsync();

        var posted = await client.SendAsync(HttpMethod.Post, Apis, Definition("round-trip"));
        var read = await client.GetAsync(posted.Headers["Location"]);

        Assert.Equal(201, (int)posted.Status);
        Assert.Equal($"{Apis}/round-trip", posted.Headers["Location"]);
        Assert.Matches("^\"[^\"]+\"$", posted.ETag);
        Assert.Equal(posted.ETag, read.ETag);
        Assert.Equal(posted.Text, read.Text);
        Assert.Equal("1.00", read.Json.GetProperty("parameters")[0].GetProperty("default").GetRawText());

        // What was read can be sent back as it is.
        var put = await client.SendAsync(HttpMethod.Put, $"{Apis}/round-trip", read.Text, ("If-Match", read.ETag!));
        Assert.Equal(200, (int)put.Status);
    }

    [Fact]
    public async Task Get_KnownETag_Is304WithoutBody()
    {
        var client = await rest.WriterAsync();
        var tag = (await client.SendAsync(HttpMethod.Post, Apis, Definition("known"))).ETag!;

        var same = await client.GetAsync($"{Apis}/known", ("If-None-Match", $"\"other\", {tag}"));
        var other = await client.GetAsync($"{Apis}/known", ("If-None-Match", "\"other\""));

        Assert.Equal(304, (int)same.Status);
        Assert.Equal("", same.Text);
        Assert.Equal(tag, same.ETag);
        Assert.Equal(200, (int)other.Status);
    }

    [Fact]
    public async Task Put_WithoutIfMatch_Is428_Stale_Is412WithWhoAndWhen_Current_Is200()
    {
        var client = await rest.WriterAsync();
        var first = (await client.SendAsync(HttpMethod.Post, Apis, Definition("edited"))).ETag!;

        (await client.SendAsync(HttpMethod.Put, $"{Apis}/edited", Definition("edited"))).AssertProblem(428, "precondition-required");
        var saved = await client.SendAsync(HttpMethod.Put, $"{Apis}/edited", Definition("edited", "Second"), ("If-Match", first));
        var stale = await client.SendAsync(HttpMethod.Put, $"{Apis}/edited", Definition("edited", "Third"), ("If-Match", first));

        Assert.Equal(200, (int)saved.Status);
        Assert.NotEqual(first, saved.ETag);
        var problem = stale.AssertProblem(412, "stale");
        Assert.Equal("test key", problem.GetProperty("changedBy").GetString());
        Assert.True(problem.GetProperty("changedAt").TryGetDateTimeOffset(out _));
        Assert.Equal(saved.ETag, stale.ETag);
        Assert.Equal("Second", (await client.GetAsync($"{Apis}/edited")).Json.GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("unquoted")]
    [InlineData("\"a\", b")]
    [InlineData("*, \"a\"")]
    [InlineData("W/*")]
    [InlineData("\"a")]
    [InlineData(",")]
    public async Task Put_IfMatchThatIsNoTag_Is400(string ifMatch)
    {
        var client = await rest.WriterAsync();

        var answer = await client.SendAsync(HttpMethod.Put, $"{Apis}/anything", Definition("anything"), ("If-Match", ifMatch));

        answer.AssertProblem(400, "invalid");
        Assert.Contains(("If-Match", "malformed"), answer.Findings);
    }

    [Fact]
    public async Task Put_IfMatch_HoldsAsTheStandardSays()
    {
        var client = await rest.WriterAsync();
        var tag = (await client.SendAsync(HttpMethod.Post, Apis, Definition("conditions"))).ETag!;
        async Task<int> PutAsync(string name, string ifMatch) =>
            (int)(await client.SendAsync(HttpMethod.Put, $"{Apis}/conditions", Definition("conditions", name), ("If-Match", ifMatch))).Status;

        Assert.Equal(412, await PutAsync("weak", $"W/{tag}"));
        Assert.Equal(412, await PutAsync("others", "\"a\", \"b\""));
        Assert.Equal(200, await PutAsync("one of them", $"\"a\", {tag}"));
        Assert.Equal(200, await PutAsync("any", "*"));
        Assert.Equal(404, (int)(await client.SendAsync(HttpMethod.Put, $"{Apis}/no-such-api", Definition("no-such-api"), ("If-Match", "*"))).Status);
        Assert.Equal(204, (int)(await client.SendAsync(HttpMethod.Delete, $"{Apis}/conditions", null, ("If-Match", "*"))).Status);
    }

    [Fact]
    public async Task Put_WithAnotherKey_RenamesUnlessItIsTaken()
    {
        var client = await rest.WriterAsync();
        var tag = (await client.SendAsync(HttpMethod.Post, Apis, Definition("old-name"))).ETag!;
        await client.SendAsync(HttpMethod.Post, Apis, Definition("not-free"));

        var taken = await client.SendAsync(HttpMethod.Put, $"{Apis}/old-name", Definition("not-free"), ("If-Match", tag));
        var renamed = await client.SendAsync(HttpMethod.Put, $"{Apis}/old-name", Definition("new-name"), ("If-Match", tag));
        var read = await client.GetAsync($"{Apis}/new-name");

        taken.AssertProblem(409, "taken");
        Assert.Contains(("key", "taken"), taken.Findings);
        Assert.Equal((200, $"{Apis}/new-name", $"{Apis}/new-name"), ((int)renamed.Status, renamed.Headers["Location"], renamed.Headers["Content-Location"]));
        Assert.NotEqual(tag, renamed.ETag);
        Assert.Equal((renamed.ETag, renamed.Text), (read.ETag, read.Text));
        (await client.GetAsync($"{Apis}/old-name")).AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task Delete_NeedsTheCurrentTagAndThenItIsGone()
    {
        var client = await rest.WriterAsync();
        var tag = (await client.SendAsync(HttpMethod.Post, Apis, Definition("gone"))).ETag!;

        (await client.SendAsync(HttpMethod.Delete, $"{Apis}/gone", null)).AssertProblem(428, "precondition-required");
        (await client.SendAsync(HttpMethod.Delete, $"{Apis}/gone", null, ("If-Match", "\"0\""))).AssertProblem(412, "stale");
        Assert.Equal(204, (int)(await client.SendAsync(HttpMethod.Delete, $"{Apis}/gone", null, ("If-Match", tag))).Status);
        (await client.GetAsync($"{Apis}/gone")).AssertProblem(404, "not-found");
        (await client.SendAsync(HttpMethod.Delete, $"{Apis}/gone", null, ("If-Match", tag))).AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task Post_KeyInUse_Is409()
    {
        var client = await rest.WriterAsync();
        await client.SendAsync(HttpMethod.Post, Apis, Definition("taken"));

        (await client.SendAsync(HttpMethod.Post, Apis, Definition("taken"))).AssertProblem(409, "taken");
    }

    [Fact]
    public async Task Post_ManyMistakes_AreAllListedAtOnceWithPlaces()
    {
        var client = await rest.WriterAsync();

        var answer = await client.SendAsync(HttpMethod.Post, Apis, """
            { "schema": "apiadmin.definition/1", "key": "Not A Key", "name": "", "url": "ftp://x", "method": "TRACE",
              "headers": [ { "name": "a b" }, { "name": "Host", "value": { "from": "constant", "value": "x" } } ],
              "parameters": [ { "name": "x", "in": "query" }, { "name": "x", "in": "query" } ] }
            """);

        answer.AssertProblem(400, "invalid");
        var paths = answer.Findings.Select(finding => finding.Path).ToList();
        Assert.All(["key", "name", "url", "method", "headers[0].name"], path => Assert.Contains(path, paths));
        Assert.Contains(answer.Findings, finding => finding.Code == "duplicate");
        Assert.All(answer.Findings, finding => Assert.Contains(finding.Code, Core.FindingCodes.All));
    }

    [Fact]
    public async Task Post_UnknownMembersAnywhere_AreRefusedByNameAndNothingIsStored()
    {
        var client = await rest.WriterAsync();
        var mass = Definition("mass").Replace("\"key\"", "\"id\": 7, \"createdBy\": \"me\", \"version\": 3, \"key\"", StringComparison.Ordinal)
            .Replace("\"in\":", "\"isAdmin\": true, \"in\":", StringComparison.Ordinal);

        var answer = await client.SendAsync(HttpMethod.Post, Apis, mass);

        answer.AssertProblem(400, "invalid");
        Assert.Equal(
            ["createdBy", "id", "parameters[0].isAdmin", "version"],
            answer.Findings.Where(f => f.Code == "unknownMember").Select(f => f.Path).Order(StringComparer.Ordinal));
        (await client.GetAsync($"{Apis}/mass")).AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task Post_OtherSchema_IsRefused()
    {
        var client = await rest.WriterAsync();

        var answer = await client.SendAsync(
            HttpMethod.Post, Apis, Definition("schema").Replace("definition/1", "definition/2", StringComparison.Ordinal));

        answer.AssertProblem(400, "invalid");
        Assert.Contains(answer.Findings, finding => finding.Path == "schema");
    }

    [Theory]
    [InlineData("PATCH", Apis, 405)]
    [InlineData("GET", "/api/v1/secrets/anything", 405)]
    [InlineData("GET", Apis + "/anything/test", 405)]
    [InlineData("GET", "/api/v1/nothing", 404)]
    [InlineData("GET", Apis + "/no-such-api", 404)]
    public async Task AnyRoute_WithoutAnAnswer_IsAProblem(string method, string path, int status)
    {
        var answer = await (await rest.WriterAsync()).SendAsync(new HttpMethod(method), path, null);

        answer.AssertProblem(status, status == 404 ? "not-found" : "method-not-allowed");
        Assert.Equal(status == 405, answer.Headers.ContainsKey("Allow"));
        Assert.Equal("no-store", answer.Headers["Cache-Control"]);
        Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
    }

    private static string Definition(string key, string name = "An API") => $$$"""
        { "schema": "apiadmin.definition/1", "key": "{{{key}}}", "name": "{{{name}}}", "category": "Tests", "method": "GET",
          "url": "{{system.sandbox.url}}/echo",
          "parameters": [ { "name": "amount", "in": "query", "type": "number", "default": 1.00, "value": { "from": "caller" } } ] }
        """;
}
