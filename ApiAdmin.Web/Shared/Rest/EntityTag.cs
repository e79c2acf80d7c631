using ApiAdmin.Core;
using Microsoft.Net.Http.Headers;

namespace ApiAdmin.Web.Shared.Rest;

/// <summary>Version tokens as <c>ETag</c>, <c>If-Match</c> and <c>If-None-Match</c> carry them (RFC 9110, section 8.8.3).</summary>
public static class EntityTag
{
    public static string Quote(string tag) => $"\"{tag}\"";

    /// <summary>The versions that a change may be made over: the tags named, or any. A weak tag never matches (RFC 9110, section 13.1.1).</summary>
    /// <exception cref="PreconditionRequiredException">There is no If-Match.</exception>
    /// <exception cref="InvalidException">It is neither tags nor <c>*</c>.</exception>
    public static VersionMatch DemandIfMatch(HttpRequest request)
    {
        if (request.Headers.IfMatch.Count == 0)
        {
            throw new PreconditionRequiredException("Send If-Match with the ETag of the version you changed, so that nobody's work is lost.");
        }

        if (EntityTagHeaderValue.TryParseStrictList(request.Headers.IfMatch, out var tags) && tags.Count > 0)
        {
            if (tags is [{ IsWeak: false } only] && only.Tag == "*")
            {
                return VersionMatch.Any;
            }

            if (tags.All(tag => tag.Tag != "*"))
            {
                return VersionMatch.OneOf(tags.Where(tag => !tag.IsWeak).Select(tag => tag.Tag.ToString().Trim('"')));
            }
        }

        throw new InvalidException([new Finding(
            "If-Match", FindingCodes.Malformed,
            "If-Match must be the ETag in quotes as the answer to GET gave it (several with commas between), or * alone for whatever version there is.")]);
    }

    /// <summary>Whether the caller already has this version (weak comparison, as RFC 9110 wants it here).</summary>
    public static bool IsKnown(HttpRequest request, string tag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var tags)
        && tags.Any(known => known.Tag == "*" || known.Tag == Quote(tag));
}
