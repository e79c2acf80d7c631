namespace ApiAdmin.Core.Extraction;

/// <summary>What to do about a status that is not accepted.</summary>
internal static class OutcomeAdvice
{
    public static string ForStatus(int status, bool followsRedirects) => status switch
    {
        401 => "Check the Authentication and its secret.",
        403 => "Ask the other side whether this access is allowed.",
        404 => "Check the URL and the values in it, or name 404 as \"not found\" in the success rule.",
        405 => "Choose another method.",
        415 => "Check the body kind and its content type.",
        429 => "Wait, and ask less often.",
        304 => "Leave out the header that asks only for changes (If-None-Match, If-Modified-Since), or accept this status in the success rule.",
        >= 300 and < 400 when followsRedirects => "It names no address that could be followed; put the final address into the URL, or ask whoever runs that system.",
        >= 300 and < 400 => "Put the address it points to into the URL, or allow redirects under Limits.",
        >= 500 => "The fault is on the other side: try again, or tell its operators.",
        _ => "Check what was sent, or accept this status in the success rule.",
    };
}
