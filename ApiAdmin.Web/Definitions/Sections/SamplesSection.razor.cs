using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Web.Definitions.Sections;

/// <summary>Answers that are kept with the API, to try outputs and rules on and to answer tests with.</summary>
public sealed partial class SamplesSection
{
    private int? open;
    private (int Index, ResponseSample Sample)? removed;

    protected override object Shown => (Api.Samples, Session.MockWith, Findings, Locked);

    private void Toggle(int index) => open = open == index ? null : index;

    private void Put(int index, ResponseSample sample)
    {
        // Who renames the sample that answers does not mean to call the real system from now on.
        var answers = Session.MockWith == Api.Samples[index].Name;
        Change(d => d with { Samples = [.. d.Samples.Select((s, i) => i == index ? sample : s)] });
        if (answers)
        {
            Session.AnswerWith(sample.Name);
        }
    }

    private void Add()
    {
        var name = Enumerable.Range(1, Api.Samples.Count + 1).Select(n => L["Samples.Name", n].Value).First(free => Api.Samples.All(s => s.Name != free));
        Change(d => d with { Samples = [.. d.Samples, new ResponseSample { Name = name, MediaType = "application/json", Body = "{}" }] });
        open = Api.Samples.Count - 1;
    }

    private void Remove(int index)
    {
        (removed, open) = ((index, Api.Samples[index]), null);
        Change(d => d with { Samples = [.. d.Samples.Where((_, i) => i != index)] });
    }

    private void Restore()
    {
        if (removed is { } gone)
        {
            Change(d => d with { Samples = [.. d.Samples.Take(gone.Index), gone.Sample, .. d.Samples.Skip(gone.Index)] });
            removed = null;
        }
    }
}
