using System.Text.Encodings.Web;
using ApiAdmin.Core.Access;
using ApiAdmin.Web.Shared.Rest;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace ApiAdmin.Web.Access;

/// <summary>
/// Takes an API key from <c>Authorization: Bearer</c> or <c>X-Api-Key</c>; never from the address, where logs and
/// histories would keep it.
/// </summary>
public sealed class ApiKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IApiKeyVerifier keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Header = "X-Api-Key";

    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        string? given = null;
        foreach (var value in Given())
        {
            if (given is not null && value != given)
            {
                return AuthenticateResult.Fail("Several different keys were given; send one, as Authorization: Bearer or as X-Api-Key.");
            }

            given = value;
        }

        if (given is null)
        {
            return AuthenticateResult.NoResult();
        }

        if (await keys.VerifyAsync(given, Context.RequestAborted) is not { } key)
        {
            return AuthenticateResult.Fail("The key is not valid: mistyped, revoked, expired or of another installation. Ask an administrator for a new one.");
        }

        Context.Features.Set(key);
        return AuthenticateResult.Success(new AuthenticationTicket(ApiKeyAuthentication.ToPrincipal(key), Scheme.Name));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var failure = (await HandleAuthenticateOnceSafeAsync()).Failure;
        Response.Headers.WWWAuthenticate = failure is null ? "Bearer realm=\"ApiAdmin\"" : "Bearer realm=\"ApiAdmin\", error=\"invalid_token\"";
        await ProblemWriter.WriteAsync(
            Context, ProblemKind.Unauthenticated, failure?.Message ?? "Send an API key as Authorization: Bearer <key> or as X-Api-Key: <key>.");
    }

    private IEnumerable<string> Given()
    {
        foreach (var value in Request.Headers.Authorization)
        {
            if (value is not null && value.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            {
                yield return value[Bearer.Length..].Trim();
            }
        }

        foreach (var value in Request.Headers[Header])
        {
            yield return value?.Trim() ?? "";
        }
    }
}
