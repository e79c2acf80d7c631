using ApiAdmin.Core.Access;

namespace ApiAdmin.Web.Access;

/// <summary>
/// Takes an API key from <c>Authorization: Bearer</c> or <c>X-Api-Key</c>; never from the address, where logs and
/// histories would keep it.
/// </summary>
public sealed class ApiKeyReader(IApiKeyVerifier keys)
{
    public const string Header = "X-Api-Key";

    private const string Bearer = "Bearer ";

    public async ValueTask<KeyReading> ReadAsync(HttpContext context)
    {
        string? given = null;
        foreach (var value in context.Request.Headers.Authorization)
        {
            if (value is not null && value.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) && !IsSame(ref given, value[Bearer.Length..]))
            {
                return KeyReading.Several;
            }
        }

        foreach (var value in context.Request.Headers[Header])
        {
            if (!IsSame(ref given, value ?? ""))
            {
                return KeyReading.Several;
            }
        }

        if (given is null)
        {
            return default;
        }

        if (await keys.VerifyAsync(given, context.RequestAborted) is not { } key)
        {
            return KeyReading.Invalid;
        }

        context.Features.Set(key);
        return new(key, null);
    }

    private static bool IsSame(ref string? given, string value)
    {
        value = value.Trim();
        var first = given is null;
        given ??= value;
        return first || given == value;
    }
}

/// <summary>Neither a key nor a refusal: none was given.</summary>
public readonly record struct KeyReading(KeyIdentity? Key, string? Refusal)
{
    public static readonly KeyReading Several = new(null, "Several different keys were given; send one, as Authorization: Bearer or as X-Api-Key.");

    public static readonly KeyReading Invalid =
        new(null, "The key is not valid: mistyped, revoked, expired or of another installation. Ask an administrator for a new one.");
}
