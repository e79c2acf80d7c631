namespace ApiAdmin.Core.Data.Sqlite;

/// <summary>
/// The search index: pieces of two and of three characters, made by the program. The tokenizer "ascii" takes every character beyond
/// ASCII as part of a token, so it only splits at our blanks. Part of the migration CustomerSearch and so never to be edited.
/// </summary>
internal static class CustomerSearchTables
{
    public static IReadOnlyList<string> Create { get; } =
    [
        "CREATE VIRTUAL TABLE customer_search2 USING fts5(open, content='', contentless_delete=1, tokenize='ascii', detail=none);",
        "CREATE VIRTUAL TABLE customer_search3 USING fts5(open, personal, content='', contentless_delete=1, tokenize='ascii');",
    ];

    public static IReadOnlyList<string> Drop { get; } = ["DROP TABLE customer_search2;", "DROP TABLE customer_search3;"];
}
