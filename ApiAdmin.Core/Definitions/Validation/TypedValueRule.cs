using System.Text.Json;

namespace ApiAdmin.Core.Definitions.Validation;

/// <summary>Constants, defaults and examples are of their row's type.</summary>
internal sealed class TypedValueRule : IDefinitionRule
{
    public IEnumerable<Finding> Check(ApiDefinition definition, ValidationContext context) =>
        DefinitionRows.Enabled(definition).SelectMany(entry => Row(entry.Path, entry.Row)).OfType<Finding>();

    private static IEnumerable<Finding?> Row(string path, Param row)
    {
        if (row.Value is ConstantValue constant && !HoldsPlaceholder(constant.Value))
        {
            yield return Fault($"{path}.value.value", "constant", row, constant.Value);
        }

        if (row.Default is { } given)
        {
            yield return Fault($"{path}.default", "default", row, given);
        }

        if (row.Example is { } example)
        {
            yield return Fault($"{path}.example", "example", row, example);
        }
    }

    private static Finding? Fault(string path, string what, Param row, RawJson value) =>
        TypedValue.Wanted(value, row.Type, row.Format) is { } wanted
            ? new(path, FindingCodes.WrongType, $"The {what} {Quoted.Text(Shown(value))} of {Quoted.Text(row.Name)} does not fit its type {TypeNames.Of(row.Type)}; give {wanted}, or change the type.")
            : null;

    /// <summary>What it becomes is only known when the request is built.</summary>
    private static bool HoldsPlaceholder(RawJson value) =>
        value.Kind == JsonValueKind.String && value.TryToPlainText(out var text) && text.Contains("{{", StringComparison.Ordinal);

    private static string Shown(RawJson value) => value.TryToPlainText(out var text) ? text : value.Text;
}
