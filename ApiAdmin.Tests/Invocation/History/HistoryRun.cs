using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Core.Invocation.History;
using ApiAdmin.Tests.Support;
using ApiAdmin.Tests.Support.Pages;

namespace ApiAdmin.Tests.Invocation.History;

/// <summary>Kept runs without running anything.</summary>
internal static class HistoryRun
{
    public static readonly ValueMap<KeptInput> NoInputs = ValueMap<KeptInput>.Empty;

    public static Task<AccessFixture> FixtureAsync(StorageProvider provider) => AccessFixture.CreateAsync(provider, (services, configuration) =>
    {
        services.AddDefinitions(configuration);
        services.AddInvocation(configuration);
    });

    public static InvocationReport Report(string id, DateTimeOffset at, string api = "order-status", Outcome outcome = Outcome.Success, string message = "The order was found.") =>
        Reports.Success with { InvocationId = id, Api = api, Outcome = outcome, Message = message, StartedAt = at };

    public static Task KeepAsync(this AccessFixture fixture, InvocationReport report, Actor? by = null, ValueMap<KeptInput>? inputs = null) =>
        fixture.Get<InvocationHistory>().SaveAsync(by ?? AccessFixture.Host, report, inputs ?? NoInputs, default);

    public static async Task<List<string>> IdsAsync(this AccessFixture fixture, HistoryQuery query) =>
        [.. (await fixture.Get<IHistoryService>().ListAsync(AccessFixture.Host, query, default)).Items.Select(item => item.Id)];
}
