namespace ApiAdmin.Core.Data.Postgres;

/// <summary>The search index: words, and their pieces of two and of three characters under GIN. Part of the migration CustomerSearch and so never to be edited.</summary>
internal static class CustomerSearchTables
{
    public static IReadOnlyList<string> Create { get; } =
    [
        """
        CREATE TABLE customer_search (
            customer_id bigint NOT NULL CONSTRAINT pk_customer_search PRIMARY KEY,
            open text COLLATE "C" NOT NULL, personal text COLLATE "C" NOT NULL,
            open_grams text[] COLLATE "C" NOT NULL, personal_grams text[] COLLATE "C" NOT NULL);
        """,
        "CREATE INDEX ix_customer_search_open ON customer_search USING gin (open_grams);",
        "CREATE INDEX ix_customer_search_personal ON customer_search USING gin (personal_grams);",
    ];

    public static IReadOnlyList<string> Drop { get; } = ["DROP TABLE customer_search;"];
}
