using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using Microsoft.AspNetCore.Components;

namespace ApiAdmin.Web.Access;

/// <summary>Where a one-time link leads: an invited person, or one whose password is reset, sets a password.</summary>
public sealed partial class InvitePage
{
    private LinkHolder? holder;
    private IReadOnlyList<Finding> findings = [];

    [Inject]
    public required UserLinks Links { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [CascadingParameter]
    public required HttpContext Context { get; set; }

    [SupplyParameterFromQuery]
    public string? Token { get; set; }

    [SupplyParameterFromForm]
    public Entry? Form { get; set; }

    private string Title => holder is { IsInvitation: true } ? "Invite.Title" : "Invite.ResetTitle";

    protected override async Task OnInitializedAsync() => holder = await Links.FindAsync(Token, Context.RequestAborted);

    private async Task SetAsync()
    {
        if (holder is null || Form is null)
        {
            return;
        }

        if (Form.Password != Form.Again)
        {
            findings = [new Finding("again", FindingCodes.UnknownValue, T["Setup.PasswordsDiffer"])];
            return;
        }

        try
        {
            await Links.UseAsync(Token, holder.IsInvitation ? Form.Name ?? "" : "", Form.Password ?? "", Context.RequestAborted);
        }
        catch (InvalidException refusal)
        {
            findings = refusal.Findings;
            return;
        }
        catch (AccessDeniedException)
        {
            holder = null;
            return;
        }

        Navigation.NavigateTo("/login?PasswordSet=true");
    }

    private IReadOnlyList<Finding> Of(string path) => [.. findings.Where(finding => finding.Path == path)];

    private string? Invalid(string path) => findings.Any(finding => finding.Path == path) ? "true" : null;

    public sealed class Entry
    {
        public string? Name { get; set; }

        public string? Password { get; set; }

        public string? Again { get; set; }
    }
}
