using ApiAdmin.Core.Definitions.Templates;

namespace ApiAdmin.Core.Definitions;

/// <summary>The secrets a definition names, each with the first place that does.</summary>
public static class DefinitionSecrets
{
    public static IReadOnlyDictionary<string, string> Of(ApiDefinition definition)
    {
        var places = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, path) in All(definition))
        {
            places.TryAdd(name, path);
        }

        return places;
    }

    /// <summary>With repetitions; disabled rows count too, since switching one on must not surprise.</summary>
    internal static IEnumerable<(string Name, string Path)> All(ApiDefinition definition)
    {
        foreach (var (path, row) in DefinitionRows.All(definition))
        {
            if (row.Value is SecretValue secret)
            {
                yield return (secret.Name, $"{path}.value.name");
            }
        }

        foreach (var (path, template) in DefinitionTemplates.Of(definition))
        {
            foreach (var used in template.References.Where(p => p.Kind == TemplateSource.Secret))
            {
                yield return (used.Name, path);
            }
        }

        if (SecretOf(definition.Auth) is { Length: > 0 } ofAuth)
        {
            yield return (ofAuth, "auth.secret");
        }
    }

    public static string? SecretOf(ApiAuth auth) => auth switch
    {
        BasicAuth basic => basic.Secret,
        BearerAuth bearer => bearer.Secret,
        ApiKeyAuth apiKey => apiKey.Secret,
        _ => null,
    };
}
