using ApiAdmin.Core.Invocation.Reading.Tree;
using ApiAdmin.Web.Definitions.Editing;

namespace ApiAdmin.Web.Invocation.Panel.Body;

/// <summary>A place of the body that somebody asked to see, as reports tell places.</summary>
/// <param name="Line">From 1, as is <paramref name="Column"/>.</param>
/// <param name="Raw">What stands there.</param>
public sealed record BodyTarget(int Line, int Column, string Raw)
{
    /// <summary>What to look for instead of a place.</summary>
    public LookedAt? Looked { get; init; }

    public Task<int[]?> WayAsync(BodyTreeReader reader, CancellationToken cancellationToken) => reader.WayAsync(Line, Column, cancellationToken);
}
