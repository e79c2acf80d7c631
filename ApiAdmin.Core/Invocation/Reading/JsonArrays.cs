using System.Runtime.InteropServices;
using System.Text.Json;

namespace ApiAdmin.Core.Invocation.Reading;

/// <summary>A piece of a body, in bytes.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct JsonSpan(long Start, long Length);

/// <summary>An array of objects: how many it has, and where the ones of one page stand.</summary>
internal sealed record JsonArray(string Path, int Depth)
{
    public int Count { get; set; }

    public List<JsonSpan> Rows { get; } = [];
}

/// <summary>
/// Walks through JSON of any size and notes its arrays of objects; what lies within their rows is theirs. What breaks off
/// or is no JSON counts as far as it goes.
/// </summary>
internal sealed class JsonArrays(int page, int pageSize)
{
    private const int MostArrays = 200;
    private const int LargestToken = 4 * 1024 * 1024;

    private readonly List<JsonArray> arrays = [];
    private readonly List<string> path = ["$"];
    private JsonArray? current;
    private JsonTokenType before;
    private string? name;
    private long row = -1;

    /// <returns>The one with the most rows, of several the first; null when there is none.</returns>
    public async Task<JsonArray?> FindAsync(Stream utf8, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        var (held, start, state) = (0, 0L, new JsonReaderState());
        try
        {
            while (true)
            {
                var read = await utf8.ReadAtLeastAsync(buffer.AsMemory(held), buffer.Length - held, throwOnEndOfStream: false, cancellationToken);
                var length = held + read;
                var skip = start == 0 && buffer.AsSpan(0, length).StartsWith("\uFEFF"u8) ? 3 : 0;
                var used = skip + Walk(buffer.AsSpan(skip, length - skip), start + skip, last: read == 0, ref state);
                if (read == 0)
                {
                    break;
                }

                held = length - used;
                buffer.AsSpan(used, held).CopyTo(buffer);
                start += used;
                if (held == buffer.Length)
                {
                    if (buffer.Length >= LargestToken)
                    {
                        break;
                    }

                    Array.Resize(ref buffer, buffer.Length * 2);
                }
            }
        }
        catch (JsonException)
        {
        }

        return arrays.MaxBy(array => array.Count);
    }

    private int Walk(ReadOnlySpan<byte> bytes, long start, bool last, ref JsonReaderState state)
    {
        var reader = new Utf8JsonReader(bytes, last, state);
        while (reader.Read())
        {
            See(ref reader, start);
            before = reader.TokenType;
        }

        state = reader.CurrentState;
        return (int)reader.BytesConsumed;
    }

    private void See(ref Utf8JsonReader reader, long start)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName when current is null:
                name = Name(ref reader);
                break;
            case JsonTokenType.StartArray or JsonTokenType.StartObject:
                Open(reader.TokenType, reader.CurrentDepth, start + reader.TokenStartIndex);
                break;
            case JsonTokenType.EndArray or JsonTokenType.EndObject:
                Close(reader.CurrentDepth, start + reader.BytesConsumed);
                break;
        }
    }

    private void Open(JsonTokenType token, int depth, long at)
    {
        if (current is null && token == JsonTokenType.StartObject && before == JsonTokenType.StartArray && arrays.Count < MostArrays)
        {
            current = new JsonArray(string.Concat(path), depth);
            arrays.Add(current);
        }

        if (current is null)
        {
            path.Add(depth == 0 ? "" : before == JsonTokenType.PropertyName ? name! : "[*]");
        }
        else if (depth == current.Depth && token == JsonTokenType.StartObject)
        {
            row = at;
        }
    }

    private void Close(int depth, long end)
    {
        if (current is null)
        {
            path.RemoveAt(path.Count - 1);
        }
        else if (depth < current.Depth)
        {
            // Of the array itself.
            current = null;
            path.RemoveAt(path.Count - 1);
        }
        else if (depth == current.Depth && row >= 0)
        {
            if (current.Count / pageSize == page - 1)
            {
                current.Rows.Add(new JsonSpan(row, end - row));
            }

            current.Count++;
            row = -1;
        }
    }

    /// <summary>As a path is written: <c>.name</c>, or <c>['any name']</c>.</summary>
    private static string Name(ref Utf8JsonReader reader)
    {
        string text;
        try
        {
            text = reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            text = "…";
        }

        text = text.Length <= 100 ? text : $"{text[..100]}…";
        return text.Length > 0 && text.All(c => char.IsLetterOrDigit(c) || c == '_') && !char.IsAsciiDigit(text[0]) ? $".{text}" : $"['{text}']";
    }
}
