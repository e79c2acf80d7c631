namespace ApiAdmin.Core.Extraction;

/// <summary>What a rule found and whether it held; read only for reports that people look at.</summary>
/// <param name="Rule">As a person would say it.</param>
/// <param name="Found">The JSON text at its path, shortened; null when there is nothing.</param>
public sealed record RuleReading(string Rule, bool IsNotFound, string? Found, bool Holds);
