namespace ApiAdmin.Core.Definitions.Validation;

/// <summary>Limits within what the installation allows.</summary>
internal sealed class LimitsRule : IDefinitionRule
{
    private const int LowestTimeoutMs = 100;

    public IEnumerable<Finding> Check(ApiDefinition definition, ValidationContext context)
    {
        var limits = definition.Limits;
        Finding?[] findings =
        [
            limits.TimeoutMs is { } timeout ? Range("limits.timeoutMs", timeout, LowestTimeoutMs, context.MaxTimeoutMs, " ms (Outbound:MaxTimeoutMs)") : null,
            Range("limits.maxBodyBytes", limits.MaxBodyBytes, 1, InvocationLimits.HighestMaxBodyBytes, " bytes (256 MiB)"),
            Range("limits.followRedirects", limits.FollowRedirects, 0, InvocationLimits.HighestRedirects, ""),
        ];
        return findings.OfType<Finding>();
    }

    private static Finding? Range(string path, int value, int lowest, int highest, string unit) => value >= lowest && value <= highest
        ? null
        : new(path, FindingCodes.OutOfRange, $"\"{path}\" is {value}; give a number from {lowest} to {highest}{unit}.");
}
