using ApiAdmin.Core.Customers.Import.Reading;

namespace ApiAdmin.Core.Customers.Import;

/// <summary>A row on its way from the file to the customers.</summary>
internal sealed class MappedRow(ImportLine line)
{
    /// <summary>A report is for people to read.</summary>
    private const int ShownValue = 200;

    public ImportLine Line { get; } = line;

    /// <summary>Its customer's id as the file gives it; 0 without.</summary>
    public long Id { get; set; }

    /// <summary>What its customer is found by.</summary>
    public IReadOnlyList<string> Keys { get; set; } = [];

    public List<ImportProblem> Problems { get; } = [];

    /// <summary>Why it cannot become a new customer; says nothing of a row that changes one.</summary>
    public IReadOnlyList<ImportProblem> ProblemsOfNew { get; set; } = [];

    /// <summary>Of the ids kept for the import the first that is left after this row.</summary>
    public long NextId { get; set; }

    /// <summary>Made ready before the write lock is taken, for when the row turns out to be a new customer.</summary>
    public Seeding.BulkCustomer? Ready { get; set; }

    /// <summary>How much of the file was read up to the row's end.</summary>
    public long BytesRead { get; set; }

    public void Add(string? problem, string column, string value)
    {
        if (problem is not null)
        {
            Problems.Add(new ImportProblem(Line.Line, column, value.Length <= ShownValue ? value : value[..ShownValue] + "…", problem));
        }
    }
}
