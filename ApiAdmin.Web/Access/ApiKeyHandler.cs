using System.Text.Encodings.Web;
using ApiAdmin.Web.Shared.Rest;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace ApiAdmin.Web.Access;

/// <summary>The scheme of API keys: who asks, and how to ask with one.</summary>
public sealed class ApiKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ApiKeyReader keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync() => await keys.ReadAsync(Context) switch
    {
        { Key: { } key } => AuthenticateResult.Success(new AuthenticationTicket(ApiKeyAuthentication.ToPrincipal(key), Scheme.Name)),
        { Refusal: { } refusal } => AuthenticateResult.Fail(refusal),
        _ => AuthenticateResult.NoResult(),
    };

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var failure = (await HandleAuthenticateOnceSafeAsync()).Failure;
        Response.Headers.WWWAuthenticate = failure is null ? "Bearer realm=\"ApiAdmin\"" : "Bearer realm=\"ApiAdmin\", error=\"invalid_token\"";
        await ProblemWriter.WriteAsync(
            Context, ProblemKind.Unauthenticated, failure?.Message ?? "Send an API key as Authorization: Bearer <key> or as X-Api-Key: <key>.");
    }
}
