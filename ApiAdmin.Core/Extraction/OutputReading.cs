using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;

namespace ApiAdmin.Core.Extraction;

/// <summary>What became of one output.</summary>
internal readonly record struct OutputReading(OutputParam Param)
{
    /// <summary>The true typed value; null when there is none.</summary>
    public RawJson? Value { get; init; }

    public string? Raw { get; init; }

    public int? Line { get; init; }

    public int? Column { get; init; }

    /// <summary>What is worth telling although there is a value.</summary>
    public string? Warning { get; init; }

    public OutputProblem? Problem { get; init; }

    /// <summary>As the report shows it.</summary>
    public ReportOutput ToReport()
    {
        var hide = Param.IsSecret();
        return new ReportOutput
        {
            Name = Param.Name,
            Type = Param.Type,
            Value = hide && Value is not null ? RawJson.String(MaskedText.Mask) : Value,
            Raw = hide && Raw is not null ? MaskedText.Mask : Raw,
            Line = Line,
            Column = Column,
            Problem = Problem,
        };
    }
}
