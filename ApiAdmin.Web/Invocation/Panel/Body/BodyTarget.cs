using ApiAdmin.Core.Invocation.Reading.Tree;

namespace ApiAdmin.Web.Invocation.Panel.Body;

/// <summary>A place of the body that somebody asked to see, as reports tell places.</summary>
/// <param name="Line">From 1, as is <paramref name="Column"/>.</param>
/// <param name="Raw">What stands there.</param>
public sealed record BodyTarget(int Line, int Column, string Raw)
{
    public Task<int[]?> WayAsync(BodyTreeReader reader, CancellationToken cancellationToken) => reader.WayAsync(Line, Column, cancellationToken);
}
