using System.Globalization;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Personal;
using ApiAdmin.Web.Access;
using ApiAdmin.Web.Customers;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace ApiAdmin.Web.App.Palette;

/// <summary>What the command palette finds: what the person may open or do, and nothing else.</summary>
public sealed class PaletteSource(
    CurrentActor current, IDefinitionService definitions, IPersonalApis personal, CustomerSearchService customers, IStringLocalizer<Texts> texts)
{
    private const int MostApis = 8;
    private const int MostCustomers = 5;
    private const int FewestLetters = 2;

    /// <summary>APIs, pages and actions that <paramref name="search"/> fits, those the person opened last first; when it is empty everything, of the APIs those changed last.</summary>
    public async Task<IReadOnlyList<PaletteEntry>> FindAsync(string search, CancellationToken cancellationToken)
    {
        var fixedOnes = (await PagesAsync(cancellationToken)).Concat(await ActionsAsync(cancellationToken)).Where(entry => Fits(entry.Text, search));
        return [.. await CustomersAsync(search, cancellationToken), .. await ApisAsync(search, cancellationToken), .. fixedOnes];
    }

    /// <summary>Only once something is typed, and masked by role as everywhere.</summary>
    private async Task<IEnumerable<PaletteEntry>> CustomersAsync(string search, CancellationToken cancellationToken)
    {
        if (search.Length < FewestLetters || !await current.MayAsync(Operation.ReadCustomers, cancellationToken))
        {
            return [];
        }

        var found = await customers.SearchAsync(await current.GetAsync(), new CustomerSearch { Text = search, PageSize = MostCustomers }, cancellationToken);
        return found.Items.Select(hit => new PaletteEntry
        {
            Group = PaletteGroup.Customers, Text = hit.Customer.Nick, Hint = hit.Customer switch { { Phones: [var phone, ..] } => phone, { Emails: [var email, ..] } => email, _ => null },
            Icon = Icons.Material.Outlined.Person, Href = CustomerAddress.Of(hit.Id),
        });
    }

    private static bool Fits(string text, string search) =>
        CultureInfo.CurrentCulture.CompareInfo.IndexOf(text, search, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;

    private async Task<IEnumerable<PaletteEntry>> ApisAsync(string search, CancellationToken cancellationToken)
    {
        if (!await current.MayAsync(Operation.ReadApis, cancellationToken))
        {
            return [];
        }

        var actor = await current.GetAsync();
        var recent = (await personal.RecentAsync(actor, cancellationToken)).Where(api => Fits(api.Name, search) || Fits(api.Key, search)).ToList();
        var query = search.Length == 0
            ? new ApiListQuery { Sort = ApiSort.Updated, Descending = true, PageSize = MostApis }
            : new ApiListQuery { Search = search, PageSize = MostApis };
        var found = await definitions.ListAsync(actor, query, cancellationToken);
        var others = found.Items.Where(api => recent.TrueForAll(known => known.Key != api.Key));
        return [.. recent.Select(api => Entry(PaletteGroup.Recent, api)), .. others.Select(api => Entry(PaletteGroup.Apis, api))];
    }

    private static PaletteEntry Entry(PaletteGroup group, ApiSummary api) => new()
    {
        Group = group, Text = api.Name, Hint = api.Key, Icon = group == PaletteGroup.Recent ? Icons.Material.Outlined.History : Icons.Material.Outlined.Api,
        Href = $"apis/{Uri.EscapeDataString(api.Key)}",
    };

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

        if (await current.MayAsync(Operation.WriteCustomers, cancellationToken))
        {
            actions.Insert(0, new() { Group = PaletteGroup.Actions, Text = texts["Palette.NewCustomer"], Icon = Icons.Material.Outlined.PersonAdd, Href = CustomerAddress.New(null) });
        }

        return actions;
    }
}
