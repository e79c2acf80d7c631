using System.Globalization;
using System.Text;

namespace ApiAdmin.Web.Invocation.Sandbox;

/// <summary>What is not JSON: XML, an event stream, cookies.</summary>
internal static class SandboxFormats
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapRead("/xml", XmlAsync);
        routes.MapRead("/events", EventsAsync);
        routes.MapRead("/cookies", CookiesAsync);
    }

    private static Task XmlAsync(HttpContext context) => SandboxAnswer.BytesAsync(
        context, StatusCodes.Status200OK, "application/xml; charset=utf-8", """
        <?xml version="1.0" encoding="utf-8"?>
        <o:order xmlns:o="urn:example:orders" id="A-1001">
          <o:status>shipped</o:status>
          <o:customer vip="true">李娜 &amp; family</o:customer>
          <o:amount currency="CNY">149.90</o:amount>
        </o:order>

        """u8.ToArray());

    private static async Task EventsAsync(HttpContext context)
    {
        var count = SandboxAnswer.Number(context, "count", 3, 1_000);
        var wait = TimeSpan.FromMilliseconds(SandboxAnswer.Number(context, "ms", 10, 10_000));
        var time = context.RequestServices.GetRequiredService<TimeProvider>();
        context.Response.ContentType = "text/event-stream";
        for (var n = 1; n <= count; n++)
        {
            var number = n.ToString(CultureInfo.InvariantCulture);
            var text = $"id: {number}\nevent: order\ndata: {{\"n\":{number},\"status\":\"shipped\"}}\n\n";
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(wait, time, context.RequestAborted);
        }
    }

    private static Task CookiesAsync(HttpContext context)
    {
        context.Response.Cookies.Append("sandbox_session", "s-1001", new CookieOptions { HttpOnly = true, Path = "/" });
        context.Response.Cookies.Append("sandbox_language", "zh", new CookieOptions { Path = "/", MaxAge = TimeSpan.FromMinutes(5) });
        return SandboxAnswer.JsonAsync(context, StatusCodes.Status200OK, new { received = context.Request.Cookies });
    }
}
