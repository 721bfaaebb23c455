using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Songthang.Infrastructure.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Sums : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "unit_satang",
                table: "work_order_materials",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "used_at",
                table: "work_order_materials",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<string>(
                name: "counted_as",
                table: "service_requests",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "is_work_kept",
                table: "service_requests",
                type: "boolean",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "daily_sums",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    span = table.Column<int>(type: "integer", nullable: false),
                    amphoe_code = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    fault_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    channel = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    is_fresh = table.Column<bool>(type: "boolean", nullable: false),
                    received = table.Column<int>(type: "integer", nullable: false),
                    done = table.Column<int>(type: "integer", nullable: false),
                    forwarded = table.Column<int>(type: "integer", nullable: false),
                    declined = table.Column<int>(type: "integer", nullable: false),
                    merged = table.Column<int>(type: "integer", nullable: false),
                    withdrawn = table.Column<int>(type: "integer", nullable: false),
                    reopened = table.Column<int>(type: "integer", nullable: false),
                    completed = table.Column<int>(type: "integer", nullable: false),
                    kept = table.Column<int>(type: "integer", nullable: false),
                    ratings = table.Column<int>(type: "integer", nullable: false),
                    @fixed = table.Column<int>(name: "fixed", type: "integer", nullable: false),
                    points = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_daily_sums", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "step_sums",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    span = table.Column<int>(type: "integer", nullable: false),
                    cut = table.Column<string>(type: "character varying(61)", maxLength: 61, nullable: false),
                    step = table.Column<int>(type: "integer", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    is_fresh = table.Column<bool>(type: "boolean", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false),
                    kept = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_step_sums", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_work_order_materials_used_at",
                table: "work_order_materials",
                column: "used_at");

            migrationBuilder.CreateIndex(
                name: "ix_service_requests_completed_at_id",
                table: "service_requests",
                columns: new[] { "completed_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_daily_sums_fresh",
                table: "daily_sums",
                column: "span",
                filter: "is_fresh");

            migrationBuilder.CreateIndex(
                name: "ix_daily_sums_span",
                table: "daily_sums",
                column: "span");

            migrationBuilder.CreateIndex(
                name: "ix_step_sums_fresh",
                table: "step_sums",
                column: "span",
                filter: "is_fresh");

            migrationBuilder.CreateIndex(
                name: "ix_step_sums_span_cut",
                table: "step_sums",
                columns: new[] { "span", "cut" });

            // Requests that are there are counted in the background: what is derived from an older number than the present one is renewed.
            migrationBuilder.Sql("UPDATE service_requests SET derived_from = -1");
            migrationBuilder.Sql(
                """
                UPDATE work_order_materials SET used_at = COALESCE(
                    (SELECT MAX(item.settled_at) FROM work_order_items item
                     WHERE item.work_order_id = work_order_materials.work_order_id
                       AND (work_order_materials.service_request_id IS NULL OR item.service_request_id = work_order_materials.service_request_id)),
                    (SELECT made.created_at FROM work_orders made WHERE made.id = work_order_materials.work_order_id))
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "daily_sums");

            migrationBuilder.DropTable(
                name: "step_sums");

            migrationBuilder.DropIndex(
                name: "ix_work_order_materials_used_at",
                table: "work_order_materials");

            migrationBuilder.DropIndex(
                name: "ix_service_requests_completed_at_id",
                table: "service_requests");

            migrationBuilder.DropColumn(
                name: "unit_satang",
                table: "work_order_materials");

            migrationBuilder.DropColumn(
                name: "used_at",
                table: "work_order_materials");

            migrationBuilder.DropColumn(
                name: "counted_as",
                table: "service_requests");

            migrationBuilder.DropColumn(
                name: "is_work_kept",
                table: "service_requests");
        }
    }
}
