using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Songthang.Infrastructure.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Poles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "pole_key",
                table: "service_requests",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "poles",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    code_number = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    number_key = table.Column<string>(type: "text", nullable: false),
                    number_order = table.Column<string>(type: "text", nullable: false),
                    latitude = table.Column<double>(type: "double precision", nullable: false),
                    longitude = table.Column<double>(type: "double precision", nullable: false),
                    tambon_code = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    road = table.Column<string>(type: "text", nullable: false),
                    road_key = table.Column<string>(type: "text", nullable: false),
                    side = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    luminaire = table.Column<string>(type: "text", nullable: false),
                    lamp_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    power_watts = table.Column<int>(type: "integer", nullable: true),
                    cabinet_code = table.Column<string>(type: "text", nullable: false),
                    circuit_code = table.Column<string>(type: "text", nullable: false),
                    installed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    warranty_until = table.Column<DateOnly>(type: "date", nullable: true),
                    expected_life_years = table.Column<int>(type: "integer", nullable: true),
                    owner_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    notes = table.Column<string>(type: "text", nullable: false),
                    registered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    retired_on = table.Column<DateOnly>(type: "date", nullable: true),
                    retired_because = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    installed_order = table.Column<DateOnly>(type: "date", nullable: false),
                    search_text = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_poles", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pole_entries",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    pole_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    officer_id = table.Column<int>(type: "integer", nullable: true),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    changes = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pole_entries", x => x.id);
                    table.ForeignKey(
                        name: "fk_pole_entries_poles_pole_id",
                        column: x => x.pole_id,
                        principalTable: "poles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pole_photos",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    pole_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pole_photos", x => x.key);
                    table.ForeignKey(
                        name: "fk_pole_photos_poles_pole_id",
                        column: x => x.pole_id,
                        principalTable: "poles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_service_requests_pole_key_id",
                table: "service_requests",
                columns: new[] { "pole_key", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_pole_entries_pole_id_number",
                table: "pole_entries",
                columns: new[] { "pole_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_pole_photos_pole_id",
                table: "pole_photos",
                column: "pole_id");

            migrationBuilder.CreateIndex(
                name: "ix_poles_cabinet_code_circuit_code_id",
                table: "poles",
                columns: new[] { "cabinet_code", "circuit_code", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_poles_code_number",
                table: "poles",
                column: "code_number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_poles_installed_order_id",
                table: "poles",
                columns: new[] { "installed_order", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_poles_latitude_longitude",
                table: "poles",
                columns: new[] { "latitude", "longitude" });

            migrationBuilder.CreateIndex(
                name: "ix_poles_number_in_use",
                table: "poles",
                columns: new[] { "owner_code", "number_key" },
                unique: true,
                filter: "retired_on IS NULL AND number_key <> ''");

            migrationBuilder.CreateIndex(
                name: "ix_poles_number_key",
                table: "poles",
                column: "number_key");

            migrationBuilder.CreateIndex(
                name: "ix_poles_number_order_id",
                table: "poles",
                columns: new[] { "number_order", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_poles_retired_on_id",
                table: "poles",
                columns: new[] { "retired_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_poles_road_key_id",
                table: "poles",
                columns: new[] { "road_key", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_poles_tambon_code_id",
                table: "poles",
                columns: new[] { "tambon_code", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "pole_entries");

            migrationBuilder.DropTable(
                name: "pole_photos");

            migrationBuilder.DropTable(
                name: "poles");

            migrationBuilder.DropIndex(
                name: "ix_service_requests_pole_key_id",
                table: "service_requests");

            migrationBuilder.DropColumn(
                name: "pole_key",
                table: "service_requests");
        }
    }
}
