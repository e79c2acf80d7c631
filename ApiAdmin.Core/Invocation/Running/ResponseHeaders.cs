using System.Net.Http.Headers;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation.Redaction;

namespace ApiAdmin.Core.Invocation.Running;

/// <summary>An answer's headers as one list, a header that came twice standing twice.</summary>
internal static class ResponseHeaders
{
    public static ValueList<ReportHeader> Of(HttpResponseMessage response)
    {
        var (head, content) = (response.Headers.NonValidated, response.Content.Headers.NonValidated);
        var all = new ReportHeader[Count(head) + Count(content)];
        CopyTo(all.AsSpan(Count(head)), content);
        CopyTo(all, head);
        return new ValueList<ReportHeader>(all);
    }

    /// <summary>Masked; the very same list when there is nothing to mask in it.</summary>
    public static ValueList<ReportHeader> Shown(ValueList<ReportHeader> headers, Redactor redactor)
    {
        ReportHeader[]? shown = null;
        for (var i = 0; i < headers.Count; i++)
        {
            var header = headers[i];
            if (!redactor.IsEmpty || Redactor.IsCredential(header.Name))
            {
                shown ??= [.. headers.Items];
                shown[i] = redactor.Header(header.Name, header.Value);
            }
        }

        return shown is null ? headers : new ValueList<ReportHeader>(shown);
    }

    public static string? Last(ValueList<ReportHeader> headers, string name)
    {
        for (var i = headers.Count - 1; i >= 0; i--)
        {
            if (headers[i].Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return headers[i].Value;
            }
        }

        return null;
    }

    private static int Count(HttpHeadersNonValidated headers)
    {
        var count = 0;
        foreach (var header in headers)
        {
            count += header.Value.Count;
        }

        return count;
    }

    private static void CopyTo(Span<ReportHeader> all, HttpHeadersNonValidated headers)
    {
        var at = 0;
        foreach (var header in headers)
        {
            foreach (var value in header.Value)
            {
                all[at++] = new ReportHeader(header.Key, value);
            }
        }
    }
}
