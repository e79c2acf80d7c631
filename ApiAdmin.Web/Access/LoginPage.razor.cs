using ApiAdmin.Core.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace ApiAdmin.Web.Access;

/// <summary>Sign-in, as plain HTML: no circuit exists before it is known who asks.</summary>
public sealed partial class LoginPage
{
    private bool refused;

    [Inject]
    public required PasswordSignIn Passwords { get; init; }

    [Inject]
    public required SignInManager<AppUser> Sessions { get; init; }

    [Inject]
    public required ILogger<LoginPage> Logger { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [SupplyParameterFromForm]
    public Entry? Form { get; set; }

    [SupplyParameterFromQuery(Name = SignIn.ReturnUrl)]
    public string? ReturnUrl { get; set; }

    private async Task SignInAsync()
    {
        if (await Passwords.CheckAsync(Form?.Email, Form?.Password) is not { } user)
        {
            refused = true;
            return;
        }

        await Sessions.SignInAsync(user, isPersistent: false);
        AccessLog.SignedIn(Logger, user.Id);
        Navigation.NavigateTo(LocalUrl.Or(ReturnUrl, "/"));
    }

    public sealed class Entry
    {
        public string? Email { get; set; }

        public string? Password { get; set; }
    }
}
