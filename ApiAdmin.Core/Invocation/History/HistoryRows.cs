using System.Text;
using System.Text.Unicode;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;

namespace ApiAdmin.Core.Invocation.History;

/// <summary>What of a report goes into the row that lists it, and how much of it is kept at all.</summary>
internal static class HistoryRows
{
    /// <summary>The most of one body that is kept, in bytes of UTF-8.</summary>
    public const int LargestBody = 64 * 1024;

    private const int LongestText = 1_000;

    public static InvocationRow Of(Actor actor, InvocationReport report)
    {
        var (url, message) = (Storable(report.Request?.Url ?? ""), Storable(report.Message));
        var sample = report.Sample is null ? null : Storable(report.Sample);
        return new InvocationRow
        {
            Id = report.InvocationId,
            Api = report.Api,
            Version = report.Version,
            ActorId = actor.Id,
            ActorName = actor.Name,
            Outcome = report.Outcome,
            Status = report.Response?.Status,
            StartedAt = report.StartedAt,
            DurationMs = report.DurationMs,
            Method = report.Request?.Method ?? "",
            Url = url,
            Message = message,
            Sample = sample,
            SearchText = TextFolding.Fold(string.Join('\n', report.Api, url, message, report.InvocationId, sample)),
        };
    }

    /// <summary>The response's body has its limit already; what was sent gets the same one.</summary>
    public static InvocationReport Bounded(InvocationReport report) => report.Request is { } request
        ? report with { Request = request with { Body = Cut(request.Body), Text = Cut(request.Text) } }
        : report;

    private static string? Cut(string? text)
    {
        // No text of so few characters has more bytes than that.
        if (text is null || text.Length <= LargestBody / 3)
        {
            return text;
        }

        Utf8.FromUtf16(text, new byte[LargestBody], out var read, out _);
        return read == text.Length ? text : $"{text[..read]}…";
    }

    /// <summary>An upstream's words may hold what PostgreSQL's text cannot: U+0000 and halves of surrogate pairs.</summary>
    private static string Storable(string text)
    {
        var builder = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (builder.Length >= LongestText)
            {
                return builder.Append('…').ToString();
            }

            builder.Append(rune.Value == 0 ? Rune.ReplacementChar : rune);
        }

        return builder.ToString();
    }
}
