namespace ApiAdmin.Web.App;

/// <summary>
/// The person's choice of light or dark, kept by the browser. The server writes it into the page's root element, so
/// the first paint is right; without a choice the style sheet follows the system.
/// </summary>
public static class ThemeCookie
{
    public const string Name = "theme";

    public static string? Read(HttpContext? context) =>
        context?.Request.Cookies[Name] is "light" or "dark" ? context.Request.Cookies[Name] : null;
}
