namespace ApiAdmin.Core.Extraction;

/// <summary>How reading the body ended.</summary>
/// <param name="Problem">The sentence that says why it could not be read to its end (too large, broken compression …); else null.</param>
/// <param name="IsPartial">It was left on purpose once every output was known.</param>
public sealed record BodyEnding(string? Problem = null, bool IsPartial = false)
{
    public static BodyEnding Whole { get; } = new();

    public static BodyEnding StoppedEarly { get; } = new(IsPartial: true);

    public static BodyEnding Unreadable(string problem) => new(problem);
}
