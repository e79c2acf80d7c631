namespace ApiAdmin.Core.Customers.Import;

/// <summary>What becomes of one row.</summary>
internal enum ImportFate { Bad, Skip, Add, Update }

internal static class ImportDecision
{
    /// <returns>The fate, and for an update whose.</returns>
    public static (ImportFate Fate, long Id) Of(MappedRow row, ImportMatches matches, ImportSettings settings)
    {
        if (row.Problems.Count > 0)
        {
            return (ImportFate.Bad, 0);
        }

        var found = matches.Of(row);
        if (found.Count == 0)
        {
            return settings.WhenMissing == ImportMissing.Skip ? (ImportFate.Skip, 0) : Add(row, matches);
        }

        return settings.WhenFound switch
        {
            ImportFound.Skip => (ImportFate.Skip, 0),
            ImportFound.Add => Add(row, matches),
            _ when found.Count == 1 => (ImportFate.Update, found[0]),
            _ => Bad(row, $"It fits {found.Count} customers ({Quoted.List(found.Order().Select(id => id.ToString(System.Globalization.CultureInfo.InvariantCulture)), 5)}); give the id of one, or merge them first."),
        };
    }

    private static (ImportFate Fate, long Id) Add(MappedRow row, ImportMatches matches)
    {
        if (row.Id > 0 && matches.IsTaken(row.Id))
        {
            return Bad(row, $"The id {row.Id} belongs to another customer, which may be deleted or merged; choose another id, or leave it out.");
        }

        row.Problems.AddRange(row.ProblemsOfNew);
        return (row.Problems.Count > 0 ? ImportFate.Bad : ImportFate.Add, 0);
    }

    private static (ImportFate Fate, long Id) Bad(MappedRow row, string reason)
    {
        row.Add(reason, "", "");
        return (ImportFate.Bad, 0);
    }
}
