using System.Globalization;
using System.Text;

namespace ApiAdmin.Core.Extraction;

/// <summary>One step of a <see cref="SimplePath"/>.</summary>
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
            return;
        }

        builder.Append("['");
        foreach (var c in Name)
        {
            if (c < ' ')
            {
                builder.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
                continue;
            }

            builder.Append(c is '\'' or '\\' ? "\\" : "").Append(c);
        }

        builder.Append("']");
    }
}

/// <summary>An element of an array; negative counts from the end.</summary>
public sealed record IndexStep(int Index) : PathStep
{
    internal override void AppendTo(StringBuilder builder) => builder.Append(CultureInfo.InvariantCulture, $"[{Index}]");
}
