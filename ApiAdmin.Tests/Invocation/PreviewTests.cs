using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Invocation;

public sealed class PreviewTests
{
    [Fact]
    public async Task Invoke_DefinitionWithEverything_ReportsTheTextThatWentOverTheWire()
    {
        await using var server = RawServer.Answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        using var host = new InvokerHost([$"127.0.0.1:{server.Port}"]);
        var definition = InvokerHost.Definition($"http://127.0.0.1:{server.Port}/a//b/{{id}}?x=1") with
        {
            Method = "PUT",
            Headers = [Header("x-lower", "李 é"), Header("ACCEPT", "text/plain"), Header("Content-Language", "de"), Header("If-Match", "\"1\"")],
            Parameters =
            [
                new RequestParam { Name = "id", In = ParamPlace.Path, Value = new ConstantValue { Value = RawJson.String("ä/ö ?") } },
                new RequestParam { Name = "q", In = ParamPlace.Query, Value = new ConstantValue { Value = RawJson.String("a&b=c d") } },
                new RequestParam { Name = "n.m", In = ParamPlace.Body, Type = ParamType.Number, Value = new ConstantValue { Value = RawJson.Parse("1.00") } },
            ],
            Body = new RequestBody { Kind = BodyKind.Json },
        };

        var report = await host.RunAsync(definition);

        Assert.Equal(Outcome.Success, report.Outcome);
        Assert.Equal(report.Request!.Text, System.Text.Encoding.UTF8.GetString(server.Exchanges.Single().Received));
    }

    private static HeaderParam Header(string name, string value) => new() { Name = name, Value = new ConstantValue { Value = RawJson.String(value) } };
}
