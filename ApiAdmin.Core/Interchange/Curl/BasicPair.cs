using System.Text;

namespace ApiAdmin.Core.Interchange.Curl;

/// <summary>User and password out of a Basic credential (RFC 7617).</summary>
internal sealed record BasicPair(string User, string Password)
{
    /// <summary>Null when the text is not what RFC 7617 writes.</summary>
    public static BasicPair? Read(string base64)
    {
        var bytes = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, bytes, out var length))
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(bytes, 0, length);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 || text.Any(char.IsControl) || text.Contains('\ufffd', StringComparison.Ordinal) ? null : new BasicPair(text[..colon], text[(colon + 1)..]);
    }
}
