namespace ApiAdmin.Core.Data.Sqlite;

/// <summary>
/// Narrow tables that are their own primary key's tree: half the pages of a table with an index beside it, and a customer's rows lie
/// together. EF cannot say WITHOUT ROWID, so the statements stand here; part of the migration Customers and so never to be edited.
/// </summary>
internal static class CustomerTables
{
    public static IReadOnlyList<string> Create { get; } =
    [
        """
        CREATE TABLE "customer_identifiers" (
            "customer_id" INTEGER NOT NULL, "kind" INTEGER NOT NULL, "position" INTEGER NOT NULL,
            "value" TEXT NOT NULL, "shown" TEXT NOT NULL,
            CONSTRAINT "pk_customer_identifiers" PRIMARY KEY ("customer_id", "kind", "position"),
            CONSTRAINT "fk_customer_identifiers_customers_customer_id" FOREIGN KEY ("customer_id") REFERENCES "customers" ("id") ON DELETE CASCADE
        ) WITHOUT ROWID;
        """,
        """
        CREATE TABLE "customer_tags" (
            "tag_id" TEXT NOT NULL, "customer_id" INTEGER NOT NULL,
            CONSTRAINT "pk_customer_tags" PRIMARY KEY ("tag_id", "customer_id"),
            CONSTRAINT "fk_customer_tags_customers_customer_id" FOREIGN KEY ("customer_id") REFERENCES "customers" ("id") ON DELETE CASCADE,
            CONSTRAINT "fk_customer_tags_tags_tag_id" FOREIGN KEY ("tag_id") REFERENCES "tags" ("id") ON DELETE RESTRICT
        ) WITHOUT ROWID;
        """,
        """
        CREATE TABLE "customer_field_values" (
            "field_id" TEXT NOT NULL, "value" TEXT NOT NULL, "customer_id" INTEGER NOT NULL,
            CONSTRAINT "pk_customer_field_values" PRIMARY KEY ("field_id", "value", "customer_id"),
            CONSTRAINT "fk_customer_field_values_customers_customer_id" FOREIGN KEY ("customer_id") REFERENCES "customers" ("id") ON DELETE CASCADE
        ) WITHOUT ROWID;
        """,
    ];
}
