using System.Globalization;
using System.Text;

namespace ApiAdmin.Core.Extraction.JsonPath;

/// <summary>One selector of a JSONPath (RFC 9535, section 2.3): which children of a value are meant.</summary>
public abstract record PathStep
{
    internal abstract void AppendTo(StringBuilder builder);

    /// <summary>Whether a name can be written after a dot (RFC 9535 member-name-shorthand).</summary>
    internal static bool IsPlainName(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || char.IsAsciiDigit(name[0]))
        {
            return false;
        }

        foreach (var c in name)
        {
            if (!IsNameChar(c))
            {
                return false;
            }
        }

        return true;
    }

    internal static bool IsNameChar(char c) => c == '_' || char.IsAsciiLetterOrDigit(c) || c >= 0x80;
}

/// <summary>A member of an object.</summary>
public sealed record NameStep(string Name) : PathStep
{
    internal byte[] Utf8 { get; } = Encoding.UTF8.GetBytes(Name);

    public bool Equals(NameStep? other) => other is not null && Name == other.Name;

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    internal override void AppendTo(StringBuilder builder)
    {
        if (IsPlainName(Name))
        {
            builder.Append('.').Append(Name);
        }
        else
        {
            AppendQuoted(builder, Name);
        }
    }

    /// <summary>As a normalized path writes it (RFC 9535, section 2.7).</summary>
    internal static void AppendQuoted(StringBuilder builder, string name)
    {
        builder.Append("['");
        foreach (var c in name)
        {
            _ = c switch
            {
                '\b' => builder.Append("\\b"),
                '\t' => builder.Append("\\t"),
                '\n' => builder.Append("\\n"),
                '\f' => builder.Append("\\f"),
                '\r' => builder.Append("\\r"),
                < ' ' => builder.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                '\'' or '\\' => builder.Append('\\').Append(c),
                _ => builder.Append(c),
            };
        }

        builder.Append("']");
    }
}

/// <summary>An element of an array; negative counts from the end.</summary>
public sealed record IndexStep(long Index) : PathStep
{
    internal override void AppendTo(StringBuilder builder) => builder.Append(CultureInfo.InvariantCulture, $"[{Index}]");
}

/// <summary>Every element or every member's value: <c>[*]</c>.</summary>
public sealed record EveryStep : PathStep
{
    public static EveryStep Instance { get; } = new();

    internal override void AppendTo(StringBuilder builder) => builder.Append("[*]");
}

/// <summary>Some elements of an array: <c>[start:end:step]</c> (RFC 9535, section 2.3.4).</summary>
public sealed record SliceStep(long? Start, long? End, long Step) : PathStep
{
    /// <summary>Whether an element belongs to it can be told without knowing how many there are.</summary>
    internal bool CountsFromStart => Step > 0 && Start is null or >= 0 && End is null or >= 0;

    /// <summary>Of one that <see cref="CountsFromStart"/>.</summary>
    internal bool Contains(long index) =>
        index >= (Start ?? 0) && (End is null || index < End) && (index - (Start ?? 0)) % Step == 0;

    internal override void AppendTo(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"[{Start}:{End}");
        _ = Step == 1 ? builder.Append(']') : builder.Append(CultureInfo.InvariantCulture, $":{Step}]");
    }
}

/// <summary>The children for which a condition holds: <c>[?…]</c>. Two are equal when they are written alike.</summary>
public sealed record FilterStep : PathStep
{
    private readonly string text;

    internal FilterStep(Condition condition, string text) => (Condition, this.text) = (condition, text);

    internal Condition Condition { get; }

    public bool Equals(FilterStep? other) => other is not null && text == other.text;

    public override int GetHashCode() => text.GetHashCode(StringComparison.Ordinal);

    internal override void AppendTo(StringBuilder builder) => builder.Append('[').Append(text).Append(']');
}
