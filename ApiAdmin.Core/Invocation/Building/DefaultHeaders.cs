using System.Reflection;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Invocation.Building;

/// <summary>What is sent beside the definition's own headers; a row of the same name replaces each.</summary>
internal static class DefaultHeaders
{
    private static readonly string Product =
        $"ApiAdmin/{typeof(DefaultHeaders).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0"}";

    public static IEnumerable<BuiltHeader> Of(ApiDefinition definition)
    {
        yield return new("User-Agent", MaskedText.Plain(Product), IsDefault: true);
        yield return new("Accept", MaskedText.Plain(Accept(definition.Response.Kind)), IsDefault: true);
        yield return new("Accept-Encoding", MaskedText.Plain("gzip, deflate, br"), IsDefault: true);
    }

    private static string Accept(ResponseKind kind) => kind switch
    {
        ResponseKind.Auto or ResponseKind.Json => "application/json, */*;q=0.8",
        ResponseKind.Xml => "application/xml, text/xml, */*;q=0.8",
        ResponseKind.Events => "text/event-stream, */*;q=0.8",
        _ => "*/*",
    };
}
