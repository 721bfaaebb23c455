using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Songthang.Infrastructure.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PublicChanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "public_changed_at",
                table: "service_requests",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<double>(
                name: "public_latitude",
                table: "service_requests",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "public_longitude",
                table: "service_requests",
                type: "double precision",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "change_clock",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    last = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_change_clock", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_timeline_entries_at_id",
                table: "timeline_entries",
                columns: new[] { "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_service_requests_public_changed_at_id",
                table: "service_requests",
                columns: new[] { "public_changed_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_service_requests_public_latitude_public_longitude",
                table: "service_requests",
                columns: new[] { "public_latitude", "public_longitude" });

            // What was there before: its last entry is its newest change, and later changes come after all of them.
            migrationBuilder.Sql(
                """
                UPDATE service_requests SET public_changed_at = updated_at,
                    public_latitude = CASE WHEN checked_at IS NULL THEN NULL ELSE round(place_latitude::numeric, 4)::double precision END,
                    public_longitude = CASE WHEN checked_at IS NULL THEN NULL ELSE round(place_longitude::numeric, 4)::double precision END;
                INSERT INTO change_clock (id, last) SELECT 1, CAST(extract(epoch FROM max(updated_at)) * 1000 AS bigint) + 1 FROM service_requests HAVING count(*) > 0;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "change_clock");

            migrationBuilder.DropIndex(
                name: "ix_timeline_entries_at_id",
                table: "timeline_entries");

            migrationBuilder.DropIndex(
                name: "ix_service_requests_public_changed_at_id",
                table: "service_requests");

            migrationBuilder.DropIndex(
                name: "ix_service_requests_public_latitude_public_longitude",
                table: "service_requests");

            migrationBuilder.DropColumn(
                name: "public_changed_at",
                table: "service_requests");

            migrationBuilder.DropColumn(
                name: "public_latitude",
                table: "service_requests");

            migrationBuilder.DropColumn(
                name: "public_longitude",
                table: "service_requests");
        }
    }
}
