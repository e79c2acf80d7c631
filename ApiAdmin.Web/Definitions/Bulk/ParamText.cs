using System.Text.RegularExpressions;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Web.Definitions.Editing;
using ApiAdmin.Web.Shared.Grid;

namespace ApiAdmin.Web.Definitions.Bulk;

/// <summary>
/// Params as lines. A line shows the switch, the name and the value; everything else of a row stays with it, found again
/// by the whole line, else by its name, else by its place.
/// </summary>
public sealed partial class ParamText<TParam>(Func<TParam> blank) : IRowText<TParam>
    where TParam : Param
{
    public string Write(IEnumerable<TParam> rows) => string.Concat(rows.Select(row => LineRows.Write(LineOf(row)) + "\n"));

    public TParam Make(TextRow line, TParam? near)
    {
        var row = blank();
        if (row is RequestParam && near is RequestParam { In: not ParamPlace.Path } neighbour)
        {
            row = (TParam)(Param)((RequestParam)(Param)row with { In = neighbour.In });
        }

        var type = line.Type ?? ParamType.String;
        return (TParam)(row with
        {
            Name = line.Name, Enabled = line.Enabled, Type = type, Value = Source(line, type), Description = line.Description ?? "",
        });
    }

    public IReadOnlyList<TParam> Merge(IReadOnlyList<TParam> before, IReadOnlyList<TextRow> lines)
    {
        var sources = RowMatch.Find([.. before.Select(LineOf)], lines);
        return [.. lines.Select((line, i) => sources[i] is { } index ? Change(before[index], line) : Make(line, null))];
    }

    public TextRow LineOf(TParam row) => new(row.Name, ValueOf(row)) { Enabled = row.Enabled };

    private static string ValueOf(TParam row) => row.Value switch
    {
        ConstantValue constant => constant.Value.TryToPlainText(out var text) ? text : constant.Value.Text,
        SystemValue system => $"{{{{system.{system.Name}}}}}",
        SecretValue secret => $"{{{{secrets.{secret.Name}}}}}",
        CallerValue caller => $"{{{caller.Input ?? row.Name}}}",
        _ => "",
    };

    /// <summary>The row that an edited line means.</summary>
    public TParam Change(TParam row, TextRow line)
    {
        var was = LineOf(row);
        var typed = line.Type is { } type && type != row.Type ? (TParam)ParamEdits.WithType(row, type) : row;
        // The input of "tel: {tel}" is the row's own name; under another name it has to be told.
        var isSame = line.Value == was.Value && (line.Name == was.Name || row.Value is not CallerValue);
        return (TParam)(typed with
        {
            Name = line.Name, Enabled = line.Enabled, Description = line.Description ?? row.Description,
            Value = isSame ? typed.Value : Source(line, typed.Type),
        });
    }

    private static ValueSource Source(TextRow line, ParamType type)
    {
        var match = line.Type is null ? Placeholder().Match(line.Value) : Match.Empty;
        var name = match.Groups["name"].Value;
        return match switch
        {
            { Success: false } => new ConstantValue { Value = TypedText.ParseGiven(line.Value, type) },
            _ when match.Groups["secret"].Success => new SecretValue { Name = match.Groups["secret"].Value },
            _ when match.Groups["system"].Success => new SystemValue { Name = match.Groups["system"].Value },
            _ => new CallerValue { Input = name == line.Name ? null : name },
        };
    }

    [GeneratedRegex("""^(?:\{\{secrets\.(?<secret>[^{}"\s]+)\}\}|\{\{system\.(?<system>[^{}"\s]+)\}\}|\{(?<name>[^{}":,\s]+)\})\z""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
