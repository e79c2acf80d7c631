using System.Text;

namespace ApiAdmin.Core.Customers;

/// <summary>
/// Several values in one cell of a table file, with <c>;</c> between. A <c>;</c> within a value stands as <c>\;</c>; backslashes mean
/// something only right before a <c>;</c>, where each stands twice, so that most values look as they are.
/// </summary>
public static class CellList
{
    private const char Separator = ';';
    private const char WideSeparator = '；';
    private const char Escape = '\\';

    public static string Join(IEnumerable<string> values)
    {
        var builder = new StringBuilder();
        var first = true;
        foreach (var value in values)
        {
            if (!first)
            {
                Double(builder);
                builder.Append(Separator);
            }

            first = false;
            Append(builder, value);
        }

        return builder.ToString();
    }

    /// <summary>The values, without blanks around them and without blank ones.</summary>
    /// <param name="lines">Whether a line break separates too, and the full-width <c>；</c>.</param>
    public static IReadOnlyList<string> Split(string cell, bool lines)
    {
        var values = new List<string>();
        var builder = new StringBuilder();
        foreach (var character in cell)
        {
            var separates = character == Separator ? !TakeEscapes(builder) : lines && (character is WideSeparator or '\n' or '\r');
            if (separates)
            {
                Take(values, builder);
            }
            else
            {
                builder.Append(character);
            }
        }

        Take(values, builder);
        return values;
    }

    private static void Append(StringBuilder builder, string value)
    {
        foreach (var character in value)
        {
            if (character == Separator)
            {
                Double(builder);
                builder.Append(Escape);
            }

            builder.Append(character);
        }
    }

    private static void Double(StringBuilder builder) => builder.Append(Escape, Trailing(builder));

    /// <summary>Halves the backslashes before a separator; an odd one makes it a mere character.</summary>
    private static bool TakeEscapes(StringBuilder builder)
    {
        var count = Trailing(builder);
        builder.Length -= count - (count / 2);
        return count % 2 == 1;
    }

    private static int Trailing(StringBuilder builder)
    {
        var count = 0;
        while (count < builder.Length && builder[^(count + 1)] == Escape)
        {
            count++;
        }

        return count;
    }

    private static void Take(List<string> values, StringBuilder builder)
    {
        var value = builder.ToString().Trim();
        builder.Clear();
        if (value.Length > 0)
        {
            values.Add(value);
        }
    }
}
