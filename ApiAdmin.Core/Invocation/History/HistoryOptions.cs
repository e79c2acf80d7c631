using Microsoft.Extensions.Options;

namespace ApiAdmin.Core.Invocation.History;

/// <summary>The settings section <c>History</c>.</summary>
public sealed record HistoryOptions
{
    public const string Section = "History";

    /// <summary>Runs older than so many days are removed.</summary>
    public int RetentionDays { get; init; } = 30;
}

internal sealed class HistoryOptionsValidator : IValidateOptions<HistoryOptions>
{
    public ValidateOptionsResult Validate(string? name, HistoryOptions options) => options.RetentionDays is >= 1 and <= 3_650
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail($"History:RetentionDays is '{options.RetentionDays}'; set it to a number from 1 to 3650.");
}
