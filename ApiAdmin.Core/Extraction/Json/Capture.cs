using System.Text.Json;

namespace ApiAdmin.Core.Extraction.Json;

/// <summary>What one path has found so far: raw JSON text, where it stands, or that it is too large to keep.</summary>
internal sealed class Capture
{
    /// <summary>A single value of more is not kept.</summary>
    public const int Largest = 1024 * 1024;

    private const int KeptBetweenRuns = 4 * 1024;

    private byte[] bytes = new byte[64];
    private int length;

    public JsonTokenType Kind { get; private set; }

    public bool IsFound => Kind != JsonTokenType.None;

    public bool IsTooLarge { get; private set; }

    public int Line { get; private set; }

    public int Column { get; private set; }

    public ReadOnlySpan<byte> Raw => bytes.AsSpan(0, length);

    public void Begin(JsonTokenType kind, int line, int column)
    {
        (Kind, Line, Column, IsTooLarge, length) = (kind, line, column, false, 0);
    }

    public void Append(ReadOnlySpan<byte> text)
    {
        if (IsTooLarge)
        {
            return;
        }

        if (length + text.Length > Largest)
        {
            IsTooLarge = true;
            length = 0;
            return;
        }

        if (length + text.Length > bytes.Length)
        {
            Array.Resize(ref bytes, Math.Max(length + text.Length, bytes.Length * 2));
        }

        text.CopyTo(bytes.AsSpan(length));
        length += text.Length;
    }

    /// <summary>Forgets what was found; keeps only a small buffer for the next run.</summary>
    public void Clear()
    {
        (Kind, Line, Column, IsTooLarge, length) = (JsonTokenType.None, 0, 0, false, 0);
        if (bytes.Length > KeptBetweenRuns)
        {
            bytes = new byte[64];
        }
    }
}
