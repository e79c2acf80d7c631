using System.Text;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Core.Invocation.Building;

namespace ApiAdmin.Core.Interchange.CopyAs;

/// <summary>Text of a built request with each secret as its name in angle brackets, whatever escaping it went through.</summary>
internal sealed class Placeholders
{
    private const string Nameless = "<sensitive-value>";

    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);

    public Placeholders(IEnumerable<RevealedSecret> secrets)
    {
        foreach (var secret in secrets)
        {
            foreach (var escape in new Func<string, string>[] { text => text, Escapes.Uri, Escapes.Form, Escapes.Json, Escapes.Xml, Escapes.CData })
            {
                names.TryAdd(escape(secret.Value), $"<{secret.Name}>");
            }
        }
    }

    public string Write(MaskedText text)
    {
        var builder = new StringBuilder();
        foreach (var part in text.Parts)
        {
            builder.Append(part.Kind == TextPartKind.Sensitive ? names.GetValueOrDefault(part.Text, Nameless) : part.Text);
        }

        return builder.ToString();
    }
}
