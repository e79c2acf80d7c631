using System.Text.Json;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Templates;
using ApiAdmin.Core.Definitions.Urls;

namespace ApiAdmin.Core.Invocation.Building;

/// <summary>What of a definition no input changes: parsed once, and kept as long as the definition itself is.</summary>
internal sealed class BuildPlan
{
    private readonly Dictionary<Param, TemplateText> constants = new(ReferenceEqualityComparer.Instance);

    public BuildPlan(ApiDefinition definition)
    {
        Definition = definition;
        Body = BodyBuilder.Template(definition.Body);
        Declared = DeclaredInput.Of(definition, References(definition, Body));
        Url = UrlTemplate.Parse(definition.Url, out var faults);
        UrlFaults = faults;
        Origin = Url.IsSandbox ? null : Origin.Of(Url);
        Path = [.. Url.Path.Select(part => PathPiece.Of(part, definition))];
        Query = Url.Query is null ? null : MaskedText.Plain(Escapes.Literal(Url.Query));
        HeaderPaths = [.. definition.Headers.Select((_, index) => $"headers[{index}]")];
        ParameterPaths = [.. definition.Parameters.Select((_, index) => $"parameters[{index}]")];
        foreach (var row in definition.Headers.Concat<Param>(definition.Parameters))
        {
            if (row.Value is ConstantValue { Value: var value } && Template(value) is { } template)
            {
                constants[row] = template;
            }
        }
    }

    public ApiDefinition Definition { get; }

    public TemplateText? Body { get; }

    public OrderedDictionary<string, DeclaredInput> Declared { get; }

    public UrlTemplate Url { get; }

    public ValueList<UrlFault> UrlFaults { get; }

    /// <summary>Null when the host is the sandbox's, or none.</summary>
    public Origin? Origin { get; }

    public PathPiece[] Path { get; }

    /// <summary>What stands behind the URL's <c>?</c>, escaped; null when there is no <c>?</c>.</summary>
    public MaskedText? Query { get; }

    public string[] HeaderPaths { get; }

    public string[] ParameterPaths { get; }

    /// <summary>The template that a constant is; null when its value is taken as it stands.</summary>
    public TemplateText? Constant(Param row) => constants.GetValueOrDefault(row);

    private static TemplateText? Template(RawJson value) => value.Kind switch
    {
        JsonValueKind.String => value.TryToPlainText(out var text) ? TemplateText.Parse(text) : null,
        JsonValueKind.Object or JsonValueKind.Array when value.Text.Contains("{{", StringComparison.Ordinal) => TemplateText.Parse(value.Text, TemplateLanguage.Json),
        _ => null,
    };

    private static IEnumerable<TemplateText> References(ApiDefinition definition, TemplateText? body)
    {
        var ofRows = definition.Headers.Concat<Param>(definition.Parameters)
            .Where(row => row.Enabled)
            .Select(row => row.Value).OfType<ConstantValue>()
            .Select(constant => TemplateText.Parse(constant.Value.TryToPlainText(out var text) ? text : ""));
        return body is null ? ofRows : ofRows.Append(body);
    }
}

/// <summary>A piece of the path: a literal in its escaped and its meant form, or the place of a param.</summary>
/// <param name="Literal">Null for a param.</param>
/// <param name="Segments">The literal split at its slashes and unescaped, for the look at dot segments.</param>
/// <param name="Row">The param's index, -1 when there is none of that name.</param>
internal sealed record PathPiece(MaskedText? Literal, string[] Segments, string Name, int Row)
{
    public static PathPiece Of(PathPart part, ApiDefinition definition) => part is PathLiteral literal
        ? new(MaskedText.Plain(Escapes.Literal(literal.Text)), [.. literal.Text.Split('/').Select(Uri.UnescapeDataString)], "", -1)
        : new(null, [], ((PathName)part).Name, IndexOf(((PathName)part).Name, definition));

    private static int IndexOf(string name, ApiDefinition definition) =>
        definition.Parameters.ToList().FindIndex(p => p.Enabled && p.In == ParamPlace.Path && p.Name == name);
}
