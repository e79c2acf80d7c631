using System.Text.Json;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;

namespace ApiAdmin.Core.Extraction.Sources;

/// <summary>One value as a source gives it.</summary>
/// <param name="Raw">As it stands in the response.</param>
/// <param name="Text">What it says; null when it cannot be decoded.</param>
/// <param name="Line">From 1; 0 where no place can be named.</param>
/// <param name="IsJson"><paramref name="Raw"/> is JSON, a text in quotes.</param>
internal readonly record struct SourceValue(JsonValueKind Kind, string Raw, string? Text, int Line = 0, int Column = 0, bool IsJson = false)
{
    public static SourceValue Of(string text, int line = 0, int column = 0) => new(JsonValueKind.String, text, text, line, column);

    public static SourceValue Of(FoundValue value, int line, int column) => new(value.Kind, value.Raw, value.Text(), line, column, IsJson: true);

    /// <summary>The value as JSON: of a text that stands in no JSON a JSON string.</summary>
    public RawJson Json => IsJson || Kind != JsonValueKind.String ? RawJson.Trusted(Raw) : RawJson.String(Text ?? "\ufffd");
}

/// <summary>All that a source gives for an output, or why it gives nothing.</summary>
internal sealed record SourceResult(IReadOnlyList<SourceValue> Values, OutputProblem? Problem = null)
{
    public static SourceResult Failed(OutputProblemCode code, string message, string? nearest = null) =>
        new([], new OutputProblem { Code = code, Message = message, Nearest = nearest });

    public static SourceResult NoMatch(string message, string? nearest = null) => Failed(OutputProblemCode.NoMatch, message, nearest);
}
