using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Extraction.Conversions;
using ApiAdmin.Core.Extraction.Sources;
using ApiAdmin.Core.Invocation;

namespace ApiAdmin.Core.Extraction;

/// <summary>Gets each output from its source and turns it into its type, or says why not.</summary>
internal sealed class OutputReader(ResponseView view, OutputSources sources)
{
    private static readonly Absence[] UsuallyDefaulted = [Absence.Missing, Absence.Null, Absence.Invalid];

    public OutputReading[] ReadAll()
    {
        var outputs = view.Compiled.Outputs;
        var readings = new OutputReading[outputs.Length];
        for (var i = 0; i < readings.Length; i++)
        {
            readings[i] = WithDefault(Read(outputs[i]));
        }

        return Array.Exists(outputs, o => o.Param.Flatten) ? Flattened(readings) : readings;
    }

    private static OutputReading[] Flattened(OutputReading[] readings)
    {
        var taken = readings.Select(r => r.Param.Name).ToHashSet(StringComparer.Ordinal);
        return [.. readings.SelectMany(r => r.Param.Flatten ? Flattening.Of(r, taken).Prepend(r) : [r])];
    }

    private OutputReading Read(CompiledOutput output)
    {
        if (output.PathError is { } error)
        {
            return Failed(output.Param, OutputProblemCode.BadPath, error);
        }

        if (output.Path is { IsSimple: true } path && output.IsPlain && view.Capture(path) is { IsFound: true, IsTooLarge: false } capture)
        {
            var found = FoundValue.Of(capture)!.Value;
            return output.Param.Type == ParamType.String && found.IsPlainString && found.Raw.Length > 2
                ? new OutputReading(output.Param) { Value = RawJson.Trusted(found.Raw), Raw = found.Raw, Line = capture.Line, Column = capture.Column }
                : Converted(output, SourceValue.Of(found, capture.Line, capture.Column));
        }

        var result = sources.Find(output);
        if (result.Problem is { } problem)
        {
            return new OutputReading(output.Param) { Problem = problem };
        }

        return Chosen(output, result);
    }

    private static OutputReading Chosen(CompiledOutput output, SourceResult result)
    {
        var choice = OutputChoice.Of(output, result.Values);
        if (output.Inner is { } inner && choice.Problem is null)
        {
            var decoded = choice.Values.Select(v => InnerJson.Find(v, inner)).ToList();
            if (decoded.Find(d => d.Problem is not null) is { } failed)
            {
                return new OutputReading(output.Param) { Problem = failed.Problem, Raw = choice.Values[0].Raw };
            }

            choice = new OutputChoice([.. decoded.SelectMany(d => d.Values)], choice.IsAll || !inner.IsSingular, null, choice.Warning);
        }

        return choice.Problem is { } problem
            ? new OutputReading(output.Param) { Problem = problem }
            : Converted(output, choice.Merged(output.Param)) with { Warning = choice.Warning };
    }

    private static OutputReading Converted(CompiledOutput output, SourceValue value)
    {
        var param = output.Param;
        var reading = new OutputReading(param) { Raw = value.Raw, Line = value.Line == 0 ? null : value.Line, Column = value.Line == 0 ? null : value.Column };
        if (value.Kind == System.Text.Json.JsonValueKind.Null)
        {
            return reading with { Problem = new OutputProblem { Code = OutputProblemCode.IsNull, Message = "The value is null." } };
        }

        if (value.Text is { Length: 0 } && param.DefaultFor?.Contains(Absence.Empty) == true)
        {
            return reading with { Problem = new OutputProblem { Code = OutputProblemCode.IsNull, Message = "The value is an empty text, which the output takes for none." } };
        }

        var (converted, problem) = output.Conversion.Of(value);
        return reading with { Value = converted, Problem = problem };
    }

    private static OutputReading WithDefault(OutputReading reading)
    {
        var param = reading.Param;
        if (reading.Problem is not { } problem || param.Required || param.Default is not { } standard)
        {
            return reading;
        }

        var absence = problem.Code switch
        {
            OutputProblemCode.NoMatch => Absence.Missing,
            OutputProblemCode.IsNull => reading.Raw == "null" ? Absence.Null : Absence.Empty,
            _ => Absence.Invalid,
        };
        return (param.DefaultFor ?? (IEnumerable<Absence>)UsuallyDefaulted).Contains(absence) ? reading with { Value = standard } : reading;
    }

    private static OutputReading Failed(OutputParam param, OutputProblemCode code, string message) =>
        new(param) { Problem = new OutputProblem { Code = code, Message = message } };
}
