using Microsoft.AspNetCore.Components;

namespace ApiAdmin.Web.Access;

/// <summary>Sign-in, as plain HTML: no circuit exists before it is known who asks.</summary>
public sealed partial class LoginPage
{
    private bool refused;

    [Inject]
    public required PasswordSignIn SignIn { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [SupplyParameterFromForm]
    public Entry? Form { get; set; }

    [SupplyParameterFromQuery(Name = Access.SignIn.ReturnUrl)]
    public string? ReturnUrl { get; set; }

    private async Task SignInAsync()
    {
        if (await SignIn.TryAsync(Form?.Email, Form?.Password))
        {
            Navigation.NavigateTo(LocalUrl.Or(ReturnUrl, "/"));
            return;
        }

        refused = true;
    }

    public sealed class Entry
    {
        public string? Email { get; set; }

        public string? Password { get; set; }
    }
}
