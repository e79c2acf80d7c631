using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ApiAdmin.Core.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class UnsavedWork : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "unsaved_work",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    api_id = table.Column<Guid>(type: "uuid", nullable: true),
                    holder = table.Column<Guid>(type: "uuid", nullable: false),
                    tab = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    base_tag = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    base_json = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    definition_json = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unsaved_work", x => x.id);
                    table.ForeignKey(
                        name: "fk_unsaved_work_apis_api_id",
                        column: x => x.api_id,
                        principalTable: "apis",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_unsaved_work_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_unsaved_work_api_id",
                table: "unsaved_work",
                column: "api_id");

            migrationBuilder.CreateIndex(
                name: "ix_unsaved_work_changed_at",
                table: "unsaved_work",
                column: "changed_at");

            migrationBuilder.CreateIndex(
                name: "ix_unsaved_work_user_id_api_id",
                table: "unsaved_work",
                columns: new[] { "user_id", "api_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "unsaved_work");
        }
    }
}
