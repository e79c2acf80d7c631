using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Extraction.Conversions;

/// <summary>All that an output's type takes, for the help. What is not in it is of the wrong type.</summary>
public static class ConversionTable
{
    public static IReadOnlyList<ConversionRow> Rows { get; } =
    [
        new(ParamType.String, "\"a\"", "\"a\"", "String.Text"),
        new(ParamType.String, "1.00, true", "\"1.00\", \"true\"", "String.Number"),
        new(ParamType.String, "[\"a\",\"b\"]", "\"a, b\"", "String.List"),
        new(ParamType.Integer, "1, 1.00, \"1\"", "1", "Integer"),
        new(ParamType.Number, "12345678901234567890, 1.00, \"1.00\"", "12345678901234567890, 1.00", "Number"),
        new(ParamType.Boolean, "true, \"true\", \"TRUE\", 1, \"1\"", "true", "Boolean.True"),
        new(ParamType.Boolean, "false, \"false\", \"FALSE\", 0, \"0\"", "false", "Boolean.False"),
        new(ParamType.Date, "\"2026-01-31T23:30:00+08:00\"", "\"2026-01-31\"", "Date"),
        new(ParamType.Array, "[1,2]", "[1,2]", "Array"),
        new(ParamType.Object, "{\"a\":1}", "{\"a\":1}", "Object"),
    ];
}

/// <param name="From">Examples of what is taken, as JSON.</param>
/// <param name="To">What they become.</param>
/// <param name="Rule">Which rule it is; pages say it in words.</param>
public sealed record ConversionRow(ParamType Type, string From, string To, string Rule);
