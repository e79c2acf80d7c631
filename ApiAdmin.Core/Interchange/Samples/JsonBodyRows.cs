using System.Text.Json;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Interchange.Curl;

namespace ApiAdmin.Core.Interchange.Samples;

/// <summary>Body rows of a JSON object: nested members by dots, arrays as one row each.</summary>
public static class JsonBodyRows
{
    private const int Most = 200;
    private const int LongestName = 200;

    /// <summary>
    /// Null when rows would send something else: no object, an empty one, null somewhere (a row without a value is left
    /// out), a name twice, or one that dots would nest elsewhere.
    /// </summary>
    public static ValueList<RequestParam>? Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var rows = new List<RequestParam>();
            return document.RootElement.ValueKind == JsonValueKind.Object && Add("", document.RootElement, rows) && rows.Count is > 0 and <= Most
                ? [.. rows]
                : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Malformed, or a string that holds half of a surrogate pair.
            return null;
        }
    }

    private static bool Add(string prefix, JsonElement element, List<RequestParam> rows)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            var name = prefix + member.Name;
            if (!IsUsable(member.Name) || name.Length > LongestName || !names.Add(member.Name) || !AddValue(name, member.Value, rows))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsUsable(string name) => !string.IsNullOrWhiteSpace(name) && !name.Contains('.', StringComparison.Ordinal) && !name.Any(char.IsControl);

    private static bool AddValue(string name, JsonElement value, List<RequestParam> rows)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when value.EnumerateObject().Any():
                return Add(name + ".", value, rows);
            case JsonValueKind.Null:
                return false;
            case JsonValueKind.String:
                rows.Add(PairRows.Row(name, value.GetString()!, ParamPlace.Body));
                return true;
            default:
                rows.Add(new RequestParam { Name = name, In = ParamPlace.Body, Type = TypeOf(value), Value = new ConstantValue { Value = RawJson.Of(value) } });
                return true;
        }
    }

    private static ParamType TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => ParamType.Array,
        JsonValueKind.Object => ParamType.Object,
        JsonValueKind.Number => value.GetRawText().AsSpan().IndexOfAny('.', 'e', 'E') < 0 ? ParamType.Integer : ParamType.Number,
        _ => ParamType.Boolean,
    };
}
