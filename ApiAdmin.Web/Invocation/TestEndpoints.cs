using System.Security.Claims;
using System.Text.Json;
using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Validation;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Web.Access;
using ApiAdmin.Web.Invocation.BuiltIn;
using ApiAdmin.Web.Shared.Rest;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ApiAdmin.Web.Invocation;

/// <summary>What to run and with which inputs.</summary>
public sealed record TestBody
{
    /// <summary>By input name. Null means not given; an empty text is a value.</summary>
    public IReadOnlyDictionary<string, JsonElement> Inputs { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>An unsaved definition to run instead of the stored draft.</summary>
    public ApiDefinition? Definition { get; init; }

    /// <summary>The name of a sample of the definition that answers; nothing is sent then.</summary>
    public string? Sample { get; init; }
}

/// <summary>Running an API for real, and reading reports back.</summary>
public static class TestEndpoints
{
    public static void MapTests(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Invocations");
        group.MapPost("/apis/{key}/test", TestAsync).WithName("testApi").Demands(Operation.TestApis).Problems(400, 403, 404, 413, 415)
            .WithSummary("Run an API").WithDescription(
                "Runs the stored draft, or the unsaved definition given, and answers 200 with the full report for every outcome. "
                + "An unsaved definition runs as it is, under its own key, which the report names: it need not be stored, and its key may differ from "
                + "the one in the address as in a change that renames. An input that is null or left out is not given: its default is taken, "
                + "else its param is left out. An empty text is a value and is sent as one. With \"sample\" the sample of that name answers: nothing is sent, "
                + "and the report names it.");
        group.MapGet("/invocations/{id}", GetAsync).WithName("getInvocation").Demands(Operation.ReadOwnInvocations).Problems(403, 404)
            .WithSummary("Read a report").WithDescription("The key's own; with the scope apis:read any. Secrets and sensitive values are masked in it.");
    }

    private static async Task<Ok<InvocationReport>> TestAsync(
        [FromServices] ITestService tests, [FromServices] IDefinitionService definitions, [FromServices] BuiltInListing builtIns, string key, JsonBody<TestBody> body, HttpContext context)
    {
        var actor = context.User.ToActor();
        var given = await body.ReadOrAsync(new TestBody(), Rules, context.RequestAborted);
        if (given.Definition is { } unsaved)
        {
            return TypedResults.Ok(await RunUnsavedAsync(tests, actor, unsaved, given, context.RequestAborted));
        }

        if (builtIns.Named(key, context.Request) is { } builtIn)
        {
            return TypedResults.Ok(await tests.TestAsync(actor, builtIn, given.Inputs, null, context.RequestAborted));
        }

        // Who may run an API may run it without the right to read its definition: the report is all that comes out.
        var stored = await definitions.GetAsync(new HostActor($"test of {key}"), key, context.RequestAborted);
        return TypedResults.Ok(await RunAsync(tests, actor, stored.Definition, given, context.RequestAborted));
    }

    private static Task<InvocationReport> RunAsync(ITestService tests, KeyActor actor, ApiDefinition definition, TestBody given, CancellationToken cancellationToken) =>
        given.Sample is { } sample
            ? tests.TestOnSampleAsync(actor, definition, sample, given.Inputs, cancellationToken)
            : tests.TestAsync(actor, definition, given.Inputs, null, cancellationToken);

    private static IEnumerable<Finding> Rules(TestBody body) =>
        body.Definition is null ? [] : DefinitionValidator.Validate(body.Definition).Findings.Select(InBody);

    /// <summary>Findings name their place in the body that was sent, not in the definition alone.</summary>
    private static Finding InBody(Finding finding) =>
        finding with { Path = finding.Path.Length == 0 ? "definition" : $"definition.{finding.Path}" };

    private static async Task<InvocationReport> RunUnsavedAsync(
        ITestService tests, KeyActor actor, ApiDefinition definition, TestBody given, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync(tests, actor, definition, given, cancellationToken);
        }
        catch (InvalidException invalid) when (invalid.Findings.All(finding => finding.Path != "sample"))
        {
            throw new InvalidException([.. invalid.Findings.Select(InBody)]);
        }
    }

    private static async Task<Ok<InvocationReport>> GetAsync(
        [FromServices] ITestService tests, ClaimsPrincipal user, string id, CancellationToken cancellationToken) =>
        TypedResults.Ok(await tests.GetAsync(user.ToActor(), id, cancellationToken));
}
