using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Web.Definitions.Editing;
using ApiAdmin.Web.Shared.Language;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace ApiAdmin.Web.Access.ApiKeys;

/// <summary>Makes a key and shows it once.</summary>
public sealed partial class NewKeyDialog
{
    private readonly HashSet<string> chosen = new(StringComparer.Ordinal);
    private string name = "";
    private DateOnly? expires;
    private CreatedApiKey? made;
    private string? failure;
    private FindingMap findings = FindingMap.None;
    private bool working;

    [Inject]
    public required ApiKeyService Keys { get; init; }

    [CascadingParameter]
    public PageZone Zone { get; set; } = PageZone.Utc;

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    private string? At(string path) => findings.Within(path);

    private string? Bad(string path) => At(path) is null ? null : "true";

    private void Toggle(string scope)
    {
        if (!chosen.Remove(scope))
        {
            chosen.Add(scope);
        }
    }

    private async Task MakeAsync()
    {
        working = true;
        failure = null;
        findings = FindingMap.None;
        try
        {
            var wanted = new NewApiKey(name.Trim(), chosen.ToValueList(), Zone.EndOf(expires));
            made = await Keys.CreateAsync(await ActorAsync(), wanted, Stopped);
        }
        catch (ProblemException problem)
        {
            findings = new FindingMap(problem.Findings);
            failure = findings.Count("name", "scopes", "expiresAt") > 0 ? null : problem.Message;
        }
        finally
        {
            working = false;
        }
    }
}
