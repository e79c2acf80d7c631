using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation.Reading;

namespace ApiAdmin.Core.Invocation.Running;

/// <summary>A sample as the answer that would have come, so that it goes the way of every answer.</summary>
internal static class SampleAnswer
{
    /// <summary>How the body was packed on its way is over; the length is that of the sample.</summary>
    private static readonly string[] OfTheWire = ["Content-Length", "Content-Encoding", "Transfer-Encoding", "Content-Type"];

    public static HttpResponseMessage Of(ApiDefinition definition, ResponseSample sample)
    {
        // Read back in the charset that the definition insists on.
        var encoding = Charsets.Find(definition.Response.Charset)?.Encoding ?? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var response = new HttpResponseMessage((HttpStatusCode)sample.Status) { Content = new ByteArrayContent(encoding.GetBytes(sample.Body ?? "")) };
        foreach (var header in sample.Headers.Where(h => !OfTheWire.Contains(h.Name, StringComparer.OrdinalIgnoreCase)))
        {
            if (!response.Headers.TryAddWithoutValidation(header.Name, header.Value))
            {
                response.Content.Headers.TryAddWithoutValidation(header.Name, header.Value);
            }
        }

        var told = sample.MediaType ?? sample.Headers.LastOrDefault(h => h.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))?.Value;
        if (MediaType.Parse(told)?.Essence is { } essence && MediaTypeHeaderValue.TryParse(essence, out var type))
        {
            type.CharSet = definition.Response.Charset ?? "utf-8";
            response.Content.Headers.ContentType = type;
        }

        return response;
    }
}
