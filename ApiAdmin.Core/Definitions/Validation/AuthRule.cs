namespace ApiAdmin.Core.Definitions.Validation;

/// <summary>Authentication: its names, its secret, and nothing else that sets the same header or query value.</summary>
internal sealed class AuthRule : IDefinitionRule
{
    public IEnumerable<Finding> Check(ApiDefinition definition, ValidationContext context) =>
        Findings(definition).OfType<Finding>();

    private static IEnumerable<Finding?> Findings(ApiDefinition definition)
    {
        if (DefinitionSecrets.SecretOf(definition.Auth) is { } secret)
        {
            yield return SecretName.Fault("auth.secret", secret);
        }

        switch (definition.Auth)
        {
            case BasicAuth basic:
                yield return Username(basic.Username) ?? HeaderClash(definition, "Authorization", "auth.kind");
                break;
            case BearerAuth:
                yield return HeaderClash(definition, "Authorization", "auth.kind");
                break;
            case ApiKeyAuth { In: ApiKeyPlace.Header } key:
                yield return ForbiddenHeaders.Fault("auth.name", key.Name) ?? HeaderClash(definition, key.Name, "auth.name");
                break;
            case ApiKeyAuth key:
                yield return NameText.Line("auth.name", key.Name, "The query name of the API key") ?? QueryClash(definition, key.Name);
                break;
        }
    }

    private static Finding? Username(string username) => NameText.Line("auth.username", username, "The user name")
        ?? (username.Contains(':', StringComparison.Ordinal)
            ? new("auth.username", FindingCodes.InvalidCharacter, "The user name holds a colon, which RFC 7617 takes for the beginning of the password; remove it.")
            : null);

    private static Finding? HeaderClash(ApiDefinition definition, string name, string path) =>
        definition.Headers.Any(row => row.Enabled && row.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ? new(path, FindingCodes.Duplicate, $"Authentication sets the header {Quoted.Text(name)}, and so does a Header param; remove or switch off that row, or choose another authentication.")
            : null;

    private static Finding? QueryClash(ApiDefinition definition, string name) =>
        DefinitionRows.Of(definition, ParamPlace.Query).Any(row => row.Name == name)
            ? new("auth.name", FindingCodes.Duplicate, $"Authentication sets the query value {Quoted.Text(name)}, and so does a Request param; remove or switch off that row.")
            : null;
}
