using System.Text;
using System.Text.RegularExpressions;

namespace ApiAdmin.Core.Interchange.Curl;

/// <summary>What tells a credential: its name, or the shape of its value.</summary>
internal static partial class CredentialNames
{
    private static readonly string[] Telling =
        ["apikey", "token", "secret", "password", "passwd", "passphrase", "pwd", "accesskey", "authkey", "credential", "sessionid", "privatekey", "tkn", "signature"];

    public static bool IsHeader(string name, string value)
    {
        var plain = Plain(name);
        return plain is "cookie" or "xapikey" or "key" or "auth" || IsTelling(plain) || HasShape(value);
    }

    public static bool IsParam(string name, string value)
    {
        var plain = Plain(name[(name.LastIndexOf('.') + 1)..]);
        return plain is "auth" or "sig" or "pass" || (plain == "key" && value.Length >= 16) || IsTelling(plain) || HasShape(value);
    }

    /// <summary><c>$TOKEN</c>, <c>{token}</c>, <c>&lt;your key&gt;</c>, <c>YOUR_API_KEY</c>, <c>xxxx</c>: to be filled in.</summary>
    public static bool IsPlaceholder(string value) => Blank().IsMatch(value);

    public static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (var c in text.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(c);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString(0, Math.Min(slug.Length, 60)).Trim('-');
    }

    /// <summary>Whose host it is: <c>api.github.com</c> is github's; an address is its own.</summary>
    public static string Owner(string host)
    {
        var labels = host.Split(':')[0].Split('.');
        return labels.Length < 2 || labels.All(label => label.All(char.IsAsciiDigit)) ? host.Split(':')[0] : labels[^2].Length <= 3 && labels.Length > 2 ? labels[^3] : labels[^2];
    }

    private static string Plain(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    private static bool IsTelling(string plain) => Telling.Any(word => plain.Contains(word, StringComparison.Ordinal));

    /// <summary>Signed tokens and the keys that large services give a prefix of their own, to be found by.</summary>
    private static bool HasShape(string value) => Shape().IsMatch(value);

    [GeneratedRegex(@"^(?:eyJ[\w-]{8,}\.[\w-]+\.[\w-]*|sk[-_][\w-]{16,}|gh[pousr]_\w{20,}|xox[abprs]-[\w-]{10,}|AKIA[0-9A-Z]{16}|AIza[\w-]{30,})\z", RegexOptions.None, 1000)]
    private static partial Regex Shape();

    [GeneratedRegex(@"^(?:\$.*|%\w+%|\{.*\}|<.*>|\[.*\]|[xX*.…•]+|.*\b(?:YOUR|MY)_.*|(?:ACCESS|API)_?(?:TOKEN|KEY))\z", RegexOptions.Singleline, 1000)]
    private static partial Regex Blank();
}
