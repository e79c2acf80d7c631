using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ApiAdmin.Core.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class NarrowHistory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_invocations_actor_id_started_at",
                table: "invocations");

            migrationBuilder.DropIndex(
                name: "ix_invocations_api_started_at",
                table: "invocations");

            migrationBuilder.DropIndex(
                name: "ix_invocations_started_at",
                table: "invocations");

            migrationBuilder.RenameColumn(
                name: "report_json",
                table: "invocations",
                newName: "url");

            migrationBuilder.AddColumn<string>(
                name: "message",
                table: "invocations",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "method",
                table: "invocations",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "search_text",
                table: "invocations",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "invocation_reports",
                columns: table => new
                {
                    invocation_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    report_json = table.Column<string>(type: "TEXT", nullable: false),
                    inputs_json = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invocation_reports", x => x.invocation_id);
                    table.ForeignKey(
                        name: "fk_invocation_reports_invocations_invocation_id",
                        column: x => x.invocation_id,
                        principalTable: "invocations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            // The column renamed above still holds the reports: they move into their own table, and the row keeps what its list shows.
            migrationBuilder.Sql("INSERT INTO invocation_reports (invocation_id, report_json) SELECT id, url FROM invocations");
            migrationBuilder.Sql(
                """
                UPDATE invocations SET
                  method = coalesce(json_extract(url, '$.request.method'), ''),
                  url = substr(coalesce(json_extract(url, '$.request.url'), ''), 1, 1000),
                  message = substr(coalesce(json_extract(url, '$.message'), ''), 1, 1000)
                """);
            migrationBuilder.Sql("UPDATE invocations SET search_text = lower(api || char(10) || url || char(10) || message || char(10) || id)");

            migrationBuilder.CreateIndex(
                name: "ix_invocations_actor_id_started_at_id",
                table: "invocations",
                columns: new[] { "actor_id", "started_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_invocations_api_started_at_id",
                table: "invocations",
                columns: new[] { "api", "started_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_invocations_outcome_started_at_id",
                table: "invocations",
                columns: new[] { "outcome", "started_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_invocations_started_at_id",
                table: "invocations",
                columns: new[] { "started_at", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("UPDATE invocations SET url = (SELECT report_json FROM invocation_reports WHERE invocation_id = id)");

            migrationBuilder.DropTable(
                name: "invocation_reports");

            migrationBuilder.DropIndex(
                name: "ix_invocations_actor_id_started_at_id",
                table: "invocations");

            migrationBuilder.DropIndex(
                name: "ix_invocations_api_started_at_id",
                table: "invocations");

            migrationBuilder.DropIndex(
                name: "ix_invocations_outcome_started_at_id",
                table: "invocations");

            migrationBuilder.DropIndex(
                name: "ix_invocations_started_at_id",
                table: "invocations");

            migrationBuilder.DropColumn(
                name: "message",
                table: "invocations");

            migrationBuilder.DropColumn(
                name: "method",
                table: "invocations");

            migrationBuilder.DropColumn(
                name: "search_text",
                table: "invocations");

            migrationBuilder.RenameColumn(
                name: "url",
                table: "invocations",
                newName: "report_json");

            migrationBuilder.CreateIndex(
                name: "ix_invocations_actor_id_started_at",
                table: "invocations",
                columns: new[] { "actor_id", "started_at" });

            migrationBuilder.CreateIndex(
                name: "ix_invocations_api_started_at",
                table: "invocations",
                columns: new[] { "api", "started_at" });

            migrationBuilder.CreateIndex(
                name: "ix_invocations_started_at",
                table: "invocations",
                column: "started_at");
        }
    }
}
