namespace ApiAdmin.Core.Definitions.Validation;

/// <summary>Warns of secrets that do not exist: a draft may be saved before them, but not run.</summary>
internal sealed class SecretAdvice : IDefinitionRule
{
    public IEnumerable<Finding> Check(ApiDefinition definition, ValidationContext context) =>
        context.KnownSecrets is not { } known
            ? []
            : DefinitionSecrets.Of(definition)
                .Where(secret => SecretName.IsValid(secret.Key) && !known.Contains(secret.Key))
                .Select(secret => new Finding(
                    secret.Value, FindingCodes.NotFound,
                    $"There is no secret {Quoted.Text(secret.Key)} yet; until it is made under Secrets, a run ends as invalid_input.{Nearest.Hint(secret.Key, known)}"));
}
