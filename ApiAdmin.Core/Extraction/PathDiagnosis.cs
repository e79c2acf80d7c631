using System.Text.Json;
using ApiAdmin.Core.Extraction.Json;
using ApiAdmin.Core.Extraction.JsonPath;
using ApiAdmin.Core.Invocation;

namespace ApiAdmin.Core.Extraction;

/// <summary>
/// Explains why a path found nothing, from the first 64 KiB of the body: how far it got, what is there instead, and which
/// path was probably meant. A second pass, so that a path that does match costs nothing for it.
/// </summary>
internal sealed class PathDiagnosis(BodyHead head)
{
    private List<KnownPlace>? places;

    /// <param name="matched">How many segments led somewhere.</param>
    public OutputProblem Explain(JsonPathQuery path, int matched)
    {
        places ??= KnownPlaces.In(head.Bytes, head.IsWhole);
        var prefix = path.Text(matched);
        var simple = path.Streamed;
        var there = matched <= simple.Steps.Count ? places.Find(p => simple.LeadsTo(p.Steps, matched)) : null;
        var nearest = NearestPath.To(path, matched, places);
        var hint = nearest is null ? "" : $"; the nearest existing path is {nearest}";
        return new OutputProblem
        {
            Code = OutputProblemCode.NoMatch,
            Message = $"There is no match: {What(prefix, there)}{hint}.",
            Matched = prefix,
            Nearest = nearest,
        };
    }

    private static string What(string prefix, KnownPlace? there) => there switch
    {
        null => $"{prefix} is there, but what follows it finds nothing",
        { Kind: JsonTokenType.StartObject, Members.Count: 0 } => $"{prefix} is an empty object",
        { Kind: JsonTokenType.StartObject } => $"{prefix} has these members: {Quoted.List(there.Members)}",
        { Kind: JsonTokenType.StartArray } => $"{prefix} is an array of {there.Elements} elements",
        { Kind: JsonTokenType.String } => $"{prefix} is a text",
        { Kind: JsonTokenType.Number } => $"{prefix} is a number",
        { Kind: JsonTokenType.Null } => $"{prefix} is null",
        _ => $"{prefix} is true or false",
    };
}

/// <summary>One value of the body's beginning.</summary>
internal sealed class KnownPlace(SimplePath path, JsonTokenType kind)
{
    public SimplePath Steps { get; } = path;

    public string Path { get; } = path.ToString();

    public JsonTokenType Kind { get; } = kind;

    public List<string> Members { get; } = [];

    public int Elements { get; set; }
}
