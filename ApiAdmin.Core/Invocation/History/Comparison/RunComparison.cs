using System.Text;
using System.Text.Json;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation.Reading;

namespace ApiAdmin.Core.Invocation.History.Comparison;

/// <summary><see cref="Hidden"/>: something of it was taken out on both sides, so nobody can tell.</summary>
public enum ComparedState { Same, Differs, Hidden }

/// <summary>One value on both sides; null where a side has none.</summary>
public sealed record ComparedRow(string Name, string? Left, string? Right)
{
    public ComparedState State { get; } = Left != Right ? ComparedState.Differs : Left?.Contains(MaskedText.Mask, StringComparison.Ordinal) == true ? ComparedState.Hidden : ComparedState.Same;
}

/// <summary>Two kept runs side by side. Both are masked already; nothing is unmasked here, and what is masked on both sides is not called the same.</summary>
public sealed record RunComparison
{
    public required IReadOnlyList<ComparedRow> Inputs { get; init; }

    public required IReadOnlyList<ComparedRow> Outputs { get; init; }

    public required IReadOnlyList<ComparedRow> RequestHeaders { get; init; }

    public required IReadOnlyList<ComparedRow> ResponseHeaders { get; init; }

    /// <summary>The lines of the sent bodies; empty when neither has one.</summary>
    public required IReadOnlyList<DiffLine> RequestBody { get; init; }

    /// <summary>The lines of the received bodies, JSON set out; empty when neither is a text.</summary>
    public required IReadOnlyList<DiffLine> ResponseBody { get; init; }

    public static RunComparison Of(KeptRun left, KeptRun right) => new()
    {
        Inputs = Rows(InputsOf(left), InputsOf(right), StringComparer.Ordinal),
        Outputs = Rows(OutputsOf(left), OutputsOf(right), StringComparer.Ordinal),
        RequestHeaders = Rows(HeadersOf(left.Report.Request?.Headers), HeadersOf(right.Report.Request?.Headers), StringComparer.OrdinalIgnoreCase),
        ResponseHeaders = Rows(HeadersOf(left.Report.Response?.Headers), HeadersOf(right.Report.Response?.Headers), StringComparer.OrdinalIgnoreCase),
        RequestBody = Lines(left.Report.Request?.Body, right.Report.Request?.Body),
        ResponseBody = Lines(left.Report.Response?.Body, right.Report.Response?.Body),
    };

    private static IReadOnlyList<ComparedRow> Rows(IReadOnlyList<(string Name, string? Value)> left, IReadOnlyList<(string Name, string? Value)> right, StringComparer names)
    {
        var (first, second) = (ByName(left, names), ByName(right, names));
        return [.. first.Keys.Concat(second.Keys).Distinct(names)
            .Select(name => new ComparedRow(name, first.GetValueOrDefault(name), second.GetValueOrDefault(name)))];
    }

    /// <summary>A header that came twice is one row with both values.</summary>
    private static OrderedDictionary<string, string?> ByName(IReadOnlyList<(string Name, string? Value)> values, StringComparer names)
    {
        var all = new OrderedDictionary<string, string?>(names);
        foreach (var (name, value) in values)
        {
            all[name] = all.TryGetValue(name, out var known) ? $"{known}\n{value}" : value;
        }

        return all;
    }

    private static IReadOnlyList<(string, string?)> InputsOf(KeptRun run) =>
        [.. (run.Inputs ?? ValueMap<KeptInput>.Empty).Select(input => (input.Key, input.Value.Redacted ? MaskedText.Mask : Text(input.Value.Value)))];

    private static IReadOnlyList<(string, string?)> OutputsOf(KeptRun run) =>
        [.. run.Report.Outputs.Select(output => (output.Name, output.Value is null ? output.Problem?.Message ?? "null" : Text(output.Value)))];

    private static IReadOnlyList<(string, string?)> HeadersOf(ValueList<ReportHeader>? headers) => [.. (headers ?? []).Select(header => (header.Name, (string?)header.Value))];

    private static string? Text(RawJson? value) => value is null ? null : value.TryToPlainText(out var text) ? text : value.Text;

    private static IReadOnlyList<DiffLine> Lines(string? left, string? right) => left is null && right is null ? [] : LineDiff.Of(Pretty(left), Pretty(right));

    private static string Pretty(string? body)
    {
        body ??= "";
        if (body.AsSpan().TrimStart() is not ['{' or '[', ..])
        {
            return body;
        }

        // A kept body may be cut off; then its beginning is set out all the same.
        return IsJson(body) || Encoding.UTF8.GetByteCount(body) >= HistoryRows.LargestBody - 4 ? new JsonLayout().Write(body).ToString() : body;
    }

    private static bool IsJson(string body)
    {
        try
        {
            JsonDocument.Parse(body).Dispose();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
