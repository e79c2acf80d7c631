namespace ApiAdmin.Core.Definitions.Validation;

/// <summary>Warns of a not-found rule that a plain error body meets too: then a failing back end reads as "nobody found".</summary>
internal sealed class NotFoundAdvice : IDefinitionRule
{
    public IEnumerable<Finding> Check(ApiDefinition definition, ValidationContext context)
    {
        // All rules have to hold: one that asks for something present keeps an error body out.
        var rules = definition.Success.NotFound.Rules;
        return rules.All(IsMetByAbsence)
            ? rules.Index().Select(entry => new Finding($"success.notFound.rules[{entry.Index}]", FindingCodes.Unsafe, Sentence(entry.Item)))
            : [];
    }

    private static bool IsMetByAbsence(BodyRule rule) => rule.Op is RuleOperator.Missing or RuleOperator.MissingOrNull or RuleOperator.Ne;

    private static string Sentence(BodyRule rule) =>
        $"A plain error body such as {{\"error\": \"…\"}} has no {rule.Path} either, so a failing back end would count as not found. Add a rule that names what only a real answer shows, for example $.ret_code eq \"404001\".";
}
