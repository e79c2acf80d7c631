using System.Globalization;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Web.Access;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace ApiAdmin.Web.App.Palette;

/// <summary>What the command palette finds: what the person may open or do, and nothing else.</summary>
public sealed class PaletteSource(CurrentActor current, IDefinitionService definitions, IStringLocalizer<Texts> texts)
{
    private const int MostApis = 8;

    /// <summary>APIs, pages and actions that <paramref name="search"/> fits; the APIs changed last, and everything else, when it is empty.</summary>
    public async Task<IReadOnlyList<PaletteEntry>> FindAsync(string search, CancellationToken cancellationToken)
    {
        var fixedOnes = (await PagesAsync(cancellationToken)).Concat(await ActionsAsync(cancellationToken)).Where(entry => Fits(entry.Text, search));
        return [.. await ApisAsync(search, cancellationToken), .. fixedOnes];
    }

    private static bool Fits(string text, string search) =>
        CultureInfo.CurrentCulture.CompareInfo.IndexOf(text, search, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;

    private async Task<IEnumerable<PaletteEntry>> ApisAsync(string search, CancellationToken cancellationToken)
    {
        if (!await current.MayAsync(Operation.ReadApis, cancellationToken))
        {
            return [];
        }

        var query = search.Length == 0
            ? new ApiListQuery { Sort = ApiSort.Updated, Descending = true, PageSize = MostApis }
            : new ApiListQuery { Search = search, PageSize = MostApis };
        var found = await definitions.ListAsync(await current.GetAsync(), query, cancellationToken);
        return found.Items.Select(api => new PaletteEntry
        {
            Group = PaletteGroup.Apis, Text = api.Name, Hint = api.Key, Icon = Icons.Material.Outlined.Api, Href = $"apis/{Uri.EscapeDataString(api.Key)}",
        });
    }

    private async Task<IEnumerable<PaletteEntry>> PagesAsync(CancellationToken cancellationToken) =>
        (await NavGroup.AllowedAsync(current, cancellationToken)).SelectMany(group => group.Items)
            .Select(item => new PaletteEntry { Group = PaletteGroup.Pages, Text = texts[item.Text], Icon = item.Icon, Href = item.Href });

    private async Task<IEnumerable<PaletteEntry>> ActionsAsync(CancellationToken cancellationToken)
    {
        var actions = new List<PaletteEntry>
        {
            new() { Group = PaletteGroup.Actions, Text = texts["Layout.SwitchTheme"], Icon = Icons.Material.Outlined.Contrast, Action = "theme" },
            new() { Group = PaletteGroup.Actions, Text = texts["Shortcuts.Title"], Hint = "?", Icon = Icons.Material.Outlined.Keyboard, Action = PaletteEntry.Help },
        };
        if (await current.MayAsync(Operation.WriteApis, cancellationToken))
        {
            actions.Insert(0, new() { Group = PaletteGroup.Actions, Text = texts["Overview.AddApi"], Icon = Icons.Material.Outlined.Add, Href = "apis/new" });
        }

        return actions;
    }
}
