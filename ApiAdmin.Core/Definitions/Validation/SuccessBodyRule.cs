using ApiAdmin.Core.Extraction.JsonPath;

namespace ApiAdmin.Core.Definitions.Validation;

/// <summary>Rules on the body: paths that parse, and a value exactly where the operator compares with one.</summary>
internal sealed class SuccessBodyRule : IDefinitionRule
{
    public IEnumerable<Finding> Check(ApiDefinition definition, ValidationContext context)
    {
        var success = definition.Success;
        var rules = Rules("success.rules", success.Rules).Concat(Rules("success.notFound.rules", success.NotFound.Rules));
        return (success.Message is { } message ? rules.Append(Path("success.message", message)) : rules).OfType<Finding>();
    }

    private static IEnumerable<Finding?> Rules(string path, ValueList<BodyRule> rules) => rules.Index().SelectMany(entry =>
        new[] { Path($"{path}[{entry.Index}].path", entry.Item.Path), ComparedValue.Fault($"{path}[{entry.Index}].value", entry.Item) });

    private static Finding? Path(string path, string text) =>
        JsonPathQuery.Parse(text).Error is { } error ? new(path, error.Code, error.Message) : null;
}
