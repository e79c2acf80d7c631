using System.Text.RegularExpressions;

namespace ApiAdmin.Core.Definitions.Validation;

/// <summary>Accepted and not-found statuses are numbers or classes.</summary>
internal sealed partial class SuccessStatusRule : IDefinitionRule
{
    public IEnumerable<Finding> Check(ApiDefinition definition, ValidationContext context)
    {
        if (definition.Success.Status.Count == 0)
        {
            yield return new("success.status", FindingCodes.Required, "No status is accepted, so no call could succeed; add 2xx.");
        }

        foreach (var finding in Patterns("success.status", definition.Success.Status).Concat(Patterns("success.notFound.status", definition.Success.NotFound.Status)))
        {
            yield return finding;
        }
    }

    private static IEnumerable<Finding> Patterns(string path, ValueList<string> patterns) =>
        patterns.Index().Where(entry => !Pattern().IsMatch(entry.Item)).Select(entry => new Finding(
            $"{path}[{entry.Index}]", FindingCodes.Malformed,
            $"{Quoted.Text(entry.Item)} is no status; write a number from 200 to 599 such as 204, or a class such as 2xx, one in each entry."));

    [GeneratedRegex(@"^[2-5](?:[0-9]{2}|xx)\z", RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
