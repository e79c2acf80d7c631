using System.Globalization;
using System.Text.Json;
using ApiAdmin.Core.Extraction.JsonPath;

namespace ApiAdmin.Core.Extraction.Samples;

public enum BodyChangeKind { Added, Gone, Type, Value }

/// <summary>One difference between two JSON bodies.</summary>
/// <param name="Path">The normalized path.</param>
/// <param name="IsVolatile">A time or an id, which differs from call to call.</param>
public sealed record BodyChange(string Path, BodyChangeKind Kind, string? Left, string? Right, bool IsVolatile);

/// <summary>Compares two JSON bodies by structure first (added, gone, changed type), then by value.</summary>
public sealed class BodyComparison
{
    private const int Most = 1_000;
    private const int LongestShown = 200;

    private static readonly string[] VolatileNames = ["id", "time", "date", "timestamp", "at", "traceid", "requestid", "nonce", "etag"];

    private readonly List<BodyChange> changes = [];

    /// <returns>Structure before values, each in the document's order, at most 1,000; null when one of the two is no JSON.</returns>
    public static IReadOnlyList<BodyChange>? Of(string left, string right)
    {
        try
        {
            using var one = JsonDocument.Parse(left);
            using var other = JsonDocument.Parse(right);
            var comparison = new BodyComparison();
            comparison.Compare(one.RootElement, other.RootElement, JsonPlace.Root, "");
            return [.. comparison.changes.OrderBy(c => c.Kind == BodyChangeKind.Value)];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void Compare(JsonElement left, JsonElement right, JsonPlace place, string name)
    {
        if (changes.Count >= Most)
        {
            return;
        }

        if (Kind(left) != Kind(right))
        {
            Add(place, BodyChangeKind.Type, left, right, isVolatile: false);
        }
        else if (left.ValueKind == JsonValueKind.Object)
        {
            Members(left, right, place);
        }
        else if (left.ValueKind == JsonValueKind.Array)
        {
            Elements(left, right, place);
        }
        else if (!ElementText.DeepEquals(left, right))
        {
            Add(place, BodyChangeKind.Value, left, right, IsVolatile(name, left, right));
        }
    }

    private void Members(JsonElement left, JsonElement right, JsonPlace place)
    {
        var others = new OrderedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in right.EnumerateObject())
        {
            others[ElementText.NameOf(member) ?? "\ufffd"] = member.Value;
        }

        foreach (var member in left.EnumerateObject())
        {
            var name = ElementText.NameOf(member) ?? "\ufffd";
            if (others.Remove(name, out var other))
            {
                Compare(member.Value, other, place.Member(name), name);
            }
            else
            {
                Add(place.Member(name), BodyChangeKind.Gone, member.Value, null, isVolatile: false);
            }
        }

        foreach (var (name, value) in others)
        {
            Add(place.Member(name), BodyChangeKind.Added, null, value, isVolatile: false);
        }
    }

    private void Elements(JsonElement left, JsonElement right, JsonPlace place)
    {
        var (one, other) = (left.EnumerateArray().ToArray(), right.EnumerateArray().ToArray());
        for (var i = 0; i < Math.Max(one.Length, other.Length) && changes.Count < Most; i++)
        {
            if (i < one.Length && i < other.Length)
            {
                Compare(one[i], other[i], place.Element(i), "");
            }
            else if (i < one.Length)
            {
                Add(place.Element(i), BodyChangeKind.Gone, one[i], null, isVolatile: false);
            }
            else
            {
                Add(place.Element(i), BodyChangeKind.Added, null, other[i], isVolatile: false);
            }
        }
    }

    private void Add(JsonPlace place, BodyChangeKind kind, JsonElement? left, JsonElement? right, bool isVolatile) =>
        changes.Add(new BodyChange(place.ToString(), kind, Shown(left), Shown(right), isVolatile));

    private static JsonValueKind Kind(JsonElement element) =>
        element.ValueKind == JsonValueKind.False ? JsonValueKind.True : element.ValueKind;

    private static bool IsVolatile(string name, JsonElement left, JsonElement right) =>
        IsVolatileName(name) || (IsMoment(left) && IsMoment(right)) || (IsId(left) && IsId(right));

    private static bool IsVolatileName(string name)
    {
        var plain = name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        return VolatileNames.Contains(plain, StringComparer.OrdinalIgnoreCase)
            || name.EndsWith("Id", StringComparison.Ordinal) || name.EndsWith("_id", StringComparison.Ordinal)
            || name.EndsWith("At", StringComparison.Ordinal) || name.EndsWith("_at", StringComparison.Ordinal)
            || name.EndsWith("Time", StringComparison.Ordinal) || name.EndsWith("_time", StringComparison.Ordinal);
    }

    private static bool IsMoment(JsonElement value) => value.ValueKind == JsonValueKind.String
        && ElementText.Of(value) is { Length: >= 10 } text && text[4] == '-'
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    private static bool IsId(JsonElement value) => value.ValueKind == JsonValueKind.String && Guid.TryParse(ElementText.Of(value), out _);

    private static string? Shown(JsonElement? value) =>
        value?.GetRawText() is { } text ? text.Length > LongestShown ? text[..LongestShown] + "…" : text : null;
}
