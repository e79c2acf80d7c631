namespace ApiAdmin.Core.Definitions.Validation;

/// <summary>One concern of a definition. Says everything that is wrong with it, each with place and cure; never throws.</summary>
internal interface IDefinitionRule
{
    IEnumerable<Finding> Check(ApiDefinition definition, ValidationContext context);
}

/// <summary>What a definition is judged by beside itself.</summary>
public sealed record ValidationContext
{
    public static ValidationContext Default { get; } = new();

    /// <summary><c>Outbound:MaxTimeoutMs</c>.</summary>
    public int MaxTimeoutMs { get; init; } = 60_000;

    /// <summary>The secrets that exist; null when that is not known, and then nothing is said about it.</summary>
    public IReadOnlySet<string>? KnownSecrets { get; init; }
}

/// <param name="Findings">What has to be mended before the definition can be saved or run.</param>
/// <param name="Warnings">What is allowed but probably not meant.</param>
public sealed record ValidationResult(IReadOnlyList<Finding> Findings, IReadOnlyList<Finding> Warnings)
{
    public bool IsGood => Findings.Count == 0;
}
