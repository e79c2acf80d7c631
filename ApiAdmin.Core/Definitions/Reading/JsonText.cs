using System.Text.Json;

namespace ApiAdmin.Core.Definitions.Reading;

/// <summary>Strings out of a parsed document, where an escaped half of a surrogate pair makes the ordinary readers throw.</summary>
internal static class JsonText
{
    /// <returns>The text, or null when it holds half of a surrogate pair.</returns>
    public static string? Read(JsonElement element)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static string? ReadName(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
