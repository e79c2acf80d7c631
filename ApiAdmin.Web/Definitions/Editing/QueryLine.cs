using System.Text;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Web.Definitions.Bulk;

namespace ApiAdmin.Web.Definitions.Editing;

/// <summary>A row of the query as the URL shows it.</summary>
/// <param name="Name">As it goes over the wire: with <c>[]</c> for an array in brackets.</param>
/// <param name="Raw">The values, escaped; those of a name that repeats joined by <c>&amp;</c>, which no value holds.</param>
public sealed record QueryLine(string Name, string Raw)
{
    private const string Brackets = "[]";

    private static readonly ParamText<RequestParam> Lines = new(() => new RequestParam { Name = "", In = ParamPlace.Query });

    /// <summary>The pairs of the URL, one for each value.</summary>
    public IEnumerable<string> Pairs => Raw.Split('&').Select(value => $"{Escape(Name, '=')}={value}");

    /// <summary>Null when the URL does not show the row: it is elsewhere, off, without a name, or an empty array.</summary>
    public static QueryLine? Of(RequestParam row)
    {
        if (row is not { In: ParamPlace.Query, Enabled: true, Name.Length: > 0 })
        {
            return null;
        }

        if (row is { Type: ParamType.Array, Value: ConstantValue { Value: { Kind: System.Text.Json.JsonValueKind.Array } list } })
        {
            var items = list.ToElement().EnumerateArray().Select(item => Escape(RawJson.Of(item).TryToPlainText(out var text) ? text : item.GetRawText(), ','));
            var raw = string.Join(row.Style == ArrayStyle.Comma ? ',' : '&', items);
            return list.ToElement().GetArrayLength() == 0 ? null : new QueryLine(WireName(row), raw);
        }

        var value = Escape(Lines.LineOf(row).Value);
        // Written so, a constant that looks like the name of an input reads as a constant.
        return new QueryLine(row.Name, row.Value is ConstantValue && IsInputName(value) ? $"%7B{value[1..^1]}%7D" : value);
    }

    /// <summary>The lines of typed pairs. A name that repeats is one row of several values, as in a pasted query.</summary>
    /// <param name="apart">Names of which there are several rows already.</param>
    public static IReadOnlyList<QueryLine> Read(IEnumerable<string> pairs, IReadOnlySet<string> apart) =>
        [.. pairs.Select(Cut).Select((pair, i) => (Pair: pair, Group: (pair.Name, apart.Contains(pair.Name) ? i : -1)))
            .GroupBy(entry => entry.Group, entry => entry.Pair.Raw).Select(group => new QueryLine(group.Key.Name, string.Join('&', group)))];

    /// <summary>The row this line was typed over.</summary>
    public RequestParam Change(RequestParam row) => Lines.Change(row, LineFor(row));

    /// <summary>A row that is new.</summary>
    public RequestParam Make() => Lines.Make(LineFor(null), null);

    private TextRow LineFor(RequestParam? row)
    {
        var isList = row is { Type: ParamType.Array, Value: ConstantValue };
        var name = isList && row!.Style == ArrayStyle.Brackets && Name.EndsWith(Brackets, StringComparison.Ordinal) ? Name[..^Brackets.Length] : Name;
        if (!Raw.Contains('&', StringComparison.Ordinal) && (!isList || IsInputName(Raw)))
        {
            return new TextRow(name, Decode(Raw)) { Type = Raw.StartsWith('{') ? null : row?.Type ?? ParamType.String };
        }

        var items = Raw.Split(row is { Style: ArrayStyle.Comma } && isList ? ',' : '&').Select(Decode).Select(item => Item(item, row));
        return new TextRow(name, $"[{string.Join(',', items)}]") { Type = ParamType.Array };
    }

    /// <summary>Numbers stay numbers in a list that has some.</summary>
    private static string Item(string text, RequestParam? row)
    {
        var hasNumbers = row?.Value is ConstantValue { Value: { Kind: System.Text.Json.JsonValueKind.Array } list } && list.ToElement().EnumerateArray().Any(item => item.ValueKind == System.Text.Json.JsonValueKind.Number);
        return (hasNumbers ? TypedText.ParseGiven(text, ParamType.Number) : RawJson.String(text)).Text;
    }

    private static QueryLine Cut(string pair)
    {
        var equals = pair.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? new QueryLine(Decode(pair), "") : new QueryLine(Decode(pair[..equals]), pair[(equals + 1)..]);
    }

    private static string WireName(RequestParam row) => row.Name + (row.Style == ArrayStyle.Brackets ? Brackets : "");

    private static bool IsInputName(string raw) => raw is ['{', not '{', .., '}'] && raw.AsSpan(1, raw.Length - 2).IndexOfAny("{}") < 0;

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    /// <summary>Only what would read as something else: a URL in Chinese stays readable, and the wire has its own escaping.</summary>
    private static string Escape(string text, char separator = '&')
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var mustEscape = Rune.IsWhiteSpace(rune) || Rune.IsControl(rune) || rune.Value is '%' or '&' or '#' or '+' or 0xFEFF || rune.Value == separator;
            escaped.Append(mustEscape ? Uri.EscapeDataString(rune.ToString()) : rune.ToString());
        }

        return escaped.ToString();
    }
}
