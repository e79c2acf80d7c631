using System.Text.Json;
using ApiAdmin.Core.Definitions.Templates;

namespace ApiAdmin.Core.Definitions.Validation;

/// <summary>Header params: names that are RFC 9110 tokens, once each, values that a header can carry.</summary>
internal sealed class HeaderRule : IDefinitionRule
{
    public IEnumerable<Finding> Check(ApiDefinition definition, ValidationContext context)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (index, row) in definition.Headers.Index().Where(entry => entry.Item.Enabled))
        {
            var path = $"headers[{index}]";
            if (ForbiddenHeaders.Fault($"{path}.name", row.Name) is { } fault)
            {
                yield return fault;
            }
            else if (!seen.Add(row.Name))
            {
                yield return new($"{path}.name", FindingCodes.Duplicate, $"The header {Quoted.Text(row.Name)} is there twice (case does not count); remove or switch off one of the rows.");
            }

            if (row.Type is ParamType.File or ParamType.Object)
            {
                var type = row.Type == ParamType.File ? "file" : "object";
                yield return new($"{path}.type", FindingCodes.NotAllowed, $"The header {Quoted.Text(row.Name)} has the type {type}, which a header cannot carry; use string.");
            }

            if (Value(path, row) is { } valueFault)
            {
                yield return valueFault;
            }
        }
    }

    private static Finding? Value(string path, HeaderParam row)
    {
        if (row.Value is not ConstantValue { Value: { Kind: JsonValueKind.String } constant } || !constant.TryToPlainText(out var text))
        {
            return null;
        }

        var at = $"{path}.value.value";
        if (text.AsSpan().IndexOfAny('\r', '\n') >= 0)
        {
            return new(at, FindingCodes.InvalidCharacter, $"The value of the header {Quoted.Text(row.Name)} holds a line break, which would begin another header; remove it.");
        }

        if (text.Trim(' ', '\t').Length != text.Length)
        {
            return new(at, FindingCodes.InvalidCharacter, $"The value of the header {Quoted.Text(row.Name)} begins or ends with a space, which HTTP would drop; remove it.");
        }

        // The placeholders' own values are checked when they are known.
        return TemplateText.Parse(text).Parts.OfType<TemplateLiteral>()
            .Select(literal => NameText.Control(at, literal.Text.Replace('\t', ' '), $"The value of the header {Quoted.Text(row.Name)}"))
            .FirstOrDefault(finding => finding is not null);
    }
}
