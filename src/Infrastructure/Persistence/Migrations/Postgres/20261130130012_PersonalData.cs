using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Songthang.Infrastructure.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PersonalData : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "salt",
                table: "timeline_entries",
                type: "character varying(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "text_digest",
                table: "timeline_entries",
                type: "character varying(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "person_held_since",
                table: "service_requests",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "photos_held_since",
                table: "service_requests",
                type: "timestamp with time zone",
                nullable: true);

            // Not before it was closed: a request's newest entry is its closing or came after it. The removal itself looks closer.
            migrationBuilder.Sql(
                "UPDATE service_requests SET person_held_since = updated_at, photos_held_since = updated_at WHERE status IN ('Completed', 'Forwarded', 'Declined', 'Duplicate', 'Withdrawn')");

            migrationBuilder.CreateTable(
                name: "breach_cases",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    what = table.Column<string>(type: "text", nullable: false),
                    known_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    started_by_name = table.Column<string>(type: "text", nullable: false),
                    done = table.Column<string>(type: "text", nullable: false),
                    findings = table.Column<string>(type: "text", nullable: false),
                    reported_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    closed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    closed_by_name = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_breach_cases", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "data_subject_requests",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    wish = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    contact = table.Column<string>(type: "text", nullable: false),
                    words = table.Column<string>(type: "text", nullable: false),
                    received_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    received_by_name = table.Column<string>(type: "text", nullable: false),
                    closed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    outcome = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    answer = table.Column<string>(type: "text", nullable: false),
                    closed_by_name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_subject_requests", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "removal_days",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    requests = table.Column<int>(type: "integer", nullable: false),
                    photos = table.Column<int>(type: "integer", nullable: false),
                    erased = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_removal_days", x => x.day);
                });

            migrationBuilder.CreateIndex(
                name: "ix_service_requests_person_held_since_id",
                table: "service_requests",
                columns: new[] { "person_held_since", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_service_requests_photos_held_since_id",
                table: "service_requests",
                columns: new[] { "photos_held_since", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_data_subject_requests_closed_at_due_at_id",
                table: "data_subject_requests",
                columns: new[] { "closed_at", "due_at", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "breach_cases");

            migrationBuilder.DropTable(
                name: "data_subject_requests");

            migrationBuilder.DropTable(
                name: "removal_days");

            migrationBuilder.DropIndex(
                name: "ix_service_requests_person_held_since_id",
                table: "service_requests");

            migrationBuilder.DropIndex(
                name: "ix_service_requests_photos_held_since_id",
                table: "service_requests");

            migrationBuilder.DropColumn(
                name: "salt",
                table: "timeline_entries");

            migrationBuilder.DropColumn(
                name: "text_digest",
                table: "timeline_entries");

            migrationBuilder.DropColumn(
                name: "person_held_since",
                table: "service_requests");

            migrationBuilder.DropColumn(
                name: "photos_held_since",
                table: "service_requests");
        }
    }
}
