using System.Text;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Invocation.Building;

/// <summary>The header an authentication adds; null when it adds none.</summary>
internal static class AuthHeader
{
    public static BuiltHeader? Of(ApiAuth auth, BuildContext context) => auth switch
    {
        BasicAuth basic => new("Authorization", MaskedText.Concat(MaskedText.Plain("Basic "), Basic(basic, context))),
        BearerAuth bearer => new("Authorization", MaskedText.Concat(MaskedText.Plain("Bearer "), context.Secret(bearer.Secret, "auth.secret").Text)),
        ApiKeyAuth { In: ApiKeyPlace.Header } key => new(key.Name, context.Secret(key.Secret, "auth.secret").Text),
        _ => null,
    };

    /// <summary>RFC 7617, with the charset every server of today reads: UTF-8.</summary>
    private static MaskedText Basic(BasicAuth basic, BuildContext context)
    {
        if (basic.Username.Contains(':', StringComparison.Ordinal))
        {
            context.Problem("auth.username", FindingCodes.InvalidCharacter, "The user name holds a colon, which Basic authentication cannot carry. Remove it.");
        }

        var secret = context.Secret(basic.Secret, "auth.secret").Text;
        return secret.IsResolved
            ? MaskedText.Sensitive(Convert.ToBase64String(Encoding.UTF8.GetBytes($"{basic.Username}:{secret.Reveal()}")))
            : secret;
    }
}
