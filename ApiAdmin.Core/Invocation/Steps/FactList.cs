using System.Globalization;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation.Redaction;

namespace ApiAdmin.Core.Invocation.Steps;

/// <summary>Facts of one step, masked and bounded as they are added; what is null is left out.</summary>
internal sealed class FactList(Redactor redactor)
{
    /// <summary>In characters.</summary>
    public const int LongestValue = 200;

    private const int Most = 50;

    private readonly List<StepFact> facts = [];

    /// <summary>A string without its quotes; any other value as JSON.</summary>
    public static string TextOf(RawJson value) => value.TryToPlainText(out var text) ? text : value.Text;

    public ValueList<StepFact> Facts => [.. facts];

    public FactList Add(string name, string? value)
    {
        if (value is not null && facts.Count < Most)
        {
            facts.Add(new StepFact(Short(redactor.Redact(name)), Short(redactor.Redact(value))));
        }

        return this;
    }

    public FactList Add(string name, long? number) => Add(name, number?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Cut where no pair of surrogates is torn.</summary>
    private static string Short(string text)
    {
        if (text.Length <= LongestValue)
        {
            return text;
        }

        var length = char.IsHighSurrogate(text[LongestValue - 1]) ? LongestValue - 1 : LongestValue;
        return $"{text[..length]}…";
    }
}
