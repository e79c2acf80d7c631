using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Extraction.Conversions;

/// <summary>All that an output's type takes, for the help. What is not in it is of the wrong type.</summary>
public static class ConversionTable
{
    public static IReadOnlyList<ConversionRow> Rows { get; } =
    [
        new(ParamType.String, "\"a\"", "\"a\"", "a text as it is"),
        new(ParamType.String, "1.00, true", "\"1.00\", \"true\"", "a number or boolean by its text, every digit kept"),
        new(ParamType.String, "[\"a\",\"b\"]", "\"a, b\"", "an array only with a separator"),
        new(ParamType.Integer, "1, 1.00, \"1\"", "1", "a whole number, also as text, also with zeros behind the point"),
        new(ParamType.Number, "12345678901234567890, 1.00, \"1.00\"", "12345678901234567890, 1.00", "a number, also as text, every digit kept"),
        new(ParamType.Boolean, "true, \"true\", \"TRUE\", 1, \"1\"", "true", "true in any spelling, or 1"),
        new(ParamType.Boolean, "false, \"false\", \"FALSE\", 0, \"0\"", "false", "false in any spelling, or 0"),
        new(ParamType.Date, "\"2026-01-31T23:30:00+08:00\"", "\"2026-01-31\"", "a date by its usual spellings or the given format; the day as written unless a time zone is given"),
        new(ParamType.Array, "[1,2]", "[1,2]", "an array as JSON; of a path that finds several values all of them; a text only with a separator"),
        new(ParamType.Object, "{\"a\":1}", "{\"a\":1}", "an object as JSON"),
    ];
}

/// <param name="From">Examples of what is taken, as JSON.</param>
/// <param name="To">What they become.</param>
public sealed record ConversionRow(ParamType Type, string From, string To, string Meaning);
