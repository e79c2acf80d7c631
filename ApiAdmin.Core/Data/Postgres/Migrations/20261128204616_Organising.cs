using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ApiAdmin.Core.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Organising : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_apis_category_sort_key",
                table: "apis");

            migrationBuilder.DropIndex(
                name: "ix_apis_key",
                table: "apis");

            migrationBuilder.DropIndex(
                name: "ix_apis_name_sort_key",
                table: "apis");

            migrationBuilder.DropIndex(
                name: "ix_apis_updated_at_key",
                table: "apis");

            migrationBuilder.AddColumn<string>(
                name: "category_path",
                table: "apis",
                type: "character varying(256)",
                maxLength: 256,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "deleted_at",
                table: "apis",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "deleted_by",
                table: "apis",
                type: "text",
                nullable: true,
                collation: "C");

            // Categories had no levels before; where somebody typed slashes all the same, the next save tidies the path.
            migrationBuilder.Sql("UPDATE apis SET category_path = trim(category) || '/' WHERE trim(category) <> '';");

            migrationBuilder.CreateTable(
                name: "api_comments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    api_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: true),
                    author_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    edited_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    deleted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_api_comments", x => x.id);
                    table.ForeignKey(
                        name: "fk_api_comments_apis_api_id",
                        column: x => x.api_id,
                        principalTable: "apis",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_api_comments_users_author_id",
                        column: x => x.author_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "api_favourites",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    api_id = table.Column<Guid>(type: "uuid", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_api_favourites", x => new { x.user_id, x.api_id });
                    table.ForeignKey(
                        name: "fk_api_favourites_apis_api_id",
                        column: x => x.api_id,
                        principalTable: "apis",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_api_favourites_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "api_opened",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    api_id = table.Column<Guid>(type: "uuid", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_api_opened", x => new { x.user_id, x.api_id });
                    table.ForeignKey(
                        name: "fk_api_opened_apis_api_id",
                        column: x => x.api_id,
                        principalTable: "apis",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_api_opened_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_apis_category_path",
                table: "apis",
                column: "category_path",
                filter: "deleted_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_apis_category_sort_key",
                table: "apis",
                columns: new[] { "category_sort", "key" },
                filter: "deleted_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_apis_deleted_at_id",
                table: "apis",
                columns: new[] { "deleted_at", "id" },
                filter: "deleted_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_apis_key",
                table: "apis",
                column: "key",
                unique: true,
                filter: "deleted_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_apis_name_sort_key",
                table: "apis",
                columns: new[] { "name_sort", "key" },
                filter: "deleted_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_apis_updated_at_key",
                table: "apis",
                columns: new[] { "updated_at", "key" },
                filter: "deleted_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_api_comments_api_id_written_at_id",
                table: "api_comments",
                columns: new[] { "api_id", "written_at", "id" },
                filter: "deleted_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_api_comments_author_id",
                table: "api_comments",
                column: "author_id");

            migrationBuilder.CreateIndex(
                name: "ix_api_comments_deleted_at",
                table: "api_comments",
                column: "deleted_at",
                filter: "deleted_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_api_favourites_api_id",
                table: "api_favourites",
                column: "api_id");

            migrationBuilder.CreateIndex(
                name: "ix_api_opened_api_id",
                table: "api_opened",
                column: "api_id");

            migrationBuilder.CreateIndex(
                name: "ix_api_opened_user_id_opened_at",
                table: "api_opened",
                columns: new[] { "user_id", "opened_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "api_comments");

            migrationBuilder.DropTable(
                name: "api_favourites");

            migrationBuilder.DropTable(
                name: "api_opened");

            migrationBuilder.DropIndex(
                name: "ix_apis_category_path",
                table: "apis");

            migrationBuilder.DropIndex(
                name: "ix_apis_category_sort_key",
                table: "apis");

            migrationBuilder.DropIndex(
                name: "ix_apis_deleted_at_id",
                table: "apis");

            migrationBuilder.DropIndex(
                name: "ix_apis_key",
                table: "apis");

            migrationBuilder.DropIndex(
                name: "ix_apis_name_sort_key",
                table: "apis");

            migrationBuilder.DropIndex(
                name: "ix_apis_updated_at_key",
                table: "apis");

            migrationBuilder.DropColumn(
                name: "category_path",
                table: "apis");

            migrationBuilder.DropColumn(
                name: "deleted_at",
                table: "apis");

            migrationBuilder.DropColumn(
                name: "deleted_by",
                table: "apis");

            migrationBuilder.CreateIndex(
                name: "ix_apis_category_sort_key",
                table: "apis",
                columns: new[] { "category_sort", "key" });

            migrationBuilder.CreateIndex(
                name: "ix_apis_key",
                table: "apis",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_apis_name_sort_key",
                table: "apis",
                columns: new[] { "name_sort", "key" });

            migrationBuilder.CreateIndex(
                name: "ix_apis_updated_at_key",
                table: "apis",
                columns: new[] { "updated_at", "key" });
        }
    }
}
