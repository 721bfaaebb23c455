using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Songthang.Infrastructure.Persistence.Migrations.Postgres
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
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "work_sums",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    span = table.Column<int>(type: "integer", nullable: false),
                    cut = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    name_thai = table.Column<string>(type: "text", nullable: false),
                    name_english = table.Column<string>(type: "text", nullable: false),
                    unit_thai = table.Column<string>(type: "text", nullable: false),
                    unit_english = table.Column<string>(type: "text", nullable: false),
                    is_fresh = table.Column<bool>(type: "boolean", nullable: false),
                    received = table.Column<int>(type: "integer", nullable: false),
                    done = table.Column<int>(type: "integer", nullable: false),
                    open = table.Column<int>(type: "integer", nullable: false),
                    reopened = table.Column<int>(type: "integer", nullable: false),
                    repaired = table.Column<int>(type: "integer", nullable: false),
                    not_repaired = table.Column<int>(type: "integer", nullable: false),
                    quantity = table.Column<int>(type: "integer", nullable: false),
                    unpriced = table.Column<int>(type: "integer", nullable: false),
                    satang = table.Column<long>(type: "bigint", nullable: false)
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
