using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ApiAdmin.Core.Data.Postgres.Migrations
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
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "method",
                table: "invocations",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "search_text",
                table: "invocations",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.CreateTable(
                name: "invocation_reports",
                columns: table => new
                {
                    invocation_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    report_json = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    inputs_json = table.Column<string>(type: "text", nullable: true, collation: "C")
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
            // An escape that PostgreSQL's text cannot hold would end the migration; such rows go without.
            migrationBuilder.Sql("INSERT INTO invocation_reports (invocation_id, report_json) SELECT id, url FROM invocations");
            migrationBuilder.Sql(
                """
                UPDATE invocations SET
                  method = coalesce(CASE WHEN url !~ '\\u(0000|[dD][89a-fA-F])' THEN url::json #>> '{request,method}' END, ''),
                  url = left(coalesce(CASE WHEN url !~ '\\u(0000|[dD][89a-fA-F])' THEN url::json #>> '{request,url}' END, ''), 1000),
                  message = left(coalesce(CASE WHEN url !~ '\\u(0000|[dD][89a-fA-F])' THEN url::json #>> '{message}' END, ''), 1000)
                """);
            migrationBuilder.Sql("UPDATE invocations SET search_text = lower(api || chr(10) || url || chr(10) || message || chr(10) || id)");

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
