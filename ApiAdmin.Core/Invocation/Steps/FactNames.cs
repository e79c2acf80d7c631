namespace ApiAdmin.Core.Invocation.Steps;

/// <summary>What the facts of a step are called, apart from inputs and rules, which have names of their own.</summary>
public static class FactNames
{
    public const string Request = "request";
    public const string Headers = "headers";
    public const string BodyBytes = "bodyBytes";
    public const string WireBytes = "wireBytes";
    public const string Host = "host";
    public const string Address = "address";
    public const string Protocol = "protocol";
    public const string Certificate = "certificate";
    public const string Status = "status";
    public const string Accepted = "accepted";
    public const string MediaType = "mediaType";
    public const string Charset = "charset";
    public const string Outputs = "outputs";
    public const string Found = "found";
    public const string Holds = "holds";
    public const string Source = "source";
    public const string Path = "path";
    public const string Raw = "raw";
    public const string Place = "place";
    public const string Value = "value";

    public static IReadOnlyList<string> All { get; } =
    [
        Request, Headers, BodyBytes, WireBytes, Host, Address, Protocol, Certificate, Status, Accepted, MediaType, Charset, Outputs, Found, Holds,
        Source, Path, Raw, Place, Value,
    ];
}
