using System.Text;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Extraction.Json;
using ApiAdmin.Core.Extraction.Sources;

namespace ApiAdmin.Core.Extraction;

/// <summary>Whether the body is what the definition says; the answer is the sentence why not, or null.</summary>
internal readonly struct BodyJudge(CompiledDefinition compiled, ResponseHead head, BodyHead kept, bool hasBody)
{
    private const int LongestBeginning = 40;

    // A message path alone asks nothing of the body: it is only looked at when something else has failed.
    private bool IsNeeded => Array.Exists(compiled.Outputs, o => o.Path is not null) || HasRules;

    private bool IsRequired => Array.Exists(compiled.Outputs, o => (o.Path is not null || o.NeedsText) && o.Param.Required);

    private bool HasRules => compiled.Rules.Length + compiled.NotFoundRules.Length > 0;

    public string? Problem(BodyFault? jsonFault, string? xmlFault, EventStream? events) => compiled.KindFor(head) switch
    {
        ResponseKind.Json when hasBody => Json(jsonFault),
        ResponseKind.Json when head.CanHaveBody => "The body is empty, but the definition says it is JSON. Check what the other side answers here, or set the response kind to auto or none.",
        ResponseKind.Auto when !hasBody && (HasRules || IsRequired) =>
            "There is no body, but outputs or rules are to be read from it. Check what the other side answers here, or make the outputs optional.",
        ResponseKind.Auto when hasBody && IsNeeded && jsonFault is not null => Json(jsonFault),
        ResponseKind.Auto or ResponseKind.Xml when xmlFault is not null => $"The body is not well-formed XML: {xmlFault} Check what the other side answers here, or set another response kind.",
        ResponseKind.Events when events is { IsTooLarge: true } => "One event of the stream is larger than 8 MiB. Ask the other side for less at a time.",
        ResponseKind.Events when events is { Count: 0 } && (HasRules || IsRequired) => "No event came to its end, but outputs or rules are to be read from the last one. Check what the other side answers here.",
        ResponseKind.Events when events is { Count: > 0 } && IsNeeded => Json(jsonFault),
        _ => null,
    };

    /// <summary>Why no output can be read from this body: what arrived instead of JSON, and what to do.</summary>
    public string? Json(BodyFault? fault) => fault is null
        ? null
        : $"The body{Came} is not JSON that can be read: {fault.Message.TrimEnd('.')}.{Begins} {Cure}";

    private string Came => head.MediaType is { } type && !IsJson(type) ? $" came as {type} and" : "";

    private string Cure => head.MediaType is { } type && !IsJson(type)
        ? "Check the URL, or ask for JSON with the header Accept: application/json if the other side has it."
        : "Check the URL and what the other side answers here.";

    /// <summary>Its first characters; not where an output is sensitive, as its value could be among them.</summary>
    private string Begins => compiled.HasSensitiveOutputs || kept.Bytes.IsEmpty ? "" : $" It begins with {Quoted.Text(Beginning())}.";

    private string Beginning()
    {
        var bytes = kept.Bytes[..Math.Min(kept.Bytes.Length, LongestBeginning * 3)];
        var text = string.Join(' ', Encoding.UTF8.GetString(bytes).TrimEnd('\ufffd').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= LongestBeginning ? text : text[..LongestBeginning] + "…";
    }

    private static bool IsJson(string mediaType) => mediaType.Contains("json", StringComparison.Ordinal);
}
