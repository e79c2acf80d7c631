using ApiAdmin.Core.Definitions.Urls;

namespace ApiAdmin.Core.Definitions.Validation;

/// <summary>The URL has one reading for every parser: see <see cref="UrlTemplate"/>.</summary>
internal sealed class UrlRule : IDefinitionRule
{
    private const int Longest = 4_000;

    public IEnumerable<Finding> Check(ApiDefinition definition, ValidationContext context)
    {
        if (NameText.TooLong("url", definition.Url, "The URL", Longest) is { } tooLong)
        {
            return [tooLong];
        }

        _ = UrlTemplate.Parse(definition.Url, out var faults);
        return faults.Select(fault => new Finding("url", fault.Code, fault.Message));
    }
}
