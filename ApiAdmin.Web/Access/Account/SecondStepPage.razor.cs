using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using Microsoft.AspNetCore.Components;

namespace ApiAdmin.Web.Access.Account;

/// <summary>Sets up the second step of one's own sign-in, or switches it off. The only page that ever holds a device's secret.</summary>
public sealed partial class SecondStepPage
{
    private bool isOn;
    private int codesLeft;
    private string? failure;
    private SecondFactorSetup? setup;
    private IReadOnlyList<string>? codes;

    [Inject]
    public required AccountService Accounts { get; init; }

    [Inject]
    public required SecondFactorService SecondFactor { get; init; }

    [Inject]
    public required SecondFactorRule Rule { get; init; }

    [Inject]
    public required BrowserSession Session { get; init; }

    [CascadingParameter]
    public required HttpContext Context { get; set; }

    [SupplyParameterFromForm]
    public Entry? Form { get; set; }

    private UserActor Actor => CurrentActor.Of(Context.User)!;

    private CancellationToken Aborted => Context.RequestAborted;

    protected override async Task OnInitializedAsync()
    {
        isOn = (await Accounts.GetAsync(Actor, Aborted)).HasSecondFactor;
        if (!isOn && Form?.Code is not null)
        {
            // The form that was posted must be on the page again. After a wrong code the same secret is shown, since the device has it by now.
            setup = await SecondFactor.PendingSecondFactorAsync(Actor, Aborted);
        }

        codesLeft = isOn ? await SecondFactor.RecoveryCodesLeftAsync(Actor, Aborted) : 0;
    }

    private Task BeginAsync() => TryAsync(async () => setup = await SecondFactor.BeginSecondFactorAsync(Actor, Form?.Present ?? "", Aborted));

    private Task ConfirmAsync() => TryAsync(async () =>
    {
        codes = await SecondFactor.ConfirmSecondFactorAsync(Actor, Form?.Code ?? "", Aborted);
        await Session.RenewAsync(Actor);
    });

    private Task SwitchOffAsync() => TryAsync(async () =>
    {
        await SecondFactor.SwitchOffSecondFactorAsync(Actor, Form?.Code ?? "", Aborted);
        await Session.RenewAsync(Actor);
        isOn = false;
    });

    private async Task TryAsync(Func<Task> action)
    {
        try
        {
            await action();
        }
        catch (ProblemException problem)
        {
            failure = problem.Message;
        }
    }

    public sealed class Entry
    {
        public string? Present { get; set; }

        public string? Code { get; set; }
    }
}
