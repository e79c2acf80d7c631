using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace ApiAdmin.Core.Extraction.JsonPath;

/// <summary>A value that is compared: of the document, written in the path, counted, or nothing (RFC 9535, section 2.4.1).</summary>
internal readonly record struct FilterValue
{
    private readonly JsonElement element;

    private FilterValue(JsonValueKind kind, string? literal, JsonElement element) =>
        (Kind, LiteralText, this.element) = (kind, literal, element);

    public static FilterValue Nothing { get; }

    public static FilterValue True { get; } = new(JsonValueKind.True, null, default);

    public static FilterValue False { get; } = new(JsonValueKind.False, null, default);

    public static FilterValue Null { get; } = new(JsonValueKind.Null, null, default);

    /// <summary><see cref="JsonValueKind.Undefined"/> is nothing.</summary>
    public JsonValueKind Kind { get; }

    /// <summary>Of a text or number that the path or a function gave.</summary>
    public string? LiteralText { get; }

    /// <summary>The value in the document; of a literal it is not there.</summary>
    public JsonElement Element => element;

    /// <summary>How much of the document a comparison has to look at, in bytes.</summary>
    public int Size => LiteralText is null && element.ValueKind != JsonValueKind.Undefined ? JsonMarshal.GetRawUtf8Value(element).Length : 0;

    public static FilterValue OfText(string text) => new(JsonValueKind.String, text, default);

    public static FilterValue OfNumber(string text) => new(JsonValueKind.Number, text, default);

    public static FilterValue OfCount(int count) => OfNumber(count.ToString(CultureInfo.InvariantCulture));

    public static FilterValue Of(JsonElement? element) => element is { } there ? new(there.ValueKind, null, there) : Nothing;

    /// <summary>What a text says or a number's digits; null of a text that is no text (half of a surrogate pair) and of anything else.</summary>
    public string? Text() => Kind switch
    {
        JsonValueKind.String => LiteralText ?? ElementText.Of(element),
        JsonValueKind.Number => LiteralText ?? element.GetRawText(),
        _ => null,
    };

    /// <summary>RFC 9535, section 2.3.5.2.2: numbers by value, nothing equals nothing.</summary>
    public static bool AreEqual(FilterValue left, FilterValue right)
    {
        if (left.Kind != right.Kind)
        {
            return false;
        }

        return left.Kind switch
        {
            JsonValueKind.Number => CompareNumbers(left, right) == 0,
            JsonValueKind.String => left.Text() is { } text && text == right.Text(),
            JsonValueKind.Object or JsonValueKind.Array => ElementText.DeepEquals(left.element, right.element),
            _ => true,
        };
    }

    /// <summary>Only numbers with numbers and texts with texts have an order.</summary>
    public static bool IsLess(FilterValue left, FilterValue right)
    {
        if (left.Kind != right.Kind)
        {
            return false;
        }

        return left.Kind switch
        {
            JsonValueKind.Number => CompareNumbers(left, right) < 0,
            JsonValueKind.String => left.Text() is { } text && right.Text() is { } other && ByCodePoint(text, other) < 0,
            _ => false,
        };
    }

    private static int? CompareNumbers(FilterValue left, FilterValue right)
    {
        var (one, other) = (left.Text()!, right.Text()!);
        if (long.TryParse(one, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            && long.TryParse(other, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var than))
        {
            return whole.CompareTo(than);
        }

        return JsonNumber.Parse(one) is { } number && JsonNumber.Parse(other) is { } limit ? number.CompareTo(limit) : null;
    }

    /// <summary>Surrogates stand below the last characters of the basic plane, so UTF-16's own order is another one.</summary>
    private static int ByCodePoint(string left, string right)
    {
        for (var i = 0; i < left.Length && i < right.Length; i++)
        {
            if (left[i] != right[i])
            {
                var (one, other) = (char.IsSurrogate(left[i]), char.IsSurrogate(right[i]));
                return one == other ? left[i].CompareTo(right[i]) : one ? 1 : -1;
            }
        }

        return left.Length.CompareTo(right.Length);
    }
}

/// <summary>Reads of elements that do not throw on half a surrogate pair.</summary>
internal static class ElementText
{
    /// <summary>Null when the text is none.</summary>
    public static string? Of(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A member's name; null when it is no text.</summary>
    public static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static bool DeepEquals(JsonElement left, JsonElement right)
    {
        try
        {
            return JsonElement.DeepEquals(left, right);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    public static bool TryGetMember(JsonElement parent, NameStep name, out JsonElement value)
    {
        try
        {
            return parent.TryGetProperty(name.Utf8, out value);
        }
        catch (InvalidOperationException)
        {
            // A neighbour's name is broken; the wanted one may still be there.
            return TryGetAmongBroken(parent, name, out value);
        }
    }

    private static bool TryGetAmongBroken(JsonElement parent, NameStep name, out JsonElement value)
    {
        var found = false;
        value = default;
        foreach (var member in parent.EnumerateObject())
        {
            if (NameOf(member) == name.Name)
            {
                (found, value) = (true, member.Value);
            }
        }

        return found;
    }
}
