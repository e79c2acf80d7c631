using ApiAdmin.Core;
using ApiAdmin.Core.Customers.Import;
using Microsoft.AspNetCore.Components;

namespace ApiAdmin.Web.Customers.Transfer;

/// <summary>Imports customers. The import that is looked at stands in the address; while it runs the page asks for its state.</summary>
public sealed partial class ImportPage
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(500);

    private IReadOnlyList<ImportJob>? jobs;
    private ImportJob? job;
    private IReadOnlyList<ImportProblem> problems = [];
    private Guid? shown;
    private string? failure;
    private bool isFollowing;

    [Inject]
    public required CustomerImportService Imports { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [SupplyParameterFromQuery(Name = "id")]
    public string? IdInAddress { get; set; }

    private Guid? InAddress => Guid.TryParse(IdInAddress, out var id) ? id : null;

    protected override async Task OnParametersSetAsync()
    {
        if (shown != InAddress || (jobs is null && job is null))
        {
            (shown, job) = (InAddress, null);
            await ReloadAsync();
        }
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (!isFollowing && job?.State == ImportState.Running)
        {
            isFollowing = true;
            _ = FollowAsync();
        }
    }

    private void Open(Guid id) => Navigation.NavigateTo($"customers/import?id={id:N}");

    private Task ReloadAsync() => TryAsync(async () =>
    {
        if (InAddress is { } id)
        {
            await ReadAsync(id);
        }
        else
        {
            jobs = await Imports.ListAsync(await ActorAsync(), Stopped);
        }
    });

    private Task StartAsync(ImportSettings settings, bool dryRun) => ActAsync(async id => await Imports.StartAsync(await ActorAsync(), id, settings, dryRun, Stopped));

    private Task CancelAsync() => ActAsync(async id => await Imports.CancelAsync(await ActorAsync(), id, Stopped));

    private Task ResumeAsync() => ActAsync(async id => await Imports.ResumeAsync(await ActorAsync(), id, Stopped));

    private Task DiscardAsync() => TryAsync(async () =>
    {
        await Imports.DiscardAsync(await ActorAsync(), job!.Id, Stopped);
        jobs = null;
        Navigation.NavigateTo("customers/import");
    });

    private Task ActAsync(Func<Guid, Task> act) => TryAsync(async () =>
    {
        await act(job!.Id);
        await ReadAsync(job.Id);
    });

    /// <summary>The rows that are bad come with the end: while it runs, their number says enough.</summary>
    private async Task ReadAsync(Guid id)
    {
        job = await Imports.GetAsync(await ActorAsync(), id, Stopped);
        problems = job.State == ImportState.Running ? [] : await Imports.ProblemsAsync(await ActorAsync(), id, ImportProblems.Most, Stopped);
    }

    private async Task TryAsync(Func<Task> work)
    {
        try
        {
            failure = null;
            await work();
        }
        catch (ProblemException problem)
        {
            failure = problem.Findings.Count == 1 ? problem.Findings[0].Message : problem.Message;
        }
    }

    /// <summary>Until it no longer runs, or the page goes.</summary>
    private async Task FollowAsync()
    {
        using var timer = new PeriodicTimer(Beat, Time);
        try
        {
            while (job?.State == ImportState.Running && await timer.WaitForNextTickAsync(Stopped))
            {
                await InvokeAsync(async () =>
                {
                    await ReloadAsync();
                    StateHasChanged();
                });
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // The page goes.
        }

        isFollowing = false;
    }
}
