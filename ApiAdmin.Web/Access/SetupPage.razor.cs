using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions.Storing;
using ApiAdmin.Core.Invocation;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace ApiAdmin.Web.Access;

/// <summary>Makes the first administrator for whoever holds the link that the console printed; the first user closes it.</summary>
public sealed partial class SetupPage
{
    private State state;
    private IReadOnlyList<Finding> findings = [];

    private enum State
    {
        Open,
        WrongLink,
        Closed,
    }

    [Inject]
    public required SetupService Setup { get; init; }

    [Inject]
    public required DefinitionArchive Archive { get; init; }

    [Inject]
    public required ISandboxAddress Sandbox { get; init; }

    [Inject]
    public required UserManager<AppUser> Users { get; init; }

    [Inject]
    public required SignInManager<AppUser> Sessions { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required ILogger<SetupPage> Logger { get; init; }

    [CascadingParameter]
    public required HttpContext Context { get; set; }

    [SupplyParameterFromQuery]
    public string? Token { get; set; }

    [SupplyParameterFromForm]
    public Entry? Form { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (!await Setup.IsOpenAsync(Context.RequestAborted))
        {
            state = State.Closed;
        }
        else if (!Setup.IsToken(Token))
        {
            AccessLog.SetupRefused(Logger);
            state = State.WrongLink;
        }
    }

    private async Task CreateAsync()
    {
        if (state != State.Open || Form is null)
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
            var user = new NewUser(Form.Email?.Trim() ?? "", Role.Administrator, Form.Password ?? "", Form.Name?.Trim() ?? "");
            var made = await Setup.CreateFirstAdministratorAsync(Token, user, Context.RequestAborted);
            await Sessions.SignInAsync((await Users.FindByIdAsync(made.Id.ToString()))!, isPersistent: false);
            if (Form.Samples)
            {
                await Archive.AddSamplesAsync(new UserActor(made.Id, made.Email), Context.RequestAborted);
            }
        }
        catch (InvalidException refusal)
        {
            findings = refusal.Findings;
            return;
        }
        catch (AccessDeniedException)
        {
            state = State.Closed;
            return;
        }

        Navigation.NavigateTo("/");
    }

    private IReadOnlyList<Finding> Of(string path) => [.. findings.Where(finding => finding.Path == path)];

    private string? Invalid(string path) => findings.Any(finding => finding.Path == path) ? "true" : null;

    public sealed class Entry
    {
        public string? Email { get; set; }

        public string? Name { get; set; }

        public string? Password { get; set; }

        public string? Again { get; set; }

        public bool Samples { get; set; }
    }
}
