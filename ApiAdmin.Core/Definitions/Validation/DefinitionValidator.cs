namespace ApiAdmin.Core.Definitions.Validation;

/// <summary>Says whether a definition makes sense: runs every rule and returns all findings at once, in the order of the page's sections.</summary>
public static class DefinitionValidator
{
    private static readonly IDefinitionRule[] Rules =
    [
        new TextRule(), new SizeRule(), new BasicsRule(), new MethodRule(), new UrlRule(), new PathParamRule(),
        new HeaderRule(), new ContentTypeRule(), new ParamRule(), new BodyParamRule(), new InputRule(), new ValueSourceRule(),
        new TypedValueRule(), new RequestBodyRule(), new TemplateRule(), new AuthRule(), new ResponseRule(), new OutputRule(),
        new SuccessStatusRule(), new SuccessBodyRule(), new LimitsRule(), new SampleRule(),
    ];

    private static readonly IDefinitionRule[] Advice =
        [new NotFoundAdvice(), new BodyAdvice(), new SecretAdvice(), new CaseAdvice()];

    public static ValidationResult Validate(ApiDefinition definition, ValidationContext? context = null)
    {
        context ??= ValidationContext.Default;
        return new ValidationResult(Run(Rules, definition, context), Run(Advice, definition, context));
    }

    /// <exception cref="InvalidException">There are findings.</exception>
    public static IReadOnlyList<Finding> Demand(ApiDefinition definition, ValidationContext? context = null)
    {
        var result = Validate(definition, context);
        return result.IsGood ? result.Warnings : throw new InvalidException(result.Findings);
    }

    private static List<Finding> Run(IDefinitionRule[] rules, ApiDefinition definition, ValidationContext context) =>
        [.. rules.SelectMany(rule => rule.Check(definition, context)).Distinct().OrderBy(finding => Sections.Of(finding.Path))];
}
