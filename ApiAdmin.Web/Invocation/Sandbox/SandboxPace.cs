using System.Text;

namespace ApiAdmin.Web.Invocation.Sandbox;

/// <summary>Answers that are slow, dripping or large; each within bounds.</summary>
internal static class SandboxPace
{
    public const int LargestAnswer = 256 * 1024 * 1024;

    private const int LongestWaitMs = 120_000;

    private static readonly byte[] Row =
        ",{\"id\":\"10000001\",\"name\":\"李娜\",\"amount\":149.90,\"note\":\"one row like all the others\"}"u8.ToArray();

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapRead("/slow", SlowAsync);
        routes.MapRead("/drip", DripAsync);
        routes.MapRead("/large", LargeAsync);
    }

    private static async Task SlowAsync(HttpContext context)
    {
        var ms = SandboxAnswer.Number(context, "ms", 1_000, LongestWaitMs);
        await WaitAsync(context, ms);
        await SandboxAnswer.JsonAsync(context, StatusCodes.Status200OK, new { waitedMs = ms });
    }

    private static async Task DripAsync(HttpContext context)
    {
        var ms = SandboxAnswer.Number(context, "ms", 100, LongestWaitMs);
        var bytes = SandboxAnswer.Number(context, "bytes", 20, 100_000);
        var body = Encoding.ASCII.GetBytes($"\"{new string('x', Math.Max(0, bytes - 2))}\"");
        context.Response.ContentType = "application/json";
        await context.Response.StartAsync(context.RequestAborted);
        for (var sent = 0; sent < bytes && sent < body.Length; sent++)
        {
            await WaitAsync(context, ms);
            await context.Response.Body.WriteAsync(body.AsMemory(sent, 1), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }

    /// <summary>Rows of one size, then blanks before the closing bracket, so that the length is exact.</summary>
    private static async Task LargeAsync(HttpContext context)
    {
        var left = Math.Max(2, SandboxAnswer.Number(context, "bytes", 1024 * 1024, LargestAnswer));
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = left;
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        await WriteAsync(context, "["u8.ToArray());
        left -= 2;
        for (var first = true; left > Row.Length; first = false)
        {
            var rows = Rows(left, first);
            await WriteAsync(context, rows);
            left -= rows.Length;
        }

        await WriteAsync(context, Encoding.ASCII.GetBytes(new string(' ', Math.Max(0, left)) + "]"));
    }

    /// <summary>About 64 KiB of rows that fit into what is left; the first row of all has no comma before it.</summary>
    private static byte[] Rows(int left, bool first)
    {
        var count = Math.Min(64 * 1024, left) / Row.Length;
        var bytes = new byte[(count * Row.Length) - (first ? 1 : 0)];
        for (var (n, at) = (0, first ? -1 : 0); n < count; n++, at += Row.Length)
        {
            Row.AsSpan(at < 0 ? 1 : 0).CopyTo(bytes.AsSpan(Math.Max(0, at)));
        }

        return bytes;
    }

    private static ValueTask WriteAsync(HttpContext context, byte[] bytes) =>
        context.Response.Body.WriteAsync(bytes, context.RequestAborted);

    private static Task WaitAsync(HttpContext context, int ms) => Task.Delay(
        TimeSpan.FromMilliseconds(ms), context.RequestServices.GetRequiredService<TimeProvider>(), context.RequestAborted);
}
