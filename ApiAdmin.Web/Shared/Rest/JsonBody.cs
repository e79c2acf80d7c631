using System.Reflection;
using ApiAdmin.Core;
using ApiAdmin.Core.Definitions.Reading;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace ApiAdmin.Web.Shared.Rest;

/// <summary>
/// A JSON body that is read when the endpoint asks for it: after the caller's right is known, with every mistake
/// reported at once by place, unknown members by name.
/// </summary>
public sealed class JsonBody<T>(HttpContext context) : IBindableFromHttpContext<JsonBody<T>>, IEndpointParameterMetadataProvider
    where T : class
{
    private static readonly StrictJsonLimits Limits = new() { MaxBytes = RestLimits.LargestBody };

    public static ValueTask<JsonBody<T>?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        ValueTask.FromResult<JsonBody<T>?>(new JsonBody<T>(context));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));

    /// <exception cref="InvalidException">It is no JSON, or not of this shape.</exception>
    /// <exception cref="BodyRefusedException">Its media type or size is refused.</exception>
    public async Task<T> ReadAsync(CancellationToken cancellationToken) => Parse(await ReadBytesAsync(cancellationToken), static _ => []);

    /// <summary>
    /// The same, and where the shape is wrong, <paramref name="check"/> tells of the rest in the same answer. A good
    /// shape is not checked here: that is the service's own work.
    /// </summary>
    public async Task<T> ReadAsync(Func<T, IEnumerable<Finding>> check, CancellationToken cancellationToken) =>
        Parse(await ReadBytesAsync(cancellationToken), check);

    /// <summary>The same, where leaving the body out means the shape's defaults.</summary>
    public async Task<T> ReadOrAsync(T whenEmpty, Func<T, IEnumerable<Finding>> check, CancellationToken cancellationToken)
    {
        var bytes = await ReadBytesAsync(cancellationToken);
        return bytes.Length == 0 ? whenEmpty : Parse(bytes, check);
    }

    private static T Parse(byte[] bytes, Func<T, IEnumerable<Finding>> check) =>
        bytes.Length == 0
            ? throw new InvalidException([new Finding("", FindingCodes.Malformed, "The body is empty; send JSON.")])
            : StrictJson.Read<T>(bytes, Limits).Demand(check);

    private async Task<byte[]> ReadBytesAsync(CancellationToken cancellationToken)
    {
        var length = context.Request.ContentLength;
        if (length > RestLimits.LargestBody)
        {
            throw TooLarge();
        }

        if (length > 0 || context.Request.ContentType is not null)
        {
            DemandJson(context.Request.ContentType);
        }

        using var buffer = new MemoryStream((int)(length ?? 0));
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await context.Request.Body.ReadAsync(chunk, cancellationToken)) > 0)
        {
            if (buffer.Length + read > RestLimits.LargestBody)
            {
                throw TooLarge();
            }

            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }

    private static void DemandJson(string? contentType)
    {
        var isJson = MediaTypeHeaderValue.TryParse(contentType, out var type)
            && (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
                || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase));
        var isUtf8 = type is null || !type.Charset.HasValue
            || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);
        if (!isJson || !isUtf8)
        {
            throw BodyRefusedException.MediaType();
        }
    }

    private static BodyRefusedException TooLarge() => new(
        ProblemKind.TooLarge, "", FindingCodes.TooLong, $"The body has more than {RestLimits.LargestBody / 1024 / 1024} MiB; shorten it, for example its samples.");
}
