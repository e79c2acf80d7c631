using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Interchange.Curl;
using ApiAdmin.Web.Shared.Language;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace ApiAdmin.Web.Interchange;

/// <summary>What a pasted command became, for a form to show.</summary>
/// <param name="Secrets">Secrets that it names.</param>
public sealed record PastedRequest(ApiDefinition Definition, IReadOnlyList<string> Secrets);

/// <summary>Reads a curl command as it is pasted, tells what it understood, and asks what becomes of credentials.</summary>
public sealed partial class PasteCurlDialog
{
    private readonly HashSet<FoundInput> asked = [];
    private IReadOnlyList<string> secretNames = [];
    private List<CredentialChoice> choices = [];
    private CurlImport? import;
    private CurlProblem? problem;
    private bool filling;

    [Inject]
    public required ISecretService Secrets { get; init; }

    private string? Problem => IsTooLong ? L["Paste.TooLong"].Value : problem is { } p ? L["Curl.Problem", p.Line, p.Column, CoreSentences.Said(p.Message)].Value : null;

    /// <summary>Null when it was called off.</summary>
    public static async Task<PastedRequest?> AskAsync(IDialogService dialogs) =>
        (await (await dialogs.ShowAsync<PasteCurlDialog>(null, new DialogParameters(), Wide)).Result)?.Data as PastedRequest;

    protected override async Task OnInitializedAsync()
    {
        try
        {
            secretNames = [.. (await Secrets.ListAsync(await ActorAsync(), Stopped)).Select(secret => secret.Name)];
        }
        catch (ProblemException)
        {
            // Whoever may not see the secrets cannot choose one, and the service refuses to make one.
        }
    }

    protected override void Understand(string text)
    {
        var result = string.IsNullOrWhiteSpace(text) ? new CurlResult() : CurlImporter.Read(text);
        (import, problem) = (result.Import, result.Problem);
        choices = [.. (import?.Credentials ?? []).Select(found => new CredentialChoice(found, secretNames))];
        asked.Clear();
    }

    private void Ask(FoundInput input, bool ask) => _ = ask ? asked.Add(input) : asked.Remove(input);

    private async Task FillAsync()
    {
        filling = true;
        try
        {
            var made = true;
            foreach (var choice in choices)
            {
                made &= await MakeAsync(choice);
            }

            if (made)
            {
                Dialog.Close(new PastedRequest(Chosen(), [.. choices.Select(choice => choice.Secret).OfType<string>()]));
            }
        }
        finally
        {
            filling = false;
        }
    }

    private ApiDefinition Chosen()
    {
        var secured = choices.Where(choice => choice.Secret is not null)
            .Aggregate(import!.Definition, (definition, choice) => Credentials.UseSecret(definition, choice.Found, choice.Secret!));
        return import.Inputs.Where(asked.Contains).Aggregate(secured, Inputs.UseInput);
    }

    /// <returns>False when the secret could not be made; the choice then says why.</returns>
    private async Task<bool> MakeAsync(CredentialChoice choice)
    {
        choice.Error = null;
        if (choice.Use != CredentialUse.Make || choice.Found.IsPlaceholder || choice.IsMade)
        {
            return true;
        }

        if (secretNames.Contains(choice.Name.Trim()))
        {
            choice.Error = L["Credential.Taken"];
            return false;
        }

        try
        {
            await Secrets.PutAsync(await ActorAsync(), choice.Name.Trim(), choice.Found.Value, [choice.Found.Host], Stopped);
            choice.IsMade = true;
            return true;
        }
        catch (ProblemException refused)
        {
            choice.Error = refused is InvalidException { Findings: [var first, ..] } ? first.Message : refused.Message;
            return false;
        }
    }
}
