using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ApiAdmin.Core.Definitions.Reading;

/// <summary>
/// What is left of a JSON text when everything its shape check found is taken out. Nobody stores or runs it; it lets
/// the checks of the meaning speak in the same answer as those of the shape.
/// </summary>
internal static partial class MendedJson
{
    /// <returns>Null when too little is left to read.</returns>
    public static T? Read<T>(ReadOnlySpan<byte> utf8, IReadOnlyList<Finding> findings)
        where T : class
    {
        try
        {
            var root = JsonNode.Parse(utf8, documentOptions: new JsonDocumentOptions { MaxDepth = StrictJsonLimits.Default.MaxDepth });
            return findings.All(finding => Mend(root, finding)) ? root.Deserialize<T>(DefinitionJson.Options) : null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            return null; // a member twice, or one whose kind cannot be left out
        }
    }

    /// <summary>Takes the member out, or puts an empty text where a required one is missing.</summary>
    private static bool Mend(JsonNode? root, Finding finding)
    {
        var steps = Step().Matches(finding.Path).Select(match => match.Value.Trim('.', '[', ']')).ToList();
        if (steps.Count == 0 || string.Concat(Step().Matches(finding.Path).Select(match => match.Value)) != finding.Path)
        {
            return false;
        }

        var parent = steps.SkipLast(1).Aggregate(root, (node, step) => node switch
        {
            JsonObject o => o[step],
            JsonArray a when int.TryParse(step, out var index) && index < a.Count => a[index],
            _ => null,
        });
        if (parent is not JsonObject owner)
        {
            return false;
        }

        owner.Remove(steps[^1]);
        if (finding.Code == FindingCodes.Required)
        {
            owner[steps[^1]] = "";
        }

        return true;
    }

    [GeneratedRegex(@"(?:^|\.)[A-Za-z_][A-Za-z0-9_]*|\[[0-9]+\]", RegexOptions.NonBacktracking)]
    private static partial Regex Step();
}
