using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Templates;
using ApiAdmin.Core.Definitions.Urls;

namespace ApiAdmin.Core.Invocation.Building;

/// <summary>
/// Makes the one request that is shown, copied and sent. What cannot be built is told as problems, all at once; a
/// request with placeholders in it still exists then, for the preview.
/// </summary>
public sealed class RequestBuilder(TimeProvider time, ISandboxAddress sandbox, ValueNormalizer normalizer)
{
    /// <summary>
    /// 1. checks the inputs, 2. finds scheme and host, 3. path and query, 4. the body, 5. the headers.
    /// Never throws for what a definition or an input holds.
    /// </summary>
    public BuildResult Build(ApiDefinition definition, BuildInputs inputs)
    {
        // 1
        var template = BodyBuilder.Template(definition.Body);
        var declared = DeclaredInput.Of(definition, Templates(definition, template));
        var given = new InputChecker(normalizer).Check(declared, inputs.Inputs);
        var context = new BuildContext(given, inputs.Secrets, new SystemValues(time, sandbox), normalizer);
        var rows = new RowResolver(context);

        // 2
        var url = UrlTemplate.Parse(definition.Url, out var faults);
        foreach (var fault in faults)
        {
            context.Problem("url", fault.Code, fault.Message);
        }

        if (Origin.Of(url, sandbox, context) is not { } origin)
        {
            return new BuildResult { Problems = context.Problems };
        }

        // 3, 4, 5
        var target = new TargetBuilder(context, rows).Build(url, origin.BasePath, definition);
        var body = new BodyBuilder(context, rows).Build(definition, template);
        var headers = new HeaderBuilder(context, rows).Build(definition, origin.HostHeader, body);
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

    private static IEnumerable<TemplateText> Templates(ApiDefinition definition, TemplateText? body)
    {
        var constants = definition.Headers.Concat<Param>(definition.Parameters)
            .Where(row => row.Enabled)
            .Select(row => row.Value).OfType<ConstantValue>()
            .Select(constant => TemplateText.Parse(constant.Value.TryToPlainText(out var text) ? text : ""));
        return body is null ? constants : constants.Append(body);
    }
}
