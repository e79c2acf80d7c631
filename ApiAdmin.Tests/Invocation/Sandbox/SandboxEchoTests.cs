using System.Net.Http.Headers;
using System.Text;

namespace ApiAdmin.Tests.Invocation.Sandbox;

public sealed class SandboxEchoTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task Echo_QueryWithRepeatedAndEscapedNames_KeepsOrderAndDecodes()
    {
        var echo = await sandbox.GetJsonAsync("/echo/a%2Fb/c?x=1&x=2&n%26m=%E6%9D%8E+%2B");

        Assert.Equal("GET", echo.GetProperty("method").GetString());
        Assert.Equal(["echo", "a/b", "c"], echo.GetProperty("segments").EnumerateArray().Select(s => s.GetString()!));
        Assert.Equal(
            ["x=1", "x=2", "n&m=李 +"],
            echo.GetProperty("query").EnumerateArray().Select(p => $"{p.GetProperty("name").GetString()}={p.GetProperty("value").GetString()}"));
    }

    [Fact]
    public async Task Echo_JsonBody_GivesTextAndValue()
    {
        var response = await sandbox.Client.PostAsync("/echo", new StringContent("{\"a\":1.00}", Encoding.UTF8, "application/json"));
        var echo = await sandbox.JsonAsync(response);

        Assert.Equal("{\"a\":1.00}", echo.GetProperty("body").GetString());
        Assert.Equal("1.00", echo.GetProperty("json").GetProperty("a").GetRawText());
    }

    [Fact]
    public async Task Echo_BytesThatAreNoText_ComeBackAsBase64()
    {
        var response = await sandbox.Client.PutAsync("/echo", new ByteArrayContent([0xFF, 0xFE, 0x00]));
        var echo = await sandbox.JsonAsync(response);

        Assert.Equal("//4A", echo.GetProperty("bodyBase64").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, echo.GetProperty("body").ValueKind);
    }

    [Fact]
    public async Task Echo_FormAndMultipart_AreTakenApart()
    {
        var form = await sandbox.JsonAsync(await sandbox.Client.PostAsync("/echo", new FormUrlEncodedContent([new("a b", "1&2"), new("a b", "")])));
        Assert.Equal(["1&2", ""], form.GetProperty("form").EnumerateArray().Select(p => p.GetProperty("value").GetString()!));

        var file = new ByteArrayContent("hello"u8.ToArray());
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var content = new MultipartFormDataContent { { file, "upload", "list.csv" }, { new StringContent("李娜"), "name" } };
        var parts = (await sandbox.JsonAsync(await sandbox.Client.PostAsync("/echo", content))).GetProperty("parts");

        Assert.Equal(["upload", "name"], parts.EnumerateArray().Select(p => p.GetProperty("name").GetString()!));
        Assert.Equal("list.csv", parts[0].GetProperty("fileName").GetString());
        Assert.Equal("text/csv", parts[0].GetProperty("contentType").GetString());
        Assert.Equal("李娜", parts[1].GetProperty("text").GetString());
    }

    [Fact]
    public async Task Echo_BodyOverTheBound_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/echo") { Content = new ByteArrayContent(new byte[8 * 1024 * 1024 + 1]) };
        // Without it the answer races with a body that nobody reads.
        request.Headers.ExpectContinue = true;
        var response = await sandbox.Client.SendAsync(request);

        Assert.Equal(System.Net.HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }
}
