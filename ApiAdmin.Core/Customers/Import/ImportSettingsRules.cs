using ApiAdmin.Core.Customers.Import.Reading;

namespace ApiAdmin.Core.Customers.Import;

/// <summary>Whether an import can run with these settings.</summary>
internal static class ImportSettingsRules
{
    public static void Demand(ImportSettings settings, CustomerCatalog catalog)
    {
        var findings = Check(settings, catalog).ToList();
        if (findings.Count > 0)
        {
            throw new InvalidException(findings);
        }
    }

    private static IEnumerable<Finding> Check(ImportSettings settings, CustomerCatalog catalog)
    {
        if (settings.Delimiter.Length != 1 || settings.Delimiter is "\"" or "\r" or "\n")
        {
            yield return new("delimiter", FindingCodes.Malformed, "The delimiter is one character, such as a comma, a semicolon or a tab.");
        }

        if (settings.Format == ImportFormat.Csv)
        {
            _ = BadBytes.Decoding(settings.Charset);
        }

        var known = ImportTargets.Of(catalog).ToHashSet(StringComparer.Ordinal);
        var targets = settings.Columns.Select(column => column.Target).OfType<string>().ToList();
        foreach (var target in targets.Distinct(StringComparer.Ordinal).Where(target => !known.Contains(target)))
        {
            yield return new("columns", FindingCodes.NotFound, $"There is nothing called {Quoted.Text(target)} to import into; it may have been deleted or disabled.");
        }

        foreach (var target in targets.GroupBy(target => target).Where(group => group.Count() > 1 && !CellReader.IsList(group.Key)).Select(group => group.Key))
        {
            yield return new("columns", FindingCodes.Duplicate, $"Two columns are {Quoted.Text(target)}; leave one of them out.");
        }

        if (targets.Count == 0)
        {
            yield return new("columns", FindingCodes.Required, "No column is taken; say of at least one what it is.");
        }

        if (Needed(settings.Match) is { } needed && !targets.Contains(needed))
        {
            yield return new("match", FindingCodes.Required, $"Customers are to be found by {Quoted.Text(needed)}, but no column is that; choose another, or say which column it is.");
        }
    }

    private static string? Needed(ImportMatch match) => match switch
    {
        ImportMatch.Id => ImportTargets.Id,
        ImportMatch.Phone => ImportTargets.Phones,
        ImportMatch.Email => ImportTargets.Emails,
        ImportMatch.PartnerId => AccountKinds.Name(AccountKind.PartnerId),
        _ => null,
    };
}
