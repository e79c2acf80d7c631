using ApiAdmin.Core.Invocation.Reading;
using ApiAdmin.Core.Invocation.Reading.Tree;
using ApiAdmin.Web.Definitions.Editing;

namespace ApiAdmin.Web.Invocation.Panel.Body;

/// <summary>A place of the body that somebody asked to see, as reports tell places.</summary>
/// <param name="Line">From 1, as is <paramref name="Column"/>.</param>
/// <param name="Raw">What stands there.</param>
public sealed record BodyTarget(int Line, int Column, string Raw)
{
    private const int LongestMark = 4 * 1024;
    private const int Nearby = 1024;

    /// <summary>What to look for instead of a place.</summary>
    public LookedAt? Looked { get; init; }

    public Task<int[]?> WayAsync(IBodyTree reader, CancellationToken cancellationToken) => reader.WayAsync(Line, Column, cancellationToken);

    /// <summary>Where it stands in a text. Of an XML element the report knows where its name begins: its text comes soon after.</summary>
    public async Task<BodyMatch> FindAsync(BodyContent body, CancellationToken cancellationToken)
    {
        var offset = await TextPlace.OffsetAsync(body.Stream, Line, Column, cancellationToken);
        var raw = body.Encoding.GetBytes(Raw);
        var buffer = new byte[Math.Min(raw.Length, LongestMark) + Nearby];
        body.Stream.Position = offset;
        var read = await body.Stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        var wanted = raw.AsSpan(0, Math.Min(raw.Length, LongestMark));
        var at = buffer.AsSpan(0, read).IndexOf(wanted);
        return new BodyMatch(offset + Math.Max(0, at), wanted.Length);
    }
}
