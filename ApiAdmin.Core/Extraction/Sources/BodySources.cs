using System.Text.Json;
using System.Text.RegularExpressions;
using ApiAdmin.Core.Extraction.Json;
using ApiAdmin.Core.Invocation;

namespace ApiAdmin.Core.Extraction.Sources;

/// <summary>What is read from the body as text: all of it, a form's fields, what a pattern finds.</summary>
internal static class BodySources
{
    /// <summary>More than this many places of a pattern or form are not gathered.</summary>
    private const int Most = 1_000;

    public static SourceResult Whole(TextBody body) => body.Utf8.Length > CaptureRoom.OfValue
        ? SourceResult.Failed(OutputProblemCode.TooLarge, PathFindings.TooLarge.Problem!)
        : new([SourceValue.Of(body.Text, 1, 1)]);

    /// <summary><c>application/x-www-form-urlencoded</c> (WHATWG URL, section 5.1).</summary>
    public static SourceResult Form(TextBody body, string name)
    {
        var (text, at) = (body.Text, 0);
        var places = new TextPlaces(text);
        var values = new List<SourceValue>();
        var names = new List<string>();
        foreach (var pair in text.Split('&'))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var field = Decoded(equals < 0 ? pair : pair[..equals]);
            if (field == name && values.Count < Most)
            {
                var raw = equals < 0 ? "" : pair[(equals + 1)..];
                var (line, column) = places.Of(at + equals + 1);
                values.Add(new SourceValue(JsonValueKind.String, raw, Decoded(raw).TrimEnd('\r', '\n'), line, column));
            }

            if (field.Length > 0 && names.Count < Most)
            {
                names.Add(field);
            }

            at += pair.Length + 1;
        }

        return values.Count > 0
            ? new(values)
            : SourceResult.NoMatch($"The form has no field {Quoted.Text(name)}. It has {(names.Count == 0 ? "none at all" : Quoted.List(names.Distinct(StringComparer.Ordinal)))}.", Nearest.To(name, names));
    }

    /// <summary>The group <c>value</c>, else the first group, else all that matched.</summary>
    public static SourceResult Pattern(TextBody body, Regex pattern)
    {
        try
        {
            var values = new List<SourceValue>();
            var places = new TextPlaces(body.Text);
            var began = TimeProvider.System.GetTimestamp();
            for (var match = pattern.Match(body.Text); match.Success && values.Count < Most; match = match.NextMatch())
            {
                // The pattern's own limit is for one match.
                if (TimeProvider.System.GetElapsedTime(began) > OutputPattern.Limit)
                {
                    return TooSlow();
                }

                var group = match.Groups["value"] is { Success: true } named ? named : match.Groups.Count > 1 ? match.Groups[1] : match;
                if (group.Success)
                {
                    var (line, column) = places.Of(group.Index);
                    values.Add(SourceValue.Of(group.Value, line, column));
                }
            }

            return values.Count > 0 ? new(values) : SourceResult.NoMatch("The regular expression matches nothing in the body. Try it on the text that the Body tab shows; it minds capitals unless it begins with (?i).");
        }
        catch (RegexMatchTimeoutException)
        {
            return TooSlow();
        }
    }

    private static SourceResult TooSlow() =>
        SourceResult.Failed(OutputProblemCode.TooLarge, "The regular expression took longer than a second on this body. Make it simpler, or ask the other side for less.");

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
