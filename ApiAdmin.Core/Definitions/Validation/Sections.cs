using System.Text.Json;

namespace ApiAdmin.Core.Definitions.Validation;

/// <summary>The order of a definition's members, which is the order of the page's sections.</summary>
internal static class Sections
{
    private static readonly List<string> Members =
        [.. DefinitionJson.Options.GetTypeInfo(typeof(ApiDefinition)).Properties.Select(property => property.Name)];

    public static int Of(string path)
    {
        var end = path.AsSpan().IndexOfAny('.', '[');
        return Members.IndexOf(end < 0 ? path : path[..end]);
    }
}
