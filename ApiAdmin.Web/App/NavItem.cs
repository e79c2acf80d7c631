using ApiAdmin.Core.Access;
using ApiAdmin.Web.Access;
using MudBlazor;

namespace ApiAdmin.Web.App;

/// <summary>One entry of the left navigation.</summary>
/// <param name="Text">Key in <see cref="Texts"/>.</param>
/// <param name="Needs">What a role must be allowed for the entry to show; null shows it to everyone signed in.</param>
public sealed record NavItem(string Text, string Href, string Icon, Operation? Needs);

/// <param name="Text">Key in <see cref="Texts"/>; null for entries that stand alone.</param>
public sealed record NavGroup(string? Text, IReadOnlyList<NavItem> Items)
{
    /// <summary>Everything that works, in the order of the product's screens.</summary>
    public static IReadOnlyList<NavGroup> All { get; } =
    [
        new(null, [new("Nav.Overview", "", Icons.Material.Outlined.SpaceDashboard, null)]),
        new("Nav.ApiManagement",
        [
            new("Nav.Apis", "apis", Icons.Material.Outlined.Api, Operation.ReadApis),
            new("Nav.History", "history", Icons.Material.Outlined.History, Operation.ReadAllInvocations),
            new("Nav.Cases", "cases", Icons.Material.Outlined.FactCheck, Operation.TestApis),
            new("Nav.Secrets", "secrets", Icons.Material.Outlined.Key, Operation.ReadSecrets),
        ]),
        new("Nav.Crm", [new("Nav.Customers", "customers", Icons.Material.Outlined.Contacts, Operation.ReadCustomers)]),
        new("Nav.Settings",
        [
            new("Nav.CustomerFields", "settings/customer-fields", Icons.Material.Outlined.DynamicForm, Operation.ManageCustomerLists),
            new("Nav.Tags", "settings/tags", Icons.Material.Outlined.LocalOffer, Operation.ManageCustomerLists),
            new("Nav.Levels", "settings/vip-levels", Icons.Material.Outlined.WorkspacePremium, Operation.ManageCustomerLists),
            new("Nav.Users", "settings/users", Icons.Material.Outlined.Group, Operation.ManageUsers),
            new("Nav.ApiKeys", "settings/keys", Icons.Material.Outlined.VpnKey, Operation.ManageKeys),
        ]),
    ];

    /// <summary>The groups with what <paramref name="current"/> may open in them; groups without an entry are left out.</summary>
    public static async Task<IReadOnlyList<NavGroup>> AllowedAsync(CurrentActor current, CancellationToken cancellationToken = default)
    {
        var allowed = new List<NavGroup>();
        foreach (var group in All)
        {
            var items = new List<NavItem>();
            foreach (var item in group.Items)
            {
                if (item.Needs is not { } operation || await current.MayAsync(operation, cancellationToken))
                {
                    items.Add(item);
                }
            }

            if (items.Count > 0)
            {
                allowed.Add(group with { Items = items });
            }
        }

        return allowed;
    }
}
