using ApiAdmin.Core;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Web.Access;
using ApiAdmin.Web.Shared.Language;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace ApiAdmin.Web.Definitions.List;

/// <summary>Makes a copy of an API and opens it, one at a time.</summary>
public sealed class ApiDuplication(
    IDefinitionService definitions, CurrentActor current, ISnackbar snackbar, NavigationManager navigation, IStringLocalizer<ApiTexts> texts)
{
    private bool busy;

    public async Task DuplicateAsync(string key, CancellationToken cancellationToken)
    {
        if (busy)
        {
            return;
        }

        busy = true;
        try
        {
            var copy = await definitions.DuplicateAsync(await current.GetAsync(), key, cancellationToken);
            snackbar.Add(texts["Duplicate.Done", copy.Definition.Name], Severity.Success);
            navigation.NavigateTo($"/apis/{Uri.EscapeDataString(copy.Definition.Key)}");
        }
        catch (ProblemException problem)
        {
            snackbar.Add(CoreSentences.Said(problem.Message), Severity.Error);
        }
        finally
        {
            busy = false;
        }
    }
}
