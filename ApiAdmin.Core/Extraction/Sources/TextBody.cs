using System.Buffers;
using System.Text;

namespace ApiAdmin.Core.Extraction.Sources;

/// <summary>The body as text, kept whole for the sources that need it so, up to a limit.</summary>
internal sealed class TextBody
{
    public const int Largest = 8 * 1024 * 1024;

    private readonly ArrayBufferWriter<byte> bytes = new();
    private string? text;

    public static string TooLarge { get; } = "The body is larger than the 8 MiB of which text, XML, forms and regular expressions can be read. Ask the other side for less, or read it by a JSONPath.";

    public bool IsTooLarge { get; private set; }

    public ReadOnlyMemory<byte> Utf8 => bytes.WrittenMemory;

    public void Write(ReadOnlySpan<byte> utf8)
    {
        if (IsTooLarge || bytes.WrittenCount + utf8.Length > Largest)
        {
            IsTooLarge = true;
            bytes.ResetWrittenCount();
            return;
        }

        bytes.Write(utf8);
    }

    public string Text => text ??= Encoding.UTF8.GetString(bytes.WrittenSpan).TrimStart('\ufeff');
}
