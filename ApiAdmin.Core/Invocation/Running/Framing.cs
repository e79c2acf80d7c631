namespace ApiAdmin.Core.Invocation.Running;

/// <summary>Answers whose length is told twice and differently: the framework takes one silently, two readers would disagree (RFC 9112, section 6.3).</summary>
internal static class Framing
{
    public static string? Problem(HttpResponseMessage response)
    {
        var headers = response.Content.Headers.NonValidated;
        if (!headers.TryGetValues("Content-Length", out var values))
        {
            return null;
        }

        if (values.Count == 1 && !HasComma(values) && !response.Headers.NonValidated.Contains("Transfer-Encoding"))
        {
            return null;
        }

        var lengths = values.SelectMany(v => v.Split(',')).Select(v => v.Trim()).Distinct(StringComparer.Ordinal).ToList();
        return lengths.Count > 1
            ? $"The answer tells its length {lengths.Count} times differently ({string.Join(", ", lengths)}), so its end is not certain. Ask whoever runs that system."
            : response.Headers.NonValidated.Contains("Transfer-Encoding")
                ? "The answer has both Content-Length and Transfer-Encoding, so its end is not certain. Ask whoever runs that system."
                : null;
    }

    private static bool HasComma(System.Net.Http.Headers.HeaderStringValues values)
    {
        foreach (var value in values)
        {
            if (value.Contains(',', StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
