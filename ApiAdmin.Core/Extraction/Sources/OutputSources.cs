using System.Text.Json;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;

namespace ApiAdmin.Core.Extraction.Sources;

/// <summary>Asks the source that an output names.</summary>
/// <param name="text">The body as text; null when no output needs it so.</param>
/// <param name="broken">Why the body could not be read as JSON to its end; null when it could. What stood before the fault still counts.</param>
internal sealed class OutputSources(ResponseView view, TextBody? text, XmlSource? xml, BodyHead kept, string? broken)
{
    private PathDiagnosis? diagnosis;

    public SourceResult Find(CompiledOutput output)
    {
        var param = output.Param;
        return param.From switch
        {
            OutputSource.Json => Json(output.Path!),
            OutputSource.Header => HeadSources.Header(view.Head, param.Path),
            OutputSource.Cookie => HeadSources.Cookie(view.Head, param.Path),
            OutputSource.Status => new([new SourceValue(JsonValueKind.Number, $"{view.Head.Status}", $"{view.Head.Status}")]),
            _ when !view.HasBody || text is null => SourceResult.NoMatch("The response has no body."),
            _ when text.IsTooLarge => SourceResult.Failed(OutputProblemCode.TooLarge, TextBody.TooLarge),
            OutputSource.Body => BodySources.Whole(text),
            OutputSource.Form => BodySources.Form(text, param.Path),
            OutputSource.Regex => BodySources.Pattern(text, output.Pattern!),
            _ => xml!.Find(output.XPath!, param.Path),
        };
    }

    private SourceResult Json(CompiledPath path)
    {
        if (view.Find(path) is not { } found)
        {
            return SourceResult.NoMatch("The body is not read as JSON, because the definition's response kind says so. Set it to auto or json.");
        }

        if (found.Problem is { } problem)
        {
            return SourceResult.Failed(OutputProblemCode.TooLarge, problem);
        }

        return found.Values.Count > 0
            ? new([.. found.Values.Select(v => SourceValue.Of(v.Value, v.Line, v.Column))])
            : new([], NotFound(path));
    }

    private OutputProblem NotFound(CompiledPath path)
    {
        if (broken is not null)
        {
            // Nobody knows what the body would have held: "no match" would be a guess.
            return new OutputProblem { Code = OutputProblemCode.Undecodable, Message = $"{path.Query} could not be read from the body. {broken}" };
        }

        return view.HasBody
            ? (diagnosis ??= new PathDiagnosis(kept)).Explain(path.Query, view.Matched(path))
            : new OutputProblem { Code = OutputProblemCode.NoMatch, Message = "The response has no body." };
    }
}
