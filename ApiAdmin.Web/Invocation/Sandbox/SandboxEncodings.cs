using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace ApiAdmin.Web.Invocation.Sandbox;

/// <summary>Content codings and character sets, declared rightly and wrongly.</summary>
internal static class SandboxEncodings
{
    private static readonly (string Starts, string Text)[] Samples =
    [
        ("gb", "订单已发货"), ("big5", "訂單已出貨"), ("shift", "注文は発送されました"), ("euc-jp", "注文は発送されました"),
        ("euc-kr", "주문이 발송되었습니다"), ("ks_c", "주문이 발송되었습니다"), ("windows-1251", "Заказ отправлен"), ("koi8", "Заказ отправлен"),
        ("windows-1256", "تم شحن الطلب"), ("windows-1253", "Η παραγγελία εστάλη"), ("windows-874", "จัดส่งแล้ว"),
        ("utf-", "Größe 5 € · 订单已发货 · Заказ отправлен · تم شحن الطلب · 🌸"), ("us-ascii", "Order shipped"),
    ];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapRead("/gzip", context => CompressedAsync(context, "gzip", s => new GZipStream(s, CompressionLevel.Fastest)));
        routes.MapRead("/brotli", context => CompressedAsync(context, "br", s => new BrotliStream(s, CompressionLevel.Fastest)));
        routes.MapRead("/deflate", context => CompressedAsync(context, "deflate", s => context.Request.Query["raw"] == "true"
            ? new DeflateStream(s, CompressionLevel.Fastest)
            : new ZLibStream(s, CompressionLevel.Fastest)));
        routes.MapRead("/charset/{name}", CharsetAsync);
    }

    private static async Task CompressedAsync(HttpContext context, string coding, Func<Stream, Stream> compress)
    {
        using var buffer = new MemoryStream();
        await using (var stream = compress(buffer))
        {
            await JsonSerializer.SerializeAsync(
                stream, new { coding, items = SandboxData.Orders }, SandboxAnswer.Json, context.RequestAborted);
        }

        context.Response.Headers.ContentEncoding = coding;
        await SandboxAnswer.BytesAsync(context, StatusCodes.Status200OK, "application/json", buffer.ToArray());
    }

    private static Task CharsetAsync(HttpContext context)
    {
        var name = SandboxAnswer.Route(context, "name");
        if (Find(name) is not { } encoding)
        {
            return SandboxAnswer.JsonAsync(context, StatusCodes.Status404NotFound, new { error = $"The character set {name} is not known here." });
        }

        var text = Array.Find(Samples, s => name.StartsWith(s.Starts, StringComparison.OrdinalIgnoreCase)).Text ?? "Größe 5, déjà vu";
        var json = JsonSerializer.Serialize(new { charset = name, text }, SandboxAnswer.Json);
        byte[] mark = context.Request.Query["bom"] == "true" ? encoding.GetPreamble() : [];
        return SandboxAnswer.BytesAsync(context, StatusCodes.Status200OK, Declared(context, name), (byte[])[.. mark, .. encoding.GetBytes(json)]);
    }

    private static string Declared(HttpContext context, string name) =>
        !context.Request.Query.TryGetValue("declare", out var declared) ? $"application/json; charset={name}"
        : declared.ToString() is { Length: > 0 and < 40 } other && other.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? $"application/json; charset={other}"
        : "application/json";

    private static Encoding? Find(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
