using ApiAdmin.Core;

namespace ApiAdmin.Web.Definitions.Editing;

/// <summary>Findings by the place on the form they belong to.</summary>
public sealed class FindingMap(IReadOnlyList<Finding> findings)
{
    private readonly ILookup<string, Finding> byPath = findings.ToLookup(f => f.Path, StringComparer.Ordinal);

    public static FindingMap None { get; } = new([]);

    public IReadOnlyList<Finding> All => findings;

    public bool IsEmpty => findings.Count == 0;

    /// <summary>The sentence for one field, null when it is in order.</summary>
    public string? At(string path) => byPath.Contains(path) ? string.Join(" ", byPath[path].Select(f => f.Message)) : null;

    /// <summary>The sentence for a field and everything inside it (<c>value</c> and <c>value.name</c>).</summary>
    public string? Within(string path)
    {
        var messages = findings.Where(f => IsWithin(f.Path, path)).Select(f => f.Message).ToList();
        return messages.Count == 0 ? null : string.Join(" ", messages);
    }

    public int Count(params ReadOnlySpan<string> roots)
    {
        var count = 0;
        foreach (var finding in findings)
        {
            foreach (var root in roots)
            {
                if (IsWithin(finding.Path, root))
                {
                    count++;
                    break;
                }
            }
        }

        return count;
    }

    private static bool IsWithin(string path, string root) =>
        path.StartsWith(root, StringComparison.Ordinal) && (path.Length == root.Length || path[root.Length] is '.' or '[');
}
