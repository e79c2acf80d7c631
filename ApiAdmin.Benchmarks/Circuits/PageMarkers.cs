using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ApiAdmin.Benchmarks.Circuits;

/// <summary>The components that a document names for its circuit, in order, and the state they start with.</summary>
internal sealed partial class PageMarkers(string document)
{
    public string State { get; } = StateComment().Match(document).Groups["state"].Value;

    /// <summary>The message that adds them all.</summary>
    public string ToOperations()
    {
        var operations = ComponentComment().Matches(document).Select((match, i) => (JsonNode)new JsonObject
        {
            ["type"] = "add", ["ssrComponentId"] = i + 1, ["marker"] = JsonNode.Parse(match.Groups["marker"].Value),
        });
        return new JsonObject { ["batchId"] = 1, ["operations"] = new JsonArray([.. operations]) }.ToJsonString();
    }

    [GeneratedRegex("<!--Blazor:(?<marker>\\{.*?\\})-->", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ComponentComment();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(?<state>.*?)-->", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StateComment();
}
