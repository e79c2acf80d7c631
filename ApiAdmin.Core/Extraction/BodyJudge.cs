using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Extraction.Json;

namespace ApiAdmin.Core.Extraction;

/// <summary>Whether the body is what the definition says; the answer is the sentence why not, or null.</summary>
internal sealed class BodyJudge(CompiledDefinition compiled, ResponseHead head, bool hasBody)
{
    // A message path alone asks nothing of the body: it is only looked at when something else has failed.
    private bool IsNeeded => compiled.Outputs.Any(o => o.Slot is not null) || HasRules;

    private bool HasRules => compiled.Rules.Length + compiled.NotFoundRules.Length > 0;

    public string? Problem(BodyFault? jsonFault, string? xmlFault) => compiled.Response.Kind switch
    {
        ResponseKind.Json when hasBody => Json(jsonFault),
        ResponseKind.Json when head.CanHaveBody => "The body is empty, but the definition says it is JSON. Check what the other side answers here, or set the response kind to auto or none.",
        ResponseKind.Auto when hasBody && IsNeeded => Json(jsonFault),
        ResponseKind.Auto when !hasBody && (HasRules || compiled.Outputs.Any(o => o.Slot is not null && o.Param.Required)) =>
            "There is no body, but outputs or rules are to be read from it. Check what the other side answers here, or make the outputs optional.",
        ResponseKind.Xml when xmlFault is not null => $"The body is not well-formed XML: {xmlFault} Check what the other side answers here, or set another response kind.",
        _ => null,
    };

    private string? Json(BodyFault? fault) => fault is null
        ? null
        : $"The body{Came} is not JSON that can be read: {fault.Message.TrimEnd('.')}. Check the URL and what the other side answers here.";

    private string Came => head.MediaType is { } type && !type.Contains("json", StringComparison.Ordinal) ? $" came as {type} and" : "";
}
