using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Core.Invocation.History;

namespace ApiAdmin.Tests.Support.Pages;

/// <summary>Kept runs in memory; remembers what it was asked.</summary>
internal sealed class FakeHistory : IHistoryService
{
    private readonly List<KeptRun> kept = [];

    public Exception? Failure { get; set; }

    /// <summary>Holds a listing until it is completed.</summary>
    public TaskCompletionSource? Gate { get; set; }

    public List<HistoryQuery> Queries { get; } = [];

    public string? Next { get; set; }

    public void Add(InvocationReport report, ValueMap<KeptInput>? inputs = null, string who = "Ana") => kept.Add(new KeptRun
    {
        Report = report,
        Inputs = inputs,
        Item = new HistoryItem
        {
            Id = report.InvocationId, Api = report.Api, ActorId = $"user:{who}", ActorName = who, Method = report.Request?.Method ?? "", Url = report.Request?.Url ?? "",
            Outcome = report.Outcome, Status = report.Response?.Status, StartedAt = report.StartedAt, DurationMs = report.DurationMs, Message = report.Message, Sample = report.Sample,
        },
    });

    public async Task<HistoryPage> ListAsync(Actor actor, HistoryQuery query, CancellationToken cancellationToken)
    {
        Queries.Add(query);
        await (Gate?.Task.WaitAsync(cancellationToken) ?? Task.CompletedTask);
        return Failure is null
            ? new HistoryPage([.. kept.Select(run => run.Item).Where(item => query.Text is null || item.Message.Contains(query.Text, StringComparison.Ordinal))], Next)
            : throw Failure;
    }

    public Task<HistoryChoices> ChoicesAsync(Actor actor, CancellationToken cancellationToken) =>
        Task.FromResult(new HistoryChoices(["order-status", "stock"], [new HistoryPerson("user:1", "Ana"), new HistoryPerson("key:2", "Billing")]));

    public Task<KeptRun> GetAsync(Actor actor, string id, CancellationToken cancellationToken) =>
        Task.FromResult(kept.Find(run => run.Item.Id == id) ?? throw new NotFoundException("There is no such run in the history."));

    public Task<string?> FindBeforeAsync(Actor actor, string id, CancellationToken cancellationToken) =>
        Task.FromResult(kept.Where(run => string.CompareOrdinal(run.Item.Id, id) < 0).Select(run => run.Item.Id).Max());
}
