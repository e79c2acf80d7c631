using System.Text;

namespace ApiAdmin.Core.Definitions.Validation;

/// <summary>The response's character set is one that can be decoded.</summary>
internal sealed class ResponseRule : IDefinitionRule
{
    // Spellings in the wild that are no IANA names.
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["utf8"] = "utf-8", ["utf-8-sig"] = "utf-8", ["utf16"] = "utf-16", ["utf32"] = "utf-32", ["gb-2312"] = "gb2312",
        ["gb_2312"] = "gb2312", ["cp936"] = "gbk", ["latin-1"] = "iso-8859-1", ["ansi"] = "windows-1252",
    };

    public IEnumerable<Finding> Check(ApiDefinition definition, ValidationContext context)
    {
        if (definition.Response.Charset is { } charset && !IsKnown(charset))
        {
            yield return new("response.charset", FindingCodes.UnknownValue, $"The character set {Quoted.Text(charset)} is not known; write for example utf-8, gbk, big5, shift_jis, windows-1256 or iso-8859-1, or leave it out.");
        }
    }

    private static bool IsKnown(string charset)
    {
        var name = Aliases.GetValueOrDefault(charset, charset);
        try
        {
            // UTF-7 is refused by the platform for its ambiguity.
            return (CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name)).CodePage != 65_000;
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
