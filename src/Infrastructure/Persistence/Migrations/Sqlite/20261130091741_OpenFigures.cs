using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Songthang.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OpenFigures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "public_at",
                table: "timeline_entries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "work_sums",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    span = table.Column<int>(type: "INTEGER", nullable: false),
                    cut = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    name_thai = table.Column<string>(type: "TEXT", nullable: false),
                    name_english = table.Column<string>(type: "TEXT", nullable: false),
                    unit_thai = table.Column<string>(type: "TEXT", nullable: false),
                    unit_english = table.Column<string>(type: "TEXT", nullable: false),
                    is_fresh = table.Column<bool>(type: "INTEGER", nullable: false),
                    received = table.Column<int>(type: "INTEGER", nullable: false),
                    done = table.Column<int>(type: "INTEGER", nullable: false),
                    open = table.Column<int>(type: "INTEGER", nullable: false),
                    reopened = table.Column<int>(type: "INTEGER", nullable: false),
                    repaired = table.Column<int>(type: "INTEGER", nullable: false),
                    not_repaired = table.Column<int>(type: "INTEGER", nullable: false),
                    quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    unpriced = table.Column<int>(type: "INTEGER", nullable: false),
                    satang = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_sums", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_timeline_entries_public_at_id",
                table: "timeline_entries",
                columns: new[] { "public_at", "id" },
                filter: "public_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_work_sums_fresh",
                table: "work_sums",
                column: "span",
                filter: "is_fresh");

            migrationBuilder.CreateIndex(
                name: "ix_work_sums_span",
                table: "work_sums",
                column: "span");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "work_sums");

            migrationBuilder.DropIndex(
                name: "ix_timeline_entries_public_at_id",
                table: "timeline_entries");

            migrationBuilder.DropColumn(
                name: "public_at",
                table: "timeline_entries");
        }
    }
}
