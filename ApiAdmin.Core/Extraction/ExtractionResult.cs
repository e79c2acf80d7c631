using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;

namespace ApiAdmin.Core.Extraction;

/// <summary>What a response came to.</summary>
public sealed class ExtractionResult
{
    public required Outcome Outcome { get; init; }

    /// <summary>One sentence: what happened and, unless it is a success, what to do.</summary>
    public required string Message { get; init; }

    /// <summary>In the order of the definition; sensitive values stand as <c>•••</c>.</summary>
    public ValueList<ReportOutput> Outputs { get; init; } = [];

    /// <summary>The true values by output name; null where there is none.</summary>
    public ValueMap<RawJson?> TrueOutputs { get; init; } = ValueMap<RawJson?>.Empty;

    public ValueList<string> Warnings { get; init; } = [];

    public ValueList<ReportStep> Steps { get; init; } = [];

    /// <summary>What the rules found; empty unless <see cref="ResponseHead.Explain"/> asks for it or where no rule could be asked.</summary>
    public ValueList<RuleReading> Rules { get; init; } = [];

    /// <summary>Texts of sensitive outputs, to be masked in the body that is shown.</summary>
    public IReadOnlyList<string> SensitiveValues { get; init; } = [];
}
