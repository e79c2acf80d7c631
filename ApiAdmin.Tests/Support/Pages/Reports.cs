using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;

namespace ApiAdmin.Tests.Support.Pages;

/// <summary>Reports as the invoker makes them.</summary>
internal static class Reports
{
    public static InvocationReport Success { get; } = new()
    {
        InvocationId = "01-run", Api = "order-status", Outcome = Outcome.Success, Message = "The order was found.", StartedAt = PageContext.Now, DurationMs = 12.4,
        Phases = [new("check", 0.1), new("build", 0.2), new("dns", 0.4), new("connect", 0.6), new("tls", 3), new("send", 0.1), new("wait", 7), new("receive", 0.8), new("extract", 0.2)],
        Request = new ReportRequest { Method = "GET", Url = "https://crm.example.com/v1/orders/A-1001", Text = "GET /v1/orders/A-1001 HTTP/1.1\r\nHost: crm.example.com\r\nAuthorization: Bearer •••\r\n\r\n" },
        Response = new ReportResponse
        {
            Status = 200, Reason = "OK", HttpVersion = "1.1", MediaType = "application/json", Charset = "utf-8", WireBytes = 412, BodyBytes = 812,
            Headers = [new("Content-Type", "application/json"), new("X-Request-Id", "r-77")],
            Body = """{"item":{"status":"shipped","amount":12345678901234567890.10,"name":"李娜"}}""",
        },
        Connection = new ReportConnection
        {
            RemoteAddress = "203.0.113.7:443", Tls = "1.3", AllowedBy = "10.1.2.0/24:8443",
            Certificate = new ReportCertificate { Subject = "CN=crm.example.com", Issuer = "CN=Test CA", NotAfter = PageContext.Now.AddDays(12) },
            Chain =
            [
                new ReportCertificate { Subject = "CN=crm.example.com", Issuer = "CN=Test CA", NotAfter = PageContext.Now.AddDays(12) },
                new ReportCertificate { Subject = "CN=Test CA", Issuer = "CN=Test CA", NotAfter = PageContext.Now.AddDays(900) },
            ],
        },
        Outputs =
        [
            new ReportOutput { Name = "status", Type = ParamType.String, Value = RawJson.String("shipped"), Raw = "\"shipped\"", Line = 1, Column = 19 },
            new ReportOutput
            {
                Name = "city", Type = ParamType.String,
                Problem = new OutputProblem { Code = OutputProblemCode.NoMatch, Message = "No match; $.item has these members: status, amount, name.", Matched = "$.item", Nearest = "$.item.name" },
            },
        ],
        Steps = [new ReportStep { Name = "check inputs", State = StepState.Ok, Ms = 0.1 }, new ReportStep { Name = "extract", State = StepState.Ok, Ms = 0.2 }],
        Warnings = ["Optional output “city” was not found and is null."],
    };
}
