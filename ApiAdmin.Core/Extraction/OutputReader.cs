using System.Text.Json;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Extraction.Json;
using ApiAdmin.Core.Extraction.JsonPath;
using ApiAdmin.Core.Invocation;

namespace ApiAdmin.Core.Extraction;

/// <summary>Gets each output from its source and turns it into its type, or says why not.</summary>
/// <param name="broken">Why the body could not be read as JSON to its end; null when it could. What stood before the fault still counts.</param>
internal sealed class OutputReader(ResponseView view, BodyHead kept, string? broken)
{
    private PathDiagnosis? diagnosis;

    public OutputReading[] ReadAll()
    {
        var outputs = view.Compiled.Outputs;
        var readings = new OutputReading[outputs.Length];
        for (var i = 0; i < readings.Length; i++)
        {
            readings[i] = Read(outputs[i]);
        }

        return readings;
    }

    private OutputReading Read(CompiledOutput output)
    {
        var reading = output.Param.From switch
        {
            OutputSource.Json => Json(output),
            OutputSource.Header => Header(output.Param),
            OutputSource.Status => Typed(output.Param, JsonValueKind.Number, $"{view.Head.Status}", $"{view.Head.Status}"),
            _ => Failed(output.Param, OutputProblemCode.BadPath, $"Outputs from {output.Param.From.ToString().ToLowerInvariant()} are not supported yet. Use json, header or status."),
        };
        return reading.Problem is not null && !output.Param.Required && output.Param.Default is { } standard
            ? reading with { Value = standard }
            : reading;
    }

    private OutputReading Header(OutputParam param)
    {
        foreach (var header in view.Head.Headers)
        {
            if (header.Name.Equals(param.Path, StringComparison.OrdinalIgnoreCase))
            {
                return Typed(param, JsonValueKind.String, header.Value, header.Value);
            }
        }

        var names = view.Head.Headers.Select(h => h.Name).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var nearest = Nearest.To(param.Path, names);
        return new OutputReading(param)
        {
            Problem = new OutputProblem
            {
                Code = OutputProblemCode.NoMatch,
                Message = $"The response has no header {Quoted.Text(param.Path)}. It has {(names.Count == 0 ? "none at all" : Quoted.List(names))}.",
                Nearest = nearest,
            },
        };
    }

    private OutputReading Json(CompiledOutput output)
    {
        var param = output.Param;
        if (output.Path is not { } path)
        {
            return Failed(param, OutputProblemCode.BadPath, output.PathError!.Message);
        }

        if (view.Capture(path) is not { } capture)
        {
            return Failed(param, OutputProblemCode.NoMatch, "The body is not read as JSON, because the definition's response kind says so. Set it to auto or json.");
        }

        if (path.IsSimple && capture.IsFound)
        {
            return capture.IsTooLarge
                ? Failed(param, OutputProblemCode.TooLarge, PathFindings.TooLarge.Problem!)
                : Found(param, FoundValue.Of(capture)!.Value) with { Line = capture.Line, Column = capture.Column };
        }

        return view.Find(path) is { } found && (found.Values.Count > 0 || found.Problem is not null)
            ? Several(param, path.Query, found)
            : NotFound(param, path);
    }

    private OutputReading NotFound(OutputParam param, CompiledPath path)
    {
        if (broken is not null)
        {
            // Nobody knows what the body would have held: "no match" would be a guess.
            return Failed(param, OutputProblemCode.Undecodable, $"{path.Query} could not be read from the body. {broken}");
        }

        var problem = view.HasBody
            ? (diagnosis ??= new PathDiagnosis(kept)).Explain(path.Query, view.Matched(path))
            : new OutputProblem { Code = OutputProblemCode.NoMatch, Message = "The response has no body." };
        return new OutputReading(param) { Problem = problem };
    }

    /// <summary>An array takes all that a path finds, anything else the first of it.</summary>
    private static OutputReading Several(OutputParam param, JsonPathQuery query, PathFindings found)
    {
        if (found.Problem is { } problem)
        {
            return Failed(param, OutputProblemCode.TooLarge, problem);
        }

        var first = found.Values[0];
        var reading = param.Type == ParamType.Array && !query.IsSingular
            ? Found(param, new FoundValue(JsonValueKind.Array, $"[{string.Join(',', found.Values.Select(v => v.Value.Raw))}]"))
            : Found(param, first.Value) with { Warning = found.Values.Count == 1 ? null : MoreThanOne(param, found.Values.Count) };
        return reading with { Line = first.Line, Column = first.Column };
    }

    private static string MoreThanOne(OutputParam param, int count) =>
        $"The path of the output \"{param.Name}\" finds {count} values; the first was taken. Choose the type array for all of them, or name one.";

    private static OutputReading Found(OutputParam param, FoundValue value)
    {
        if (value.Kind == JsonValueKind.Null)
        {
            return Failed(param, OutputProblemCode.IsNull, "The value is null.") with { Raw = value.Raw };
        }

        if (param.Type == ParamType.String && value.IsPlainString)
        {
            return new OutputReading(param) { Value = RawJson.Trusted(value.Raw), Raw = value.Raw };
        }

        return value.Text() is { } text
            ? Typed(param, value.Kind, value.Raw, text)
            : Failed(param, OutputProblemCode.Undecodable, "The text holds half of a surrogate pair, which is no character.") with { Raw = value.Raw };
    }

    private static OutputReading Typed(OutputParam param, JsonValueKind kind, string raw, string text) =>
        OutputConverter.Convert(param.Type, kind, raw, text) is { } value
            ? new OutputReading(param) { Value = value, Raw = raw }
            : Failed(param, OutputProblemCode.WrongType, Wrong(param, kind, raw)) with { Raw = raw };

    private static string Wrong(OutputParam param, JsonValueKind kind, string raw)
    {
        var what = kind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "an array",
            _ when param.Sensitive => "something else",
            JsonValueKind.String => $"the text {Quoted.Text(raw.Trim('"'))}",
            _ => raw.Length > 40 ? raw[..40] + "…" : raw,
        };
        return $"The value has to be of the type {param.Type.ToString().ToLowerInvariant()}, but it is {what}. Mend the path, or choose another type.";
    }

    private static OutputReading Failed(OutputParam param, OutputProblemCode code, string message) =>
        new(param) { Problem = new OutputProblem { Code = code, Message = message } };
}
