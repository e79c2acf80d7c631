using System.Text;
using System.Text.Json;
using ApiAdmin.Core.Extraction.Json;
using ApiAdmin.Core.Extraction.JsonPath;
using ApiAdmin.Core.Invocation;

namespace ApiAdmin.Core.Extraction.Sources;

/// <summary>JSON that stands as text inside something else: it is decoded once more and a path applied to it.</summary>
internal static class InnerJson
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = JsonWalker.DeepestJson };

    public static SourceResult Find(SourceValue outer, JsonPathQuery query)
    {
        if (outer.Kind is not JsonValueKind.String || outer.Text is not { } text)
        {
            return SourceResult.Failed(OutputProblemCode.WrongType, "The value is no text in which JSON could stand. Leave the inner path out, or lengthen the outer one.");
        }

        try
        {
            using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(text), Options);
            var result = query.Select(document.RootElement);
            if (result.Problem is { } problem)
            {
                return SourceResult.Failed(OutputProblemCode.TooLarge, problem);
            }

            return result.Matches.Count > 0
                ? new([.. result.Matches.Select(m => Of(m.Value, outer))])
                : Missing(query, document.RootElement);
        }
        catch (JsonException exception)
        {
            return SourceResult.Failed(OutputProblemCode.Undecodable, $"The text is not JSON: {BodyFault.Of(exception).Message} Leave the inner path out if it is meant as text.");
        }
    }

    private static SourceValue Of(JsonElement value, SourceValue outer) =>
        SourceValue.Of(new FoundValue(value.ValueKind, value.GetRawText()), outer.Line, outer.Column);

    private static SourceResult Missing(JsonPathQuery query, JsonElement root)
    {
        var members = root.ValueKind == JsonValueKind.Object ? root.EnumerateObject().Select(m => ElementText.NameOf(m) ?? "\ufffd").ToList() : [];
        var there = members.Count > 0 ? $" It has these members: {Quoted.List(members)}." : "";
        return SourceResult.NoMatch($"The JSON inside the text has nothing at {query}.{there}");
    }
}
