using System.Text.Json;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Interchange.Samples;

/// <summary>An output a response could have, with the value it would give of the sample.</summary>
public sealed record FoundOutput(OutputParam Output, string Value);

/// <summary>Outputs for the values of a JSON response: the top level, and what objects on it hold.</summary>
public static class ResponseOutputs
{
    private const int Most = 100;
    private const int ShownLength = 80;

    /// <summary>Null with the reason when the text is no JSON object or array.</summary>
    public static ValueList<FoundOutput>? Read(string json, out string problem)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var found = new List<FoundOutput>();
            var root = document.RootElement;
            var isList = root.ValueKind == JsonValueKind.Array && root.GetArrayLength() > 0;
            Add(isList ? "$[0]" : "$", isList ? root[0] : root, "", 0, found);
            problem = found.Count == 0 ? "There are no named values in this response. Paste one whose body is a JSON object." : "";
            return found.Count == 0 ? null : [.. found.Take(Most)];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            var at = exception is JsonException { LineNumber: { } line } ? $" It stops being JSON in line {line + 1}." : "";
            problem = $"This is not JSON.{at} Paste the body alone, without headers.";
            return null;
        }
    }

    private static void Add(string path, JsonElement element, string prefix, int depth, List<FoundOutput> found)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var member in element.EnumerateObject())
        {
            var name = prefix.Length == 0 ? member.Name : prefix + char.ToUpperInvariant(member.Name.FirstOrDefault()) + member.Name[Math.Min(1, member.Name.Length)..];
            var at = path + Step(member.Name);
            if (member.Value.ValueKind == JsonValueKind.Object && depth < 2)
            {
                Add(at, member.Value, name, depth + 1, found);
            }
            else if (!string.IsNullOrWhiteSpace(name) && found.TrueForAll(f => f.Output.Name != name))
            {
                found.Add(new FoundOutput(new OutputParam { Name = name, Path = at, Type = TypeOf(member.Value) }, Shown(member.Value)));
            }
        }
    }

    private static string Step(string name) => name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
        ? "." + name
        : $"['{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}']";

    private static ParamType TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => ParamType.Array,
        JsonValueKind.Object => ParamType.Object,
        JsonValueKind.Number => value.GetRawText().AsSpan().IndexOfAny('.', 'e', 'E') < 0 ? ParamType.Integer : ParamType.Number,
        JsonValueKind.True or JsonValueKind.False => ParamType.Boolean,
        _ => ParamType.String,
    };

    private static string Shown(JsonElement value)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        return text.Length <= ShownLength ? text : text[..(char.IsHighSurrogate(text[ShownLength - 1]) ? ShownLength - 1 : ShownLength)] + "…";
    }
}
