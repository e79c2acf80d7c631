using ApiAdmin.Core;
using ApiAdmin.Core.Definitions.Personal;
using ApiAdmin.Web.Access;
using ApiAdmin.Web.Shared.Language;
using MudBlazor;

namespace ApiAdmin.Web.Definitions.List;

/// <summary>Gives an API the person's star and takes it, one click at a time.</summary>
public sealed class StarSwitch(IPersonalApis personal, CurrentActor current, ISnackbar snackbar)
{
    private readonly HashSet<string> underWay = [];

    /// <param name="then">What follows when it is done; until then further clicks on the same API do nothing.</param>
    public async Task SetAsync(string key, bool on, Func<Task> then, CancellationToken cancellationToken)
    {
        if (!underWay.Add(key))
        {
            return;
        }

        try
        {
            await personal.SetFavouriteAsync(await current.GetAsync(), key, on, cancellationToken);
            await then();
        }
        catch (ProblemException problem)
        {
            snackbar.Add(CoreSentences.Said(problem.Message), Severity.Error);
        }
        finally
        {
            underWay.Remove(key);
        }
    }
}
