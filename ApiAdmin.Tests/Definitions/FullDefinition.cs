using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;

namespace ApiAdmin.Tests.Definitions;

/// <summary>A definition in which no member has its default; a test holds it to that.</summary>
internal static class FullDefinition
{
    public static ApiDefinition Create() => new()
    {
        Key = "full",
        Name = "Full 全部 كامل",
        Description = "Every member\nset",
        Category = "Tests",
        Method = "PUT",
        Url = "https://crm.example.com:8443/v1/{id}",
        Headers = [new HeaderParam { Name = "X-Tenant", Enabled = false, Value = new SecretValue { Name = "tenant" } }],
        Parameters =
        [
            new RequestParam
            {
                Name = "id",
                In = ParamPlace.Path,
                Enabled = false,
                Type = ParamType.Date,
                Required = true,
                Default = RawJson.Parse("1.00"),
                Example = RawJson.Parse("12345678901234567890"),
                Sensitive = true,
                Description = "the id",
                Format = "yyyyMMdd",
                Style = ArrayStyle.Brackets,
                Normalize = ValueNormalization.E164,
                Value = new CallerValue { Input = "orderId" },
            },
            new RequestParam { Name = "amount", In = ParamPlace.Body, Value = new ConstantValue { Value = RawJson.Parse("1e400") } },
            new RequestParam { Name = "now", In = ParamPlace.Query, Value = new SystemValue { Name = "now" } },
        ],
        Body = new RequestBody { Kind = BodyKind.Xml, Template = "<a>{{orderId}}</a>", ContentType = "application/soap+xml" },
        Auth = new ApiKeyAuth { Name = "X-Key", In = ApiKeyPlace.Query, Secret = "key" },
        Response = new ResponseSettings { Kind = ResponseKind.Json, Charset = "gbk", StopEarly = true },
        Outputs =
        [
            new OutputParam
            {
                Name = "status",
                From = OutputSource.Header,
                Path = "X-Status",
                Type = ParamType.Number,
                Required = true,
                Default = RawJson.Parse("-0.0"),
                Sensitive = true,
                Description = "the status",
                Occurrence = "2",
                Inner = "$.a",
                Separator = ";",
                Format = "dd.MM.yyyy",
                Zone = "Asia/Shanghai",
                WriteAs = "iso",
                DefaultFor = [Absence.Missing, Absence.Empty],
                Flatten = true,
            },
        ],
        Success = new SuccessRule
        {
            Status = ["200", "3xx"],
            Match = RuleMatch.Any,
            Rules = [new BodyRule { Path = "$.a", Op = RuleOperator.In, Value = RawJson.Parse("[1, 1.0, \"x\"]") }],
            NotFound = new NotFoundRule { Status = ["404"], Rules = [new BodyRule { Path = "$.b", Op = RuleOperator.Missing }] },
            Message = "$.msg",
        },
        Limits = new InvocationLimits { TimeoutMs = 900, MaxBodyBytes = 1_000, FollowRedirects = 5 },
        Samples =
        [
            new ResponseSample
            {
                Name = "found",
                Status = 201,
                Headers = [new SampleHeader { Name = "X-Status", Value = "1" }],
                MediaType = "application/json",
                Body = "{\"a\":1}",
            },
        ],
        Cases =
        [
            new TestCase
            {
                Name = "one",
                Inputs = new([new("orderId", RawJson.String("A-1")), new("nothing", null)]),
                Expect = new CaseExpectation
                {
                    Outcome = Outcome.BusinessFailure,
                    Outputs = new([new("status", RawJson.Parse("1.50"))]),
                    MaxDurationMs = 1_500.5,
                },
            },
        ],
    };
}
