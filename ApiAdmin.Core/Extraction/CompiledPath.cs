using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Extraction.Json;
using ApiAdmin.Core.Extraction.JsonPath;

namespace ApiAdmin.Core.Extraction;

/// <summary>A path of a definition: parsed, and where what the stream shows of it is captured.</summary>
internal sealed record CompiledPath(JsonPathQuery Query, int Slot)
{
    /// <summary>The capture holds its one value, and nothing is left to do.</summary>
    public bool IsSimple { get; } = Query is { IsSingular: true, Rest.Count: 0 };
}

/// <summary>Gives each distinct path one slot.</summary>
internal sealed class PathSlots
{
    private readonly List<StreamedPath> paths = [];

    public ValueList<StreamedPath> Paths => [.. paths];

    public CompiledPath? Of(JsonPathQuery? query)
    {
        if (query is null)
        {
            return null;
        }

        var room = new CaptureRoom(!query.Streamed.IsSingular, query.Rest.Count > 0 ? CaptureRoom.OfTree : CaptureRoom.OfValue);
        var path = new StreamedPath(query.Streamed, room);
        var slot = paths.IndexOf(path);
        if (slot < 0)
        {
            slot = paths.Count;
            paths.Add(path);
        }

        return new CompiledPath(query, slot);
    }

    public PathSet[] Sets() => [.. paths.Chunk(PathSet.Most).DefaultIfEmpty([]).Select(chunk => new PathSet([.. chunk]))];
}
