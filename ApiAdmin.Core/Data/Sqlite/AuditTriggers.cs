namespace ApiAdmin.Core.Data.Sqlite;

/// <summary>The audit table takes rows and gives none up; part of the first migration and so never to be edited.</summary>
internal static class AuditTriggers
{
    public static IReadOnlyList<string> Create { get; } =
    [
        "CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;",
        "CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;",
    ];

    /// <summary>For tests that play the tamperer with the file in hand.</summary>
    public static IReadOnlyList<string> Drop { get; } = ["DROP TRIGGER audit_no_update;", "DROP TRIGGER audit_no_delete;"];
}
