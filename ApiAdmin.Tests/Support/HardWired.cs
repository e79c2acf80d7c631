using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace ApiAdmin.Tests.Support;

/// <summary>
/// Finds texts that did not come through the localiser: in the pseudo-culture every localised text is in brackets, so
/// an unbracketed one with letters was hard-wired. What is data or a name is handed in as <c>known</c>.
/// </summary>
public static class HardWired
{
    private static readonly string[] Attributes = ["aria-label", "title", "placeholder", "alt"];

    public static IReadOnlyList<string> TextsIn(string html, params string[] known)
    {
        var document = new HtmlParser().ParseDocument(html);
        var texts = document.All.Where(element => element.LocalName is not ("script" or "style" or "code" or "pre") && element.Closest("[translate=no]") is null)
            .SelectMany(element => element.ChildNodes.OfType<IText>().Select(text => text.Data)
                .Concat(Attributes.Select(name => element.GetAttribute(name)).OfType<string>()));
        return [.. texts.Select(text => text.Trim()).Where(text => text.Any(char.IsLetter) && !IsLocalised(text, known))];
    }

    private static bool IsLocalised(string text, string[] known)
    {
        var rest = known.Append("ApiAdmin").OrderByDescending(word => word.Length).Aggregate(text, (left, word) => left.Replace(word, "", StringComparison.Ordinal));
        // From the inside out: a localised text may have another one in its gap.
        for (var before = ""; before != rest;)
        {
            (before, rest) = (rest, System.Text.RegularExpressions.Regex.Replace(rest, @"\[[^\[\]]*\]", "", default, TimeSpan.FromSeconds(1)));
        }

        return !rest.Any(char.IsLetter);
    }
}
