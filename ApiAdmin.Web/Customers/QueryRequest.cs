using System.Text;
using System.Text.Json;
using ApiAdmin.Core;
using ApiAdmin.Core.Customers;
using ApiAdmin.Web.Shared.Rest;
using Microsoft.Net.Http.Headers;

namespace ApiAdmin.Web.Customers;

/// <summary>
/// Reads a customer query from an address, a form or JSON alike: unknown names are ignored, a JSON number is taken as its text, of a
/// repeated name the first that is not blank counts.
/// </summary>
internal static class QueryRequest
{
    private const int LargestBody = 64 * 1024;

    public static CustomerQuery Of(IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> pairs)
    {
        var query = default(CustomerQuery);
        foreach (var (name, values) in pairs)
        {
            foreach (var value in values)
            {
                query = query.With(name, value);
            }
        }

        return query;
    }

    /// <exception cref="InvalidException">The body is neither JSON nor a form.</exception>
    /// <exception cref="BodyRefusedException">Its media type or size is refused.</exception>
    public static async Task<CustomerQuery> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > LargestBody)
        {
            throw TooLarge();
        }

        if (request.HasFormContentType)
        {
            return await ReadFormAsync(request, cancellationToken);
        }

        var body = await ReadAsync(request, cancellationToken);
        return body.Length == 0 ? default : IsJson(request.ContentType) ? Json(body) : throw BodyRefusedException.MediaType();
    }

    private static async Task<CustomerQuery> ReadFormAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return Of(await request.ReadFormAsync(cancellationToken));
        }
        catch (InvalidDataException e)
        {
            throw Malformed($"The form cannot be read: {e.Message}");
        }
    }

    private static async Task<byte[]> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[4096];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, cancellationToken)) > 0)
        {
            if (buffer.Length + read > LargestBody)
            {
                throw TooLarge();
            }

            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }

    private static bool IsJson(string? contentType) => contentType is null
        || (MediaTypeHeaderValue.TryParse(contentType, out var type)
            && (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase)));

    private static CustomerQuery Json(byte[] body)
    {
        try
        {
            var text = body.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? body.AsSpan(3) : body;
            return Json(new Utf8JsonReader(text));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw Malformed("The body is no valid JSON in UTF-8; send an object such as { \"tel\": \"+8613800138000\" }.");
        }
    }

    private static CustomerQuery Json(Utf8JsonReader reader)
    {
        var query = default(CustomerQuery);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw Malformed("The body must be a JSON object such as { \"tel\": \"+8613800138000\" }.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            query = reader.TokenType switch
            {
                JsonTokenType.String => query.With(name, reader.GetString()),
                JsonTokenType.Number => query.With(name, Encoding.UTF8.GetString(reader.ValueSpan)),
                _ => query,
            };
            reader.Skip();
        }

        while (reader.Read())
        {
            // What follows the object is a mistake, and the reader says so.
        }

        return query;
    }

    private static InvalidException Malformed(string message) => new([new Finding("", FindingCodes.Malformed, message)]);

    private static BodyRefusedException TooLarge() => new(ProblemKind.TooLarge, "", FindingCodes.TooLong, "The body has more than 64 KiB; send only what you know of the customer.");
}
