using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Tests.Support.Pages;

/// <summary>Finds things on a rendered page as a person would: by what stands on them.</summary>
internal static class PageFinding
{
    public static IElement Button<T>(this IRenderedComponent<T> page, string name)
        where T : IComponent =>
        page.FindAll("button").First(b => (b.GetAttribute("aria-label") ?? b.TextContent.Trim()) == name);

    public static string Address(this IServiceProvider services) => services.GetRequiredService<NavigationManager>().Uri;
}
