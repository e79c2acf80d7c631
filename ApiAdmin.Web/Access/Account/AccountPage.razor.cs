using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using Microsoft.AspNetCore.Components;

namespace ApiAdmin.Web.Access.Account;

/// <summary>
/// A person's own account. Plain HTML like sign-in: a new password ends all sessions, and only an answer of HTTP can give
/// this browser its new cookie.
/// </summary>
public sealed partial class AccountPage
{
    private AccountInfo? account;
    private IReadOnlyList<Finding> findings = [];
    private bool changed;

    [Inject]
    public required AccountService Accounts { get; init; }

    [Inject]
    public required BrowserSession Session { get; init; }

    [CascadingParameter]
    public required HttpContext Context { get; set; }

    [SupplyParameterFromForm]
    public Entry? Form { get; set; }

    private UserActor Actor => CurrentActor.Of(Context.User)!;

    protected override async Task OnInitializedAsync() => account = await Accounts.GetAsync(Actor, Context.RequestAborted);

    private async Task ChangeAsync()
    {
        if (Form?.Password != Form?.Again)
        {
            findings = [new Finding("again", FindingCodes.UnknownValue, T["Setup.PasswordsDiffer"])];
            return;
        }

        try
        {
            await Accounts.ChangePasswordAsync(Actor, Form?.Present ?? "", Form?.Password ?? "", Context.RequestAborted);
            await Session.RenewAsync(Actor);
            changed = true;
        }
        catch (InvalidException refusal)
        {
            findings = refusal.Findings;
        }
    }

    private IReadOnlyList<Finding> Of(string path) => [.. findings.Where(finding => finding.Path == path)];

    private string? Invalid(string path) => findings.Any(finding => finding.Path == path) ? "true" : null;

    public sealed class Entry
    {
        public string? Present { get; set; }

        public string? Password { get; set; }

        public string? Again { get; set; }
    }
}
