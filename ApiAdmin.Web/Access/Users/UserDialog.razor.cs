using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace ApiAdmin.Web.Access.Users;

/// <summary>What an administrator does with one person: role, link for a password, second step, off and on.</summary>
public sealed partial class UserDialog
{
    private Role role;
    private bool isSelf;
    private bool working;
    private string? failure;
    private OneTimeLink? link;

    [Inject]
    public required UserService Users { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public required UserInfo User { get; set; }

    private bool IsOff => User.State == UserState.Disabled;

    /// <summary>Nobody is to shut oneself out of this page without having read so.</summary>
    private bool LosesOwnRights => isSelf && role != Role.Administrator;

    public static async Task OpenAsync(IDialogService dialogs, UserInfo user)
    {
        var dialog = await dialogs.ShowAsync<UserDialog>(null, new DialogParameters<UserDialog> { { d => d.User, user } });
        await dialog.Result;
    }

    protected override async Task OnInitializedAsync()
    {
        role = User.Role;
        isSelf = (await ActorAsync()).UserId == User.Id;
    }

    private Task SetRoleAsync() => DoAsync(actor => Users.SetRoleAsync(actor, User.Id, role, Stopped), "UserDialog.RoleSaved");

    private Task SetDisabledAsync() => DoAsync(actor => Users.SetDisabledAsync(actor, User.Id, !IsOff, Stopped), IsOff ? "UserDialog.IsOn" : "UserDialog.IsOff");

    private Task ResetSecondAsync() => DoAsync(actor => Users.ResetSecondFactorAsync(actor, User.Id, Stopped), "UserDialog.SecondIsReset");

    private Task MakeLinkAsync() => DoAsync(async actor => link = await Users.MakeLinkAsync(actor, User.Id, Stopped), null);

    /// <param name="done">What to say when the dialog closes with it; null stays open.</param>
    private async Task DoAsync(Func<Actor, Task> action, string? done)
    {
        working = true;
        failure = null;
        try
        {
            await action(await ActorAsync());
            if (done is not null)
            {
                Snackbar.Add(A[done, User.DisplayName], Severity.Success);
                Dialog.Close();
            }
        }
        catch (ProblemException problem)
        {
            failure = problem.Message;
        }
        finally
        {
            working = false;
        }
    }
}
