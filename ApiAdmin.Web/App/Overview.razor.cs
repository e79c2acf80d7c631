using System.Globalization;
using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Personal;
using ApiAdmin.Web.Access;
using Microsoft.AspNetCore.Components;

namespace ApiAdmin.Web.App;

/// <summary>The first page: what there is, what to do first, what was touched last; only what the role may see.</summary>
public sealed partial class Overview : IDisposable
{
    private const int RecentRows = 6;

    private readonly CancellationTokenSource leaving = new();
    private Figures? figures;
    private bool loading = true;
    private string? failure;
    private bool mayWrite;
    private bool mayFind;

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required IDefinitionService Apis { get; init; }

    [Inject]
    public required IPersonalApis Personal { get; init; }

    [Inject]
    public required ISecretService Secrets { get; init; }

    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
    }

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        (loading, failure) = (true, null);
        try
        {
            await ReadAsync();
        }
        catch (ProblemException problem)
        {
            failure = problem.Message;
        }
        finally
        {
            loading = false;
        }
    }

    private async Task ReadAsync()
    {
        mayFind = await Current.MayAsync(Operation.ReadCustomers, leaving.Token);
        if (!await Current.MayAsync(Operation.ReadApis, leaving.Token))
        {
            return;
        }

        var actor = await Current.GetAsync();
        var query = new ApiListQuery { Sort = ApiSort.Updated, Descending = true, PageSize = RecentRows };
        var recent = await Apis.ListAsync(actor, query, leaving.Token);
        int? secrets = await Current.MayAsync(Operation.ReadSecrets, leaving.Token) ? (await Secrets.ListAsync(actor, leaving.Token)).Count : null;
        mayWrite = await Current.MayAsync(Operation.WriteApis, leaving.Token);
        figures = new Figures(recent.Total, secrets, recent.Items, await Personal.RecentAsync(actor, leaving.Token));
    }

    private static string Counted(int total) => total >= PagedList<ApiSummary>.CountedTo
        ? string.Create(CultureInfo.CurrentCulture, $"{PagedList<ApiSummary>.CountedTo - 1:N0}+")
        : total.ToString("N0", CultureInfo.CurrentCulture);

    private sealed record Figures(int Apis, int? Secrets, IReadOnlyList<ApiSummary> Recent, IReadOnlyList<ApiSummary> Opened);
}
