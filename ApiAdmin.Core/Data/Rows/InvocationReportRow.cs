namespace ApiAdmin.Core.Data;

/// <summary>The long part of one kept invocation; goes with its row.</summary>
public sealed class InvocationReportRow
{
    public required string InvocationId { get; init; }

    /// <summary>The report as the JSON that is shown: masked already.</summary>
    public required string ReportJson { get; init; }

    /// <summary>What it ran with, for another run; what is not to be seen is only named. Null for runs from before inputs were kept.</summary>
    public string? InputsJson { get; init; }
}
