using System.Text.RegularExpressions;
using ApiAdmin.Core.Extraction.Conversions;

namespace ApiAdmin.Core.Definitions.Validation;

/// <summary>Output params: names other systems can use, sources and paths that exist.</summary>
internal sealed partial class OutputRule : IDefinitionRule
{
    public IEnumerable<Finding> Check(ApiDefinition definition, ValidationContext context)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, output) in definition.Outputs.Index())
        {
            var path = $"outputs[{index}]";
            Finding?[] findings = [Name(path, output.Name, seen), OutputPlace.Fault(path, output), Type(path, output), Default(path, output)];
            foreach (var finding in findings.OfType<Finding>().Concat(OutputOptions.Faults(path, output)))
            {
                yield return finding;
            }
        }
    }

    private static Finding? Name(string path, string name, HashSet<string> seen)
    {
        if (name.Length == 0)
        {
            return new($"{path}.name", FindingCodes.Required, "The output's name is missing; give it one, for example status.");
        }

        if (!Identifier().IsMatch(name))
        {
            return new($"{path}.name", FindingCodes.InvalidCharacter, $"{Quoted.Text(name)} is no name for an output: begin with a letter or _, then at most 99 letters, digits, dots, hyphens or underscores.");
        }

        return seen.Add(name) ? null : new($"{path}.name", FindingCodes.Duplicate, $"There are two outputs {Quoted.Text(name)}; rename one of them.");
    }

    private static Finding? Type(string path, OutputParam output)
    {
        var isText = output.From is not OutputSource.Json && output.Inner is null;
        var refused = output.Type == ParamType.File
            || (isText && output.Type == ParamType.Object)
            || (output.From == OutputSource.Status && output.Type == ParamType.Array);
        return refused
            ? new($"{path}.type", FindingCodes.NotAllowed, $"The output {Quoted.Text(output.Name)} from {TypeNames.Of(output.From)} cannot have the type {TypeNames.Of(output.Type)}; use string.")
            : null;
    }

    private static Finding? Default(string path, OutputParam output) =>
        output.Default is { } given && TypedValue.Wanted(given, output.Type, output.WriteAs == DateConversion.Iso ? null : output.WriteAs) is { } wanted
            ? new($"{path}.default", FindingCodes.WrongType, $"The default {Quoted.Text(given.Text)} of {Quoted.Text(output.Name)} does not fit its type {TypeNames.Of(output.Type)}; give {wanted}, or change the type.")
            : null;

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{M}\p{Nd}_.-]{0,99}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Identifier();
}
