using System.Collections.Frozen;
using System.Reflection;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Invocation.Building;

/// <summary>What is sent beside the definition's own headers; a row of the same name replaces each.</summary>
internal static class DefaultHeaders
{
    private static readonly string Product =
        $"ApiAdmin/{typeof(DefaultHeaders).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0"}";

    private static readonly FrozenDictionary<ResponseKind, BuiltHeader[]> ByKind = Enum.GetValues<ResponseKind>().ToFrozenDictionary(kind => kind, All);

    public static BuiltHeader[] Of(ApiDefinition definition) => ByKind[definition.Response.Kind];

    private static BuiltHeader[] All(ResponseKind kind) =>
    [
        new("User-Agent", MaskedText.Plain(Product), IsDefault: true),
        new("Accept", MaskedText.Plain(Accept(kind)), IsDefault: true),
        new("Accept-Encoding", MaskedText.Plain("gzip, deflate, br"), IsDefault: true),
    ];

    private static string Accept(ResponseKind kind) => kind switch
    {
        ResponseKind.Auto or ResponseKind.Json => "application/json, */*;q=0.8",
        ResponseKind.Xml => "application/xml, text/xml, */*;q=0.8",
        ResponseKind.Events => "text/event-stream, */*;q=0.8",
        _ => "*/*",
    };
}
