namespace ApiAdmin.Core.Definitions.Validation;

/// <summary>The method is one of a closed list, written as HTTP writes it.</summary>
internal sealed class MethodRule : IDefinitionRule
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

    public IEnumerable<Finding> Check(ApiDefinition definition, ValidationContext context)
    {
        if (Methods.Contains(definition.Method))
        {
            yield break;
        }

        var refused = definition.Method.ToUpperInvariant() is "TRACE" or "CONNECT";
        yield return new(
            "method", refused ? FindingCodes.NotAllowed : FindingCodes.UnknownValue,
            $"The method {Quoted.Text(definition.Method)} is not allowed.{Nearest.Hint(definition.Method, Methods)} Allowed: {Quoted.List(Methods)}.");
    }
}
