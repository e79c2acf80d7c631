using System.Text;

namespace ApiAdmin.Core.Access;

/// <summary>RFC 4648 base 32 without padding: what authenticator apps and people can type.</summary>
internal static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int Bits = 5;

    /// <param name="bytes">A multiple of five bytes, so that nothing is left over.</param>
    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var (text, buffer, held) = (new StringBuilder(), 0, 0);
        foreach (var value in bytes)
        {
            buffer = ((buffer << 8) | value) & 0xffff;
            for (held += 8; held >= Bits; held -= Bits)
            {
                text.Append(Alphabet[(buffer >> (held - Bits)) & 31]);
            }
        }

        return text.ToString();
    }

    /// <summary>In groups of four, easier to read and to type.</summary>
    public static string Grouped(string text, char between) => string.Join(between, text.Chunk(4).Select(chunk => new string(chunk)));
}
