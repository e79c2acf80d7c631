using System.Collections.Frozen;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Invocation.Sending;

/// <summary>
/// The order in which headers go over the wire. The handler writes the headers of the request first and those of its
/// content after them, and one line for each name; a list put in this order is sent exactly as it stands.
/// </summary>
public static class WireHeaders
{
    private static readonly FrozenSet<string> OfContent = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Allow", "Content-Disposition", "Content-Encoding", "Content-Language", "Content-Length", "Content-Location", "Content-MD5", "Content-Range",
        "Content-Type", "Expires", "Last-Modified");

    public static bool IsOfContent(string name) => OfContent.Contains(name);

    /// <summary>Host first, then the request's headers, then the content's, Content-Length last; several of one name are joined as one, which stands in the case it is sent in.</summary>
    public static ValueList<BuiltHeader> Order(IEnumerable<BuiltHeader> headers)
    {
        var merged = new OrderedDictionary<string, BuiltHeader>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in headers)
        {
            merged[header.Name] = merged.TryGetValue(header.Name, out var first)
                ? first with { Value = MaskedText.Concat(first.Value, MaskedText.Plain(Separator(header.Name)), header.Value) }
                : header with { Name = AsWritten(header.Name) };
        }

        return merged.Values.OrderBy(h => Rank(h.Name)).ToValueList();
    }

    /// <summary>The handler writes the names it knows in their usual case (<c>Accept</c> for <c>accept</c>); the preview must say the same.</summary>
    private static string AsWritten(string name)
    {
        using var message = new HttpRequestMessage();
        return message.Headers.TryAddWithoutValidation(name, "")
            ? message.Headers.NonValidated.First().Key
            : OfContent.TryGetValue(name, out var known) ? known : name;
    }

    /// <summary>RFC 9110 5.3 joins by a comma, RFC 6265 5.4 cookies by a semicolon.</summary>
    private static string Separator(string name) => name.Equals("Cookie", StringComparison.OrdinalIgnoreCase) ? "; " : ", ";

    private static int Rank(string name) =>
        name.Equals("Host", StringComparison.OrdinalIgnoreCase) ? 0
        : name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase) ? 3
        : IsOfContent(name) ? 2 : 1;
}
