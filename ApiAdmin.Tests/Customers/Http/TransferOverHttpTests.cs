using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using ApiAdmin.Core.Access;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Customers.Http;

/// <summary>Import and export over REST: a stream in, a stream out, with a report.</summary>
public sealed class TransferOverHttpTests(RestApp rest) : IClassFixture<RestApp>
{
    private const string Address = "/api/v1/customers/import";

    [Fact]
    public async Task Import_ChineseCsvWithABadRow_AnswersWithCountsProblemsAndAReport()
    {
        var (status, answer) = await ImportAsync("?match=none", Encoding.UTF8.GetBytes("昵称;电话\r\n王伟;13822220001\r\nBad\0;1\r\n"));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(("done", 2, 1, 1), (answer.GetProperty("state").GetString(), answer.GetProperty("rows").GetInt32(), answer.GetProperty("added").GetInt32(), answer.GetProperty("bad").GetInt32()));
        var problem = Assert.Single(answer.GetProperty("problems").EnumerateArray());
        Assert.Equal((3, "昵称"), (problem.GetProperty("line").GetInt32(), problem.GetProperty("column").GetString()));
        var report = await (await WriterAsync()).GetAsync($"{Address}/{answer.GetProperty("id").GetString()}/report");
        Assert.Contains("3,昵称,Bad", report.Text, StringComparison.Ordinal);
        Assert.Contains("\"nick\":\"王伟\"", (await (await rest.WithAsync(Scopes.CustomersRead)).GetAsync("/api/v1/customers/query?tel=13822220001")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_GbkFileAndZipBombAndEmptyOne_AreReadOrRefusedInWords()
    {
        var gbk = ApiAdmin.Core.Invocation.Reading.Charsets.Find("gb18030")!.Encoding.GetBytes("昵称,备注\n李娜,老客户\n");
        Assert.Equal(1, (await ImportAsync("?match=none", gbk)).Answer.GetProperty("added").GetInt32());

        foreach (var (body, words) in new[] { (Bomb(), "Unpacked"), (Array.Empty<byte>(), "empty"), ("PK\u0003\u0004 no zip"u8.ToArray(), "XLSX"), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "neither CSV nor XLSX"), ([0x89, .. "PNG\r\n"u8], "neither CSV nor XLSX") })
        {
            var (status, answer) = await ImportAsync("", body);
            Assert.Equal(HttpStatusCode.BadRequest, status);
            Assert.Contains(words, answer.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Export_ASearch_IsTheSameCustomersAndImportsAgain()
    {
        await ImportAsync("?match=none", "nick,phone,remark\nExportme One,13822223001,=1+1\nExportme Two,13822223002,x\n"u8.ToArray());
        var client = await rest.WithAsync(Scopes.CustomersReveal);

        var csv = await client.GetAsync("/api/v1/customers/export?search=exportme");

        Assert.Equal(("text/csv", 3), (csv.MediaType, csv.Text.Trim().Split("\r\n").Length));
        Assert.Contains("'+8613822223001", csv.Text, StringComparison.Ordinal);
        Assert.Contains("'=1+1", csv.Text, StringComparison.Ordinal);
        var (_, again) = await ImportAsync("", Encoding.UTF8.GetBytes(csv.Text));
        Assert.Equal((2, 2), (again.GetProperty("rows").GetInt32(), again.GetProperty("skipped").GetInt32()));
        Assert.Equal("PK", (await client.GetAsync("/api/v1/customers/export?search=exportme&format=xlsx")).Text[..2]);
    }

    /// <summary>A workbook that says it holds 200 MiB.</summary>
    private static byte[] Bomb()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = archive.CreateEntry("xl/worksheets/sheet1.xml").Open();
            var zeros = new byte[1024 * 1024];
            for (var megabyte = 0; megabyte < 200; megabyte++)
            {
                part.Write(zeros);
            }
        }

        return bytes.ToArray();
    }

    private Task<RestClient> WriterAsync() => rest.WithAsync(Scopes.CustomersWrite);

    private async Task<(HttpStatusCode Status, JsonElement Answer)> ImportAsync(string query, byte[] body)
    {
        var client = await WriterAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, Address + query) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("text/csv");
        request.Headers.Add("X-Api-Key", client.Key);
        using var response = await client.Http.SendAsync(request);
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }
}
