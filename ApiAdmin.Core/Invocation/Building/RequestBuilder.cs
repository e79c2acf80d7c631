using System.Runtime.CompilerServices;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Invocation.Building;

/// <summary>
/// Makes the one request that is shown, copied and sent. What cannot be built is told as problems, all at once; a
/// request with placeholders in it still exists then, for the preview.
/// </summary>
public sealed class RequestBuilder(TimeProvider time, ISandboxAddress sandbox, ValueNormalizer normalizer)
{
    private readonly ConditionalWeakTable<ApiDefinition, BuildPlan> plans = [];

    /// <summary>
    /// 1. checks the inputs, 2. finds scheme and host, 3. path and query, 4. the body, 5. the headers.
    /// Never throws for what a definition or an input holds.
    /// </summary>
    public BuildResult Build(ApiDefinition definition, BuildInputs inputs)
    {
        // 1
        var plan = plans.GetValue(definition, static d => new BuildPlan(d));
        var given = new InputChecker(normalizer).Check(plan.Declared, inputs.Inputs);
        var context = new BuildContext(plan, given, inputs.Secrets, new SystemValues(time, sandbox), normalizer);
        var rows = new RowResolver(context);

        // 2
        foreach (var fault in plan.UrlFaults)
        {
            context.Problem("url", fault.Code, fault.Message);
        }

        if ((plan.Url.IsSandbox ? Origin.Sandbox(sandbox, context) : plan.Origin) is not { } origin)
        {
            return new BuildResult { Problems = context.Problems, SensitiveValues = SensitiveValues.OfUnbuilt(given, inputs.Secrets) };
        }

        // 3, 4, 5
        var target = new TargetBuilder(context, rows).Build(plan, origin.BasePath);
        var body = new BodyBuilder(context, rows).Build(plan);
        var headers = new HeaderBuilder(context, rows).Build(plan, origin, body);
        var request = new BuiltRequest
        {
            Method = definition.Method,
            Scheme = origin.Scheme,
            Host = origin.Host,
            Port = origin.Port,
            Target = target,
            Headers = headers,
            Body = body?.Body,
            Secrets = context.UsedSecrets,
        };
        return new BuildResult { Request = request, Problems = context.Problems, SensitiveValues = SensitiveValues.Of(request, given, inputs.Secrets) };
    }
}
