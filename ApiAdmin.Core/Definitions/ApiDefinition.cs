namespace ApiAdmin.Core.Definitions;

/// <summary>
/// The description of one external HTTP operation, in its portable form <c>apiadmin.definition/1</c>.
/// It is data only: validating, storing and running it are other types' work.
/// </summary>
public sealed record ApiDefinition
{
    public const string SchemaId = "apiadmin.definition/1";

    public string Schema { get; init; } = SchemaId;

    /// <summary>The stable name other systems use: lower-case letters, digits and single hyphens, at most 64.</summary>
    public required string Key { get; init; }

    public required string Name { get; init; }

    public string Description { get; init; } = "";

    public string Category { get; init; } = "";

    /// <summary>GET, HEAD, POST, PUT, PATCH, DELETE or OPTIONS.</summary>
    public string Method { get; init; } = "GET";

    /// <summary>
    /// Absolute http(s), or beginning with <c>{{system.sandbox.url}}</c>; <c>{name}</c> in its path stands for the path
    /// param of that name.
    /// </summary>
    public required string Url { get; init; }

    public ValueList<HeaderParam> Headers { get; init; } = [];

    public ValueList<RequestParam> Parameters { get; init; } = [];

    public RequestBody Body { get; init; } = new();

    public ApiAuth Auth { get; init; } = new NoAuth();

    public ResponseSettings Response { get; init; } = new();

    public ValueList<OutputParam> Outputs { get; init; } = [];

    public SuccessRule Success { get; init; } = new();

    public InvocationLimits Limits { get; init; } = new();

    public ValueList<ResponseSample> Samples { get; init; } = [];

    public ValueList<TestCase> Cases { get; init; } = [];
}
