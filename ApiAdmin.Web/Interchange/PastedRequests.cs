using ApiAdmin.Core.Definitions;
using ApiAdmin.Web.Definitions.Editing;

namespace ApiAdmin.Web.Interchange;

/// <summary>Puts a pasted request on the form. What a command does not tell (key, outputs, success …) stays as it was.</summary>
public static class PastedRequests
{
    public static void Apply(EditSession session, PastedRequest pasted)
    {
        foreach (var secret in pasted.Secrets)
        {
            session.OfferSecret(secret);
        }

        var (now, request) = (session.Model.Current, pasted.Definition);
        session.Model.Show(now with
        {
            Method = request.Method,
            Url = request.Url,
            Headers = request.Headers,
            Parameters = request.Parameters,
            Body = request.Body,
            Auth = request.Auth,
            Limits = now.Limits with { TimeoutMs = request.Limits.TimeoutMs ?? now.Limits.TimeoutMs, FollowRedirects = request.Limits.FollowRedirects },
        });
        if (now.Name.Length == 0)
        {
            session.Model.SetName(request.Name);
        }
    }
}
