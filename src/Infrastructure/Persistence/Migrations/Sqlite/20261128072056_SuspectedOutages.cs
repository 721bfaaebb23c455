using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Songthang.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SuspectedOutages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "suspected_outages",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    basis = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    found_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    first_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    last_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    lamps = table.Column<int>(type: "INTEGER", nullable: false),
                    expected = table.Column<double>(type: "REAL", nullable: false),
                    verdict = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    decided_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suspected_outages", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "suspected_outage_reports",
                columns: table => new
                {
                    suspected_outage_id = table.Column<long>(type: "INTEGER", nullable: false),
                    service_request_id = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suspected_outage_reports", x => new { x.suspected_outage_id, x.service_request_id });
                    table.ForeignKey(
                        name: "fk_suspected_outage_reports_service_requests_service_request_id",
                        column: x => x.service_request_id,
                        principalTable: "service_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_suspected_outage_reports_suspected_outages_suspected_outage_id",
                        column: x => x.suspected_outage_id,
                        principalTable: "suspected_outages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_suspected_outage_reports_service_request_id",
                table: "suspected_outage_reports",
                column: "service_request_id");

            migrationBuilder.CreateIndex(
                name: "ix_suspected_outages_basis_key_first_at",
                table: "suspected_outages",
                columns: new[] { "basis", "key", "first_at" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_suspected_outages_verdict_last_at",
                table: "suspected_outages",
                columns: new[] { "verdict", "last_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "suspected_outage_reports");

            migrationBuilder.DropTable(
                name: "suspected_outages");
        }
    }
}
