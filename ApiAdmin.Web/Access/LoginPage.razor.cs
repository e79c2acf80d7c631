using ApiAdmin.Core.Access;
using Microsoft.AspNetCore.Components;

namespace ApiAdmin.Web.Access;

/// <summary>Sign-in, as plain HTML: no circuit exists before it is known who asks.</summary>
public sealed partial class LoginPage
{
    private bool refused;

    [Inject]
    public required PasswordSignIn Passwords { get; init; }

    [Inject]
    public required BrowserSession Session { get; init; }

    [Inject]
    public required ILogger<LoginPage> Logger { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [SupplyParameterFromForm]
    public Entry? Form { get; set; }

    [SupplyParameterFromQuery(Name = SignIn.ReturnUrl)]
    public string? ReturnUrl { get; set; }

    /// <summary>The person comes from setting a password by a link.</summary>
    [SupplyParameterFromQuery]
    public bool PasswordSet { get; set; }

    private async Task SignInAsync()
    {
        if (await Passwords.CheckAsync(Form?.Email, Form?.Password) is not { } user)
        {
            refused = true;
            return;
        }

        var goal = LocalUrl.Or(ReturnUrl, "/");
        if (!await Session.BeginAsync(user))
        {
            Navigation.NavigateTo($"/login/code?{SignIn.ReturnUrl}={Uri.EscapeDataString(goal)}");
            return;
        }

        AccessLog.SignedIn(Logger, user.Id);
        Navigation.NavigateTo(goal);
    }

    public sealed class Entry
    {
        public string? Email { get; set; }

        public string? Password { get; set; }
    }
}
