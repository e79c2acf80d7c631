using ApiAdmin.Core.Definitions;
using Microsoft.Extensions.Options;
using PhoneNumbers;

namespace ApiAdmin.Core.Invocation.Building;

/// <summary>What a param's <c>normalize</c> does to its text.</summary>
public sealed class ValueNormalizer(IOptions<PhoneOptions> options)
{
    private static readonly PhoneNumberUtil Phones = PhoneNumberUtil.GetInstance();

    /// <returns>The text, or null with <paramref name="problem"/>: the rest of a sentence that begins with the value's name.</returns>
    public string? Apply(ValueNormalization how, string text, out string problem)
    {
        problem = "";
        return how switch
        {
            ValueNormalization.Trim => text.Trim(),
            ValueNormalization.Lower => text.ToLowerInvariant(),
            ValueNormalization.Upper => text.ToUpperInvariant(),
            ValueNormalization.E164 => E164(text, out problem),
            _ => text,
        };
    }

    private string? E164(string text, out string problem)
    {
        problem = "is not a phone number. Write it with its country code, such as +8613800138000.";
        try
        {
            var number = Phones.Parse(text, options.Value.DefaultRegion);
            if (!Phones.IsPossibleNumber(number))
            {
                problem = "has too few or too many digits for a phone number. Write it with its country code, such as +8613800138000.";
                return null;
            }

            return Phones.Format(number, PhoneNumberFormat.E164);
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}

/// <summary>Settings of the section <c>Customers</c> that concern phone numbers.</summary>
public sealed class PhoneOptions
{
    public const string Section = "Customers";

    /// <summary>The region (ISO 3166-1) of numbers without a country code.</summary>
    public string DefaultRegion { get; set; } = "CN";
}
