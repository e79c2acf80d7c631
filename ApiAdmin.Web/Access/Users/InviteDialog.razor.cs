using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Web.Definitions.Editing;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace ApiAdmin.Web.Access.Users;

/// <summary>Invites a person and shows the link once, to be sent on by whatever means the house has.</summary>
public sealed partial class InviteDialog
{
    private string email = "";
    private string name = "";
    private Role role = Role.Agent;
    private OneTimeLink? link;
    private string? failure;
    private FindingMap findings = FindingMap.None;
    private bool working;

    [Inject]
    public required UserService Users { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    private string? At(string path) => findings.Within(path);

    private string? Bad(string path) => At(path) is null ? null : "true";

    private async Task InviteAsync()
    {
        working = true;
        failure = null;
        findings = FindingMap.None;
        try
        {
            link = await Users.InviteAsync(await ActorAsync(), new Invitation(email.Trim(), role, name.Trim()), Stopped);
        }
        catch (ProblemException problem)
        {
            findings = new FindingMap(problem.Findings);
            failure = findings.Count("email", "displayName", "role") > 0 ? null : problem.Message;
        }
        finally
        {
            working = false;
        }
    }
}
