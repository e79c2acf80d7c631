namespace ApiAdmin.Core.Definitions.Reading;

/// <summary>Collects findings up to a limit, so that a hostile document cannot make the answer larger than itself.</summary>
internal sealed class FindingList(int most)
{
    private readonly List<Finding> findings = [];
    private bool more;

    public bool IsEmpty => findings.Count == 0;

    /// <summary>No further finding would be listed.</summary>
    public bool IsFull => more;

    public void Add(string path, string code, string message)
    {
        if (findings.Count < most)
        {
            findings.Add(new Finding(path, code, message));
        }
        else
        {
            more = true;
        }
    }

    public IReadOnlyList<Finding> ToList() =>
        more ? [.. findings, new Finding("", FindingCodes.TooLong, $"More than {most} things are wrong; mend these first.")] : findings;
}
