using System.Text.Json;

namespace ApiAdmin.Core.Invocation.Building;

internal static class JsonText
{
    /// <summary>Reads every string in it once.</summary>
    /// <exception cref="InvalidOperationException">One is no text: half of a surrogate pair, or bytes that are not UTF-8.</exception>
    public static void Check(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                value.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    Check(item);
                }

                break;
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    _ = member.Name;
                    Check(member.Value);
                }

                break;
        }
    }

    /// <summary>Whether a text is one JSON value of the kind.</summary>
    public static bool IsKind(string text, JsonValueKind kind)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            Check(document.RootElement);
            return document.RootElement.ValueKind == kind;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
