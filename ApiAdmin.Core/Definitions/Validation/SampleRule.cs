namespace ApiAdmin.Core.Definitions.Validation;

/// <summary>Samples and cases: named, each name once, statuses that exist; bodies no larger than are kept.</summary>
internal sealed class SampleRule : IDefinitionRule
{
    public IEnumerable<Finding> Check(ApiDefinition definition, ValidationContext context) =>
        Names("samples", "sample", definition.Samples.Select(sample => sample.Name))
            .Concat(Names("cases", "case", definition.Cases.Select(test => test.Name)))
            .Concat(definition.Samples.Index().Where(entry => entry.Item.Status is < 100 or > 599).Select(entry => new Finding(
                $"samples[{entry.Index}].status", FindingCodes.OutOfRange, $"{entry.Item.Status} is no HTTP status; give a number from 100 to 599.")))
            .Concat(Sizes(definition.Samples))
            .Concat(definition.Cases.Index().Where(entry => entry.Item.Expect.MaxDurationMs is { } most && !(most > 0 && double.IsFinite(most))).Select(entry => new Finding(
                $"cases[{entry.Index}].expect.maxDurationMs", FindingCodes.OutOfRange, "The longest duration has to be more than 0 ms; mend it or leave it out.")));

    private static IEnumerable<Finding> Sizes(ValueList<ResponseSample> samples)
    {
        foreach (var (index, sample) in samples.Index())
        {
            if (SampleLimits.BytesOf(sample) is > SampleLimits.LargestBody and var bytes)
            {
                yield return new($"samples[{index}].body", FindingCodes.TooLong, $"The sample's body has {bytes} bytes; at most {SampleLimits.LargestBody} (1 MiB) are kept. Shorten it.");
            }
        }

        if (SampleLimits.BytesOf(samples) is > SampleLimits.LargestTogether and var all)
        {
            yield return new("samples", FindingCodes.TooLong, $"The bodies of the samples have {all} bytes together; at most {SampleLimits.LargestTogether} (2 MiB) are kept. Shorten or remove some.");
        }
    }

    private static IEnumerable<Finding> Names(string path, string what, IEnumerable<string> names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, name) in names.Index())
        {
            if (NameText.Line($"{path}[{index}].name", name, $"The {what}'s name") is { } fault)
            {
                yield return fault;
            }
            else if (!seen.Add(name))
            {
                yield return new($"{path}[{index}].name", FindingCodes.Duplicate, $"There are two {what}s named {Quoted.Text(name)}; rename one of them.");
            }
        }
    }
}
