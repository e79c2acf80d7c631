using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace ApiAdmin.Tests.Invocation.Sandbox;

public sealed class SandboxTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task Index_Always_ListsRoutes() =>
        Assert.True((await sandbox.GetJsonAsync("/")).GetProperty("routes").GetArrayLength() > 15);

    [Theory]
    [InlineData("/orders/A-1001", 200, "000000")]
    [InlineData("/orders/a-1006", 200, "000000")]
    [InlineData("/orders/A-9", 404, "404001")]
    [InlineData("/orders/A-9?envelope=true", 200, "404001")]
    [InlineData("/customers/10000004", 200, "000000")]
    [InlineData("/customers/7", 404, "404001")]
    [InlineData("/business-failure", 200, "100012")]
    public async Task Shop_ById_AnswersInItsEnvelope(string path, int status, string code)
    {
        var response = await sandbox.Client.GetAsync(path);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(code, (await sandbox.JsonAsync(response)).GetProperty("ret_code").GetString());
    }

    [Theory]
    [InlineData("%2B86%20138-0013-8000", 1)]
    [InlineData("13800138000", 1)]
    [InlineData("5550100", 0)]
    [InlineData("", 6)]
    public async Task Customers_ByTel_IsAListThatMayBeEmpty(string tel, int count) =>
        Assert.Equal(count, (await sandbox.GetJsonAsync($"/customers?tel={tel}")).GetProperty("items").GetArrayLength());

    [Theory]
    [InlineData("""{"customerId":"10000001","subject":"Late"}""", 201)]
    [InlineData("""{"customerId":"1","subject":"","priority":"urgent"}""", 422)]
    [InlineData("nonsense", 422)]
    public async Task Tickets_Body_IsChecked(string body, int status) =>
        Assert.Equal(status, (int)(await sandbox.Client.PostAsync("/tickets", new StringContent(body, Encoding.UTF8, "application/json"))).StatusCode);

    [Theory]
    [InlineData(200)]
    [InlineData(204)]
    [InlineData(304)]
    [InlineData(404)]
    [InlineData(418)]
    [InlineData(503)]
    [InlineData(599)]
    public async Task Status_AnyCode_IsAnswered(int code) =>
        Assert.Equal(code, (int)(await sandbox.Client.GetAsync($"/status/{code}")).StatusCode);

    [Theory]
    [InlineData("/large?bytes=10")]
    [InlineData("/large?bytes=1000")]
    [InlineData("/large?bytes=3000001")]
    public async Task Large_Bytes_IsAJsonArrayOfThatLength(string path)
    {
        var bytes = await sandbox.Client.GetByteArrayAsync(path);

        Assert.Equal(int.Parse(path.Split('=')[1]), bytes.Length);
        using var document = JsonDocument.Parse(bytes);
        Assert.Equal(JsonValueKind.Array, document.RootElement.ValueKind);
    }

    [Theory]
    [InlineData("/large?bytes=268435457")]
    [InlineData("/slow?ms=-1")]
    [InlineData("/drip?bytes=abc")]
    [InlineData("/redirect/1?status=200")]
    public async Task Bounds_Passed_AreRefused(string path) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await sandbox.Client.GetAsync(path)).StatusCode);

    [Fact]
    public async Task Redirect_Chain_EndsWithAnAnswer()
    {
        var path = "/redirect/3?status=307";
        for (var hop = 0; hop < 3; hop++)
        {
            var response = await sandbox.Client.GetAsync(path);
            Assert.Equal(307, (int)response.StatusCode);
            path = response.Headers.Location!.PathAndQuery;
        }

        Assert.True((await sandbox.GetJsonAsync(path)).GetProperty("arrived").GetBoolean());
    }

    [Theory]
    [InlineData("/gzip", "gzip")]
    [InlineData("/brotli", "br")]
    [InlineData("/deflate", "deflate")]
    [InlineData("/deflate?raw=true", "raw")]
    public async Task Compressed_Body_InflatesToJson(string path, string coding)
    {
        var response = await sandbox.Client.GetAsync(path);
        var body = await response.Content.ReadAsStreamAsync();
        await using Stream inflated = coding switch
        {
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "raw" => new DeflateStream(body, CompressionMode.Decompress),
            _ => new ZLibStream(body, CompressionMode.Decompress),
        };

        using var document = await JsonDocument.ParseAsync(inflated);
        Assert.Equal(response.Content.Headers.ContentEncoding.Single(), document.RootElement.GetProperty("coding").GetString());
    }

    [Theory]
    [InlineData("gb18030", "订单已发货")]
    [InlineData("windows-1256", "تم شحن الطلب")]
    [InlineData("shift_jis", "注文は発送されました")]
    [InlineData("utf-16", "订单已发货 · Заказ отправлен")]
    public async Task Charset_Declared_HasItsBytes(string name, string text)
    {
        var response = await sandbox.Client.GetAsync($"/charset/{name}?declare=latin1");
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);

        Assert.Equal("latin1", response.Content.Headers.ContentType!.CharSet);
        Assert.Contains(text, encoding.GetString(await response.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_Count_EndsAfterThem() =>
        Assert.Equal(2, (await sandbox.Client.GetStringAsync("/events?count=2&ms=1")).Split("event: order").Length - 1);

    [Fact]
    public async Task Cookies_Always_AreSet() =>
        Assert.Equal(2, (await sandbox.Client.GetAsync("/cookies")).Headers.GetValues("Set-Cookie").Count());

    [Theory]
    [InlineData("/auth/basic", "Basic ZGVtbzpzYW5kYm94LXBhc3N3b3Jk")]
    [InlineData("/auth/bearer", "Bearer sandbox-token")]
    public async Task Auth_RightAndWrong_OpensOrNot(string path, string credentials)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await sandbox.Client.GetAsync(path)).StatusCode);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = AuthenticationHeaderValue.Parse(credentials);
        Assert.Equal(HttpStatusCode.OK, (await sandbox.Client.SendAsync(request)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await sandbox.Client.GetAsync("/auth/key?api_key=sandbox-key")).StatusCode);
    }

    [Fact]
    public async Task Stop_WithASlowAnswerRunning_EndsSoon()
    {
        var own = new SandboxFixture();
        await own.InitializeAsync();
        var slow = own.Client.GetAsync("/slow?ms=60000");
        await own.Client.GetAsync("/status/200");

        await own.DisposeAsync().WaitAsync(TimeSpan.FromSeconds(8));

        await Assert.ThrowsAnyAsync<Exception>(() => slow);
    }
}
