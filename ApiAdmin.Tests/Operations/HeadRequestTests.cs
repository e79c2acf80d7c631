using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Operations;

public sealed class HeadRequestTests(RestApp rest) : IClassFixture<RestApp>
{
    [Theory]
    [InlineData("/login")]
    [InlineData("/")]
    [InlineData("/no-such-page")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/docs")]
    [InlineData("/api/v1/me")]
    [InlineData("/api/v1/apis")]
    [InlineData("/api/v1/apis/no-such-api")]
    public async Task Head_WhereGetAnswers_HasItsStatusAndTypeAndNoBody(string path)
    {
        var client = await rest.WriterAsync();

        var head = await client.SendAsync(HttpMethod.Head, path, null);
        var get = await client.GetAsync(path);

        Assert.Equal((get.Status, get.MediaType, ""), (head.Status, head.MediaType, head.Text));
        Assert.NotEqual("", get.Text + get.Headers.GetValueOrDefault("Location"));
        Assert.Equal(get.Headers.Keys.Except(["Content-Length", "Transfer-Encoding", "Set-Cookie"]).Order(), head.Headers.Keys.Except(["Content-Length", "Transfer-Encoding", "Set-Cookie"]).Order());
    }

    [Fact]
    public async Task Delete_WhereGetAnswers_AllowsHeadToo()
    {
        var answer = await (await rest.WriterAsync()).SendAsync(HttpMethod.Delete, "/api/v1/apis", null);

        Assert.Equal((405, "GET, HEAD, POST"), ((int)answer.Status, string.Join(", ", answer.Headers["Allow"].Split(", ").Order())));
    }
}
