using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Web.Definitions.Editing;

/// <summary>
/// What a person is likely to type into the headers' grid. Only request headers that a definition may set: those the
/// sender or the authentication makes are not offered.
/// </summary>
public static class HeaderSuggestions
{
    public const string NameList = "header-names";
    public const string VariableList = "system-variables";

    private const string ValueList = "header-values-";

    private static readonly string[] MediaTypes =
        ["application/json", "application/xml", "text/plain", "text/html", "application/x-www-form-urlencoded", "application/octet-stream"];

    /// <summary>The values of one header each.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Values { get; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase)
    {
        ["Accept"] = [.. MediaTypes.Except(["application/x-www-form-urlencoded"]), "application/problem+json", "text/csv", "application/pdf", "image/*", "*/*"],
        ["Accept-Charset"] = ["utf-8", "gb18030", "iso-8859-1"],
        ["Accept-Encoding"] = ["gzip", "br", "gzip, br", "identity"],
        ["Accept-Language"] = ["en", "en-US", "zh-CN", "zh-CN,zh;q=0.9,en;q=0.8", "zh-TW", "ar", "de", "es", "fr", "ja", "ko", "pt-BR", "ru"],
        ["Cache-Control"] = ["no-cache", "no-store", "max-age=0", "max-age=60", "only-if-cached"],
        ["Content-Language"] = ["en", "zh-CN", "ar"],
        ["Content-Type"] = [.. MediaTypes, "application/json; charset=utf-8", "text/xml; charset=utf-8", "application/soap+xml; charset=utf-8"],
        ["Pragma"] = ["no-cache"],
        ["Prefer"] = ["return=minimal", "return=representation", "respond-async", "handling=strict"],
        ["X-Requested-With"] = ["XMLHttpRequest"],
    };

    public static IReadOnlyList<string> Names { get; } =
    [
        .. Values.Keys.Concat(
        [
            "Cookie", "Date", "Forwarded", "From", "Idempotency-Key", "If-Match", "If-Modified-Since", "If-None-Match", "If-Unmodified-Since",
            "Origin", "Range", "Referer", "SOAPAction", "traceparent", "User-Agent", "X-Api-Version", "X-Client-Id", "X-Correlation-Id",
            "X-Forwarded-For", "X-Request-Id", "X-Signature", "X-Tenant", "X-Timestamp",
        ]).Order(StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>A system variable as it stands inside a constant.</summary>
    public static IReadOnlyList<string> Variables { get; } =
        [.. SystemVariables.Always.Concat(SystemVariables.OfACall).Select(name => $"{{{{system.{name}}}}}")];

    public static string ListOf(string header) => ValueList + header.ToLowerInvariant();

    /// <summary>The list for a constant of this row: the values of its header, else the variables.</summary>
    public static string? ListFor(Param row) => row switch
    {
        HeaderParam when Values.ContainsKey(row.Name) => ListOf(row.Name),
        { Type: ParamType.String or ParamType.Date } => VariableList,
        _ => null,
    };
}
