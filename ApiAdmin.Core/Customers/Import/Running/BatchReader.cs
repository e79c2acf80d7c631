using ApiAdmin.Core.Customers.Import.Reading;
using ApiAdmin.Core.Customers.Seeding;

namespace ApiAdmin.Core.Customers.Import;

/// <summary>Takes rows from the file in batches and makes them ready, while the batch before is written.</summary>
internal sealed class BatchReader : IDisposable
{
    public const int MostRows = 500;

    private const int MostCharacters = 4_000_000;
    private const int IdsAtOnce = 10_000;

    private readonly ImportTools tools;
    private readonly ImportPass pass;
    private readonly IImportRows rows;
    private readonly IEnumerator<ImportLine> lines;
    private (long Next, long Last) ids;
    private ImportLine? held;

    public BatchReader(ImportTools tools, ImportPass pass, string path)
    {
        (this.tools, this.pass, ids) = (tools, pass, pass.Ids);
        rows = ImportRows.Open(path, pass.Settings);
        lines = rows.Read().Skip(pass.Settings.HasHeader ? 1 : 0).GetEnumerator();
    }

    public long BytesRead => rows.BytesRead;

    /// <summary>The last id that is kept for the import.</summary>
    public long LastId => ids.Last;

    /// <summary>Goes past what was done in a run before.</summary>
    public void Skip(long count)
    {
        for (; count > 0 && lines.MoveNext(); count--)
        {
        }
    }

    /// <summary>The next rows; none at the end. A row about the same customer as one before it begins a batch of its own.</summary>
    public async Task<IReadOnlyList<MappedRow>> NextAsync(CancellationToken cancellationToken)
    {
        var mapper = new RowMapper(pass.Settings, await tools.CatalogAsync(cancellationToken), tools.Writer, tools.Phones);
        var (batch, keys, characters) = (new List<MappedRow>(), new HashSet<string>(StringComparer.Ordinal), 0);
        while (batch.Count < MostRows && characters < MostCharacters && Take() is { } line)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var row = mapper.Map(line);
            var own = row.Id > 0 ? row.Keys.Append($"id {row.Id}") : row.Keys;
            if (batch.Count > 0 && own.Any(keys.Contains))
            {
                held = line;
                break;
            }

            keys.UnionWith(own);
            characters += line.Cells.Sum(cell => cell.Length);
            await PrepareAsync(mapper, row, cancellationToken);
            row.BytesRead = rows.BytesRead;
            batch.Add(row);
        }

        return batch;
    }

    public void Dispose()
    {
        lines.Dispose();
        rows.Dispose();
    }

    private ImportLine? Take()
    {
        if (held is { } line)
        {
            held = null;
            return line;
        }

        return lines.MoveNext() ? lines.Current : null;
    }

    private async Task PrepareAsync(RowMapper mapper, MappedRow row, CancellationToken cancellationToken)
    {
        if (row.Problems.Count == 0 && (pass.Settings.WhenMissing == ImportMissing.Add || pass.Settings.WhenFound == ImportFound.Add))
        {
            var customer = mapper.Apply(row, stored: null);
            row.ProblemsOfNew = [.. row.Problems];
            row.Problems.Clear();
            if (customer is not null && !pass.DryRun)
            {
                var id = row.Id > 0 ? row.Id : await NextIdAsync(cancellationToken);
                row.Ready = BulkCustomer.Of(tools.Bulk, id, customer, Identifiers.Rows(id, customer, tools.Phones), tools.Clock.GetUtcNow(), pass.Actor.Name);
            }
        }

        row.NextId = ids.Next;
    }

    private async Task<long> NextIdAsync(CancellationToken cancellationToken)
    {
        if (ids.Next == 0 || ids.Next > ids.Last)
        {
            var first = await tools.ReserveAsync(IdsAtOnce, cancellationToken);
            ids = (first, first + IdsAtOnce - 1);
        }

        return ids.Next++;
    }
}
