using Microsoft.AspNetCore.Components;

namespace ApiAdmin.Web.Access;

/// <summary>The second step of signing in: a code of the person's device, or a recovery code.</summary>
public sealed partial class CodePage
{
    private bool refused;

    [Inject]
    public required BrowserSession Session { get; init; }

    [Inject]
    public required ILogger<CodePage> Logger { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [SupplyParameterFromForm]
    public Entry? Form { get; set; }

    [SupplyParameterFromQuery(Name = SignIn.ReturnUrl)]
    public string? ReturnUrl { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (await Session.PendingAsync() is null)
        {
            Navigation.NavigateTo("/login");
        }
    }

    private async Task CheckAsync()
    {
        if (await Session.PendingAsync() is not { } user)
        {
            return;
        }

        if (!await Session.CompleteAsync(user, Form?.Code))
        {
            refused = true;
            return;
        }

        AccessLog.SignedIn(Logger, user.Id);
        Navigation.NavigateTo(LocalUrl.Or(ReturnUrl, "/"));
    }

    public sealed class Entry
    {
        public string? Code { get; set; }
    }
}
