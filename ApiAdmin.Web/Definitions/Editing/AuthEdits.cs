using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Web.Definitions.Editing;

/// <summary>Changes of the authentication that keep what the kinds have in common.</summary>
public static class AuthEdits
{
    public static IReadOnlyList<string> Kinds { get; } = [nameof(NoAuth), nameof(BasicAuth), nameof(BearerAuth), nameof(ApiKeyAuth)];

    public static string? SecretOf(ApiAuth auth) => auth switch
    {
        BasicAuth basic => basic.Secret,
        BearerAuth bearer => bearer.Secret,
        ApiKeyAuth key => key.Secret,
        _ => null,
    };

    public static ApiAuth As(string kind, ApiAuth before)
    {
        var secret = SecretOf(before) ?? "";
        return kind switch
        {
            nameof(BasicAuth) => before as BasicAuth ?? new BasicAuth { Username = "", Secret = secret },
            nameof(BearerAuth) => new BearerAuth { Secret = secret },
            nameof(ApiKeyAuth) => before as ApiKeyAuth ?? new ApiKeyAuth { Name = "X-Api-Key", Secret = secret },
            _ => new NoAuth(),
        };
    }

    public static ApiAuth WithSecret(ApiAuth auth, string secret) => auth switch
    {
        BasicAuth basic => basic with { Secret = secret },
        BearerAuth bearer => bearer with { Secret = secret },
        ApiKeyAuth key => key with { Secret = secret },
        _ => auth,
    };
}
