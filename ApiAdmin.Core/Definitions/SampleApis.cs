namespace ApiAdmin.Core.Definitions;

/// <summary>Six APIs against the sandbox upstream, each showing one thing an API can do. Offered at set-up.</summary>
public static class SampleApis
{
    private const string Base = "{{system.sandbox.url}}";
    private const string Category = "Samples";

    public static ValueList<ApiDefinition> All { get; } =
        [OrderStatus(), CustomerByPhone(), CreateTicket(), BusinessFailure(), SlowUpstream(), Redirects()];

    private static SuccessRule Envelope => new()
    {
        Rules = [new BodyRule { Path = "$.ret_code", Op = RuleOperator.Eq, Value = RawJson.String("000000") }],
        NotFound = new NotFoundRule { Status = ["404"] },
        Message = "$.ret_msg",
    };

    private static ApiDefinition OrderStatus() => new()
    {
        Key = "sample-order-status",
        Name = "Order status",
        Category = Category,
        Description = "Reads one order. A path param, outputs with types, and 404 as \"not found\". Try A-1001, then A-9999.",
        Url = $"{Base}/orders/{{orderId}}",
        Parameters = [new RequestParam { Name = "orderId", In = ParamPlace.Path, Required = true, Example = RawJson.String("A-1001"), Description = "A-1001 to A-1006" }],
        Outputs =
        [
            new OutputParam { Name = "status", Path = "$.item.status", Required = true },
            new OutputParam { Name = "amount", Path = "$.item.amount", Type = ParamType.Number },
            new OutputParam { Name = "city", Path = "$.item.address.city" },
            new OutputParam { Name = "firstLine", Path = "$.item.lines[0].name" },
            new OutputParam { Name = "requestId", From = OutputSource.Header, Path = "X-Request-Id" },
        ],
        Success = Envelope,
    };

    private static ApiDefinition CustomerByPhone() => new()
    {
        Key = "sample-customer-by-phone",
        Name = "Customer by phone",
        Category = Category,
        Description = "Finds a customer by phone number, which in a flow is the caller's. The number is written as + and digits before it is sent.",
        Url = $"{Base}/customers",
        Parameters =
        [
            new RequestParam
            {
                Name = "tel", In = ParamPlace.Query, Required = true, Sensitive = true, Normalize = ValueNormalization.E164,
                Example = RawJson.String("138 0013 8000"), Value = new SystemValue { Name = "call.from" },
            },
        ],
        Outputs =
        [
            new OutputParam { Name = "found", Path = "$.total", Type = ParamType.Integer, Required = true },
            new OutputParam { Name = "customerId", Path = "$.items[0].id" },
            new OutputParam { Name = "name", Path = "$.items[0].name", Sensitive = true },
            new OutputParam { Name = "vip", Path = "$.items[0].vip", Type = ParamType.Boolean, Default = RawJson.Boolean(false) },
        ],
        Success = Envelope with
        {
            NotFound = new NotFoundRule { Rules = [new BodyRule { Path = "$.total", Op = RuleOperator.Eq, Value = RawJson.Parse("0") }] },
        },
    };

    private static ApiDefinition CreateTicket() => new()
    {
        Key = "sample-create-ticket",
        Name = "Create ticket",
        Category = Category,
        Description = "Opens a ticket with a JSON body made of params. An unknown priority shows how a refusal with status 422 looks.",
        Method = "POST",
        Url = $"{Base}/tickets",
        Headers = [new HeaderParam { Name = "X-Request-Key", Value = new SystemValue { Name = "uuid" }, Description = "A new one for each call" }],
        Parameters =
        [
            new RequestParam { Name = "customerId", In = ParamPlace.Body, Required = true, Example = RawJson.String("10000001") },
            new RequestParam { Name = "subject", In = ParamPlace.Body, Required = true, Example = RawJson.String("Call me back") },
            new RequestParam { Name = "priority", In = ParamPlace.Body, Default = RawJson.String("normal"), Description = "low, normal or high" },
        ],
        Body = new RequestBody { Kind = BodyKind.Json },
        Outputs =
        [
            new OutputParam { Name = "ticketId", Path = "$.ticket.id", Required = true },
            new OutputParam { Name = "status", Path = "$.ticket.status" },
            new OutputParam { Name = "httpStatus", From = OutputSource.Status, Type = ParamType.Integer },
        ],
        Success = Envelope,
    };

    private static ApiDefinition BusinessFailure() => new()
    {
        Key = "sample-business-failure",
        Name = "Business failure",
        Category = Category,
        Description = "Answers 200 with a ret_code that is not 000000: the success rule tells it from a success and shows the other side's message.",
        Url = $"{Base}/business-failure",
        Parameters = [new RequestParam { Name = "code", In = ParamPlace.Query, Example = RawJson.String("100012"), Description = "000000 makes it a success" }],
        Outputs = [new OutputParam { Name = "code", Path = "$.ret_code" }],
        Success = Envelope,
    };

    private static ApiDefinition SlowUpstream() => new()
    {
        Key = "sample-slow-upstream",
        Name = "Slow upstream",
        Category = Category,
        Description = "Waits before it answers. With more than the limit of 2,000 ms the outcome is timeout, and the phase says in which part the time went.",
        Url = $"{Base}/slow",
        Parameters = [new RequestParam { Name = "ms", In = ParamPlace.Query, Type = ParamType.Integer, Default = RawJson.Parse("5000"), Description = "How long it waits" }],
        Limits = new InvocationLimits { TimeoutMs = 2_000 },
    };

    private static ApiDefinition Redirects() => new()
    {
        Key = "sample-redirects",
        Name = "Redirects",
        Category = Category,
        Description = "Goes through redirects, each hop checked. It follows 3; with more the outcome is http_error with the last redirect.",
        Url = $"{Base}/redirect/{{hops}}",
        Parameters = [new RequestParam { Name = "hops", In = ParamPlace.Path, Type = ParamType.Integer, Default = RawJson.Parse("2"), Description = "How many redirects it takes" }],
        Limits = new InvocationLimits { FollowRedirects = 3 },
    };
}
