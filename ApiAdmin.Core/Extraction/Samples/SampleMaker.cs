using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;

namespace ApiAdmin.Core.Extraction.Samples;

/// <summary>Makes a sample of an answer. It comes from a report, so secrets and sensitive values stand as <c>•••</c> in it.</summary>
public static class SampleMaker
{
    /// <summary>Told anew by whatever answers with the sample, or only true of the answer as it was packed.</summary>
    private static readonly HashSet<string> OfTheWire = new(StringComparer.OrdinalIgnoreCase)
    {
        "Content-Length", "Content-Encoding", "Transfer-Encoding", "Connection", "Keep-Alive", "Trailer",
    };

    /// <param name="report">Of a run that was answered.</param>
    /// <param name="body">The whole body, masked as the report's is, which may have only its beginning.</param>
    public static ResponseSample Of(InvocationReport report, string name, string? body)
    {
        var response = report.Response!;
        return new ResponseSample
        {
            Name = name, Status = response.Status, MediaType = response.MediaType, Body = body,
            Headers = [.. response.Headers.Where(h => !OfTheWire.Contains(h.Name)).Select(h => new SampleHeader { Name = h.Name, Value = h.Value })],
        };
    }

    /// <summary>What a new sample is called when nobody says: by its status, and by a number when that is taken.</summary>
    public static string NameFor(InvocationReport report, ValueList<ResponseSample> samples)
    {
        var name = $"{report.Outcome} {report.Response?.Status}".Trim();
        return Enumerable.Range(1, samples.Count + 1).Select(n => n == 1 ? name : $"{name} ({n})").First(free => samples.All(s => s.Name != free));
    }
}
