using System.Globalization;
using System.Text.Json;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;

namespace ApiAdmin.Core.Extraction.Sources;

/// <summary>Which of the values a source gave an output takes.</summary>
/// <param name="IsAll">All of them, as an array or joined; else the one.</param>
internal sealed record OutputChoice(IReadOnlyList<SourceValue> Values, bool IsAll, OutputProblem? Problem, string? Warning)
{
    public const string First = "first";
    public const string Last = "last";
    public const string All = "all";

    /// <summary>A number from 1; null for anything else.</summary>
    public static int? Number(string occurrence) =>
        int.TryParse(occurrence, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    public static OutputChoice Of(CompiledOutput output, IReadOnlyList<SourceValue> values)
    {
        var param = output.Param;
        if (param.Occurrence == All || (param.Occurrence is null && TakesAll(output, values.Count)))
        {
            return new OutputChoice(values, true, null, null);
        }

        var at = param.Occurrence is null or First ? 1 : param.Occurrence == Last ? values.Count : Number(param.Occurrence) ?? 1;
        if (at > values.Count)
        {
            return new OutputChoice([], false, new OutputProblem { Code = OutputProblemCode.NoMatch, Message = $"There is no value number {at}; values found: {values.Count}." }, null);
        }

        return new OutputChoice([values[at - 1]], false, null, param.Occurrence is null && values.Count > 1 ? MoreThanOne(param, values.Count) : null);
    }

    /// <summary>One value of it: all as an array, all joined, or the one.</summary>
    public SourceValue Merged(OutputParam param)
    {
        var first = Values[0];
        if (!IsAll)
        {
            return first;
        }

        if (param.Type == ParamType.Array)
        {
            var parts = Values.SelectMany(v => v.IsJson || param.Separator is null ? [v.Json] : v.Text!.Split(param.Separator.Trim(), StringSplitOptions.TrimEntries).Select(RawJson.String));
            var array = $"[{string.Join(',', parts.Select(p => p.Text))}]";
            return first with { Kind = JsonValueKind.Array, Raw = array, Text = array, IsJson = true };
        }

        if (Values.Count == 1)
        {
            return first;
        }

        var joined = string.Join(param.Separator ?? ", ", Values.Select(v => v.Text ?? "\ufffd"));
        return SourceValue.Of(joined, first.Line, first.Column);
    }

    /// <summary>Without being told an array takes whatever may be several, and a separator joins whatever is.</summary>
    private static bool TakesAll(CompiledOutput output, int count) => output.Param.Type switch
    {
        _ when output.Inner is not null => false,
        ParamType.Array => output.Path is { } path ? !path.Query.IsSingular : output.Param.Separator is null || count > 1,
        ParamType.String => output.Param.Separator is not null && count > 1,
        _ => false,
    };

    private static string MoreThanOne(OutputParam param, int count) =>
        $"The output {Quoted.Text(param.Name)} finds {count} values; the first was taken. Choose which one, or the type array for all of them.";
}
