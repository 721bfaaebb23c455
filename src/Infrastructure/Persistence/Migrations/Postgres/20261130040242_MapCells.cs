using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Songthang.Infrastructure.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class MapCells : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "map_latitude",
                table: "service_requests",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "map_longitude",
                table: "service_requests",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "mapped_as",
                table: "service_requests",
                type: "character varying(120)",
                maxLength: 120,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "map_sums",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    zoom = table.Column<int>(type: "integer", nullable: false),
                    fault_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    cell_row = table.Column<int>(type: "integer", nullable: false),
                    cell_column = table.Column<int>(type: "integer", nullable: false),
                    tambon_code = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    status_order = table.Column<int>(type: "integer", nullable: false),
                    is_fresh = table.Column<bool>(type: "boolean", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false),
                    latitudes = table.Column<long>(type: "bigint", nullable: false),
                    longitudes = table.Column<long>(type: "bigint", nullable: false),
                    reference_keys = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_map_sums", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_service_requests_map_latitude_map_longitude",
                table: "service_requests",
                columns: new[] { "map_latitude", "map_longitude" });

            migrationBuilder.CreateIndex(
                name: "ix_map_sums_fresh",
                table: "map_sums",
                columns: new[] { "zoom", "fault_code", "cell_row", "cell_column" },
                filter: "is_fresh");

            migrationBuilder.CreateIndex(
                name: "ix_map_sums_zoom_fault_code_cell_row_cell_column",
                table: "map_sums",
                columns: new[] { "zoom", "fault_code", "cell_row", "cell_column" });

            // Requests that are there are counted in the background: what is derived from an older number than the present one is renewed.
            migrationBuilder.Sql("UPDATE service_requests SET derived_from = -1");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "map_sums");

            migrationBuilder.DropIndex(
                name: "ix_service_requests_map_latitude_map_longitude",
                table: "service_requests");

            migrationBuilder.DropColumn(
                name: "map_latitude",
                table: "service_requests");

            migrationBuilder.DropColumn(
                name: "map_longitude",
                table: "service_requests");

            migrationBuilder.DropColumn(
                name: "mapped_as",
                table: "service_requests");
        }
    }
}
