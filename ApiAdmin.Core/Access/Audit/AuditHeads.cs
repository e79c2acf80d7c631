using System.Globalization;
using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Access;

/// <summary>A row's number and hash as noted outside the database.</summary>
public readonly record struct AuditHead(long Sequence, string Hash);

/// <summary>
/// The chain's end, noted now and then in <c>audit-head.log</c> outside the database: a chain that lost its tail is whole
/// in itself and only this tells. Operators may ship the file elsewhere.
/// </summary>
public sealed class AuditHeads(StorageOptions storage, TimeProvider clock)
{
    public string File { get; } = Path.Combine(storage.DataDirectory, "audit-head.log");

    /// <summary>Notes the last row, unless it is noted already.</summary>
    public async Task NoteAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        var last = await db.Audit.AsNoTracking().OrderByDescending(row => row.Sequence).FirstOrDefaultAsync(cancellationToken);
        if (last is null || (await ReadAsync(cancellationToken)).Any(head => head.Sequence >= last.Sequence))
        {
            return;
        }

        var line = string.Create(CultureInfo.InvariantCulture, $"{last.Sequence} {Convert.ToHexStringLower(last.Hash)} {clock.GetUtcNow():O}\n");
        await System.IO.File.AppendAllTextAsync(File, line, cancellationToken);
    }

    public async Task<IReadOnlyList<AuditHead>> ReadAsync(CancellationToken cancellationToken)
    {
        if (!System.IO.File.Exists(File))
        {
            return [];
        }

        var lines = await System.IO.File.ReadAllLinesAsync(File, cancellationToken);
        return [.. lines.Select(line => line.Split(' ')).Where(parts => parts.Length >= 2)
            .Select(parts => (Ok: long.TryParse(parts[0], CultureInfo.InvariantCulture, out var sequence), sequence, Hash: parts[1]))
            .Where(head => head.Ok).Select(head => new AuditHead(head.sequence, head.Hash))];
    }
}
