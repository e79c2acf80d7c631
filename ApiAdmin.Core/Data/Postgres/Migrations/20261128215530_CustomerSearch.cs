using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ApiAdmin.Core.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class CustomerSearch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            foreach (var statement in CustomerSearchTables.Create)
            {
                migrationBuilder.Sql(statement);
            }

            migrationBuilder.CreateIndex(
                name: "ix_customers_owner_updated_at_id",
                table: "customers",
                columns: new[] { "owner", "updated_at", "id" },
                filter: "owner IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_customers_source_updated_at_id",
                table: "customers",
                columns: new[] { "source", "updated_at", "id" },
                filter: "source IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_customers_vip_level_updated_at_id",
                table: "customers",
                columns: new[] { "vip_level", "updated_at", "id" },
                filter: "vip_level IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var statement in CustomerSearchTables.Drop)
            {
                migrationBuilder.Sql(statement);
            }

            migrationBuilder.DropIndex(
                name: "ix_customers_owner_updated_at_id",
                table: "customers");

            migrationBuilder.DropIndex(
                name: "ix_customers_source_updated_at_id",
                table: "customers");

            migrationBuilder.DropIndex(
                name: "ix_customers_vip_level_updated_at_id",
                table: "customers");
        }
    }
}
