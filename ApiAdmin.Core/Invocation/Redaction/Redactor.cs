using System.Text;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Invocation.Redaction;

/// <summary>
/// Takes the secrets of one invocation out of everything that is told of it: by the header's name for what is always
/// a credential, by value for what the other side echoes.
/// </summary>
public sealed class Redactor
{
    private static readonly HashSet<string> Credentials = new(StringComparer.OrdinalIgnoreCase)
    {
        "Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie", "Set-Cookie2", "X-Api-Key", "Api-Key", "ApiKey", "X-Auth-Token", "X-Access-Token",
        "X-Csrf-Token", "X-Xsrf-Token", "Authentication-Info", "Proxy-Authentication-Info", "X-Amz-Security-Token", "Ocp-Apim-Subscription-Key",
    };

    private readonly SecretRedactor byValue;
    private byte[][]? byteForms;

    public Redactor(IEnumerable<string> values) => byValue = new SecretRedactor(values);

    public static Redactor None { get; } = new([]);

    public bool IsEmpty => byValue.AllForms.Count == 0;

    public static bool IsCredential(string headerName) => Credentials.Contains(headerName);

    public string Redact(string text) => byValue.Redact(text);

    public ReportHeader Header(string name, string value) => new(Redact(name), IsCredential(name) ? MaskedText.Mask : Redact(value));

    /// <summary>Typed JSON stays JSON: the mask replaces text inside its strings.</summary>
    public RawJson? Value(RawJson? value)
    {
        if (value is null || IsEmpty)
        {
            return value;
        }

        var redacted = Redact(value.Text);
        return ReferenceEquals(redacted, value.Text) ? value
            : value.Kind is System.Text.Json.JsonValueKind.Number ? RawJson.String(MaskedText.Mask)
            : Parse(redacted);
    }

    /// <summary>A number masked within an object leaves no JSON; then the whole is shown as text.</summary>
    private static RawJson Parse(string redacted)
    {
        try
        {
            return RawJson.Parse(redacted);
        }
        catch (System.Text.Json.JsonException)
        {
            return RawJson.String(redacted);
        }
    }

    /// <summary>The same for a body on its way; null when there is nothing to take out.</summary>
    internal ByteRedactor? Stream() => IsEmpty ? null : new ByteRedactor(byteForms ??= [.. byValue.AllForms.Select(Encoding.UTF8.GetBytes)]);
}
