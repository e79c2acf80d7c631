namespace ApiAdmin.Core.Data.Postgres;

/// <summary>The audit table takes rows and gives none up; part of the first migration and so never to be edited.</summary>
internal static class AuditTriggers
{
    public static IReadOnlyList<string> Create { get; } =
    [
        """
        CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'audit is append-only'; END $$;
        """,
        "CREATE TRIGGER audit_no_change BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION audit_refuse();",
        "CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();",
    ];

    /// <summary>For tests that play the tamperer with the server in hand.</summary>
    public static IReadOnlyList<string> Drop { get; } =
        ["DROP TRIGGER audit_no_change ON audit;", "DROP TRIGGER audit_no_truncate ON audit;"];
}
