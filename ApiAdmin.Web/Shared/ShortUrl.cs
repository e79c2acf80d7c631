using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace ApiAdmin.Web.Shared;

/// <summary>
/// A URL on one line of a table. Where there is no room the host is cut first: what tells two APIs apart stands behind it.
/// Drawn without a component of its own. Decision 0103.
/// </summary>
public static class ShortUrl
{
    private const string Sandbox = "{{system.sandbox.url}}";

    public static RenderFragment Draw(string url, IStringLocalizer<App.Texts> texts) => builder =>
    {
        var inSandbox = url.StartsWith(Sandbox, StringComparison.Ordinal);
        var at = inSandbox ? Sandbox.Length : PathOf(url);
        builder.OpenElement(0, "span");
        builder.AddAttribute(1, "class", "mono short-url");
        builder.AddAttribute(2, "title", url);
        builder.AddAttribute(3, "dir", "ltr");
        builder.OpenElement(4, "span");
        builder.AddAttribute(5, "class", inSandbox ? "url-sandbox" : "url-host");
        builder.AddContent(6, inSandbox ? texts["Url.Sandbox"] : url[..at]);
        builder.CloseElement();
        builder.OpenElement(7, "span");
        builder.AddAttribute(8, "class", "url-path");
        builder.AddContent(9, url[at..]);
        builder.CloseElement();
        builder.CloseElement();
    };

    private static int PathOf(string url)
    {
        var host = url.IndexOf("://", StringComparison.Ordinal);
        var path = host < 0 ? -1 : url.IndexOf('/', host + 3);
        return path < 0 ? url.Length : path;
    }
}
