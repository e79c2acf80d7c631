using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ApiAdmin.Core.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class HistorySamples : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "sample",
                table: "invocations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_invocations_of_samples",
                table: "invocations",
                columns: new[] { "started_at", "id" },
                filter: "sample IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_invocations_of_samples",
                table: "invocations");

            migrationBuilder.DropColumn(
                name: "sample",
                table: "invocations");
        }
    }
}
