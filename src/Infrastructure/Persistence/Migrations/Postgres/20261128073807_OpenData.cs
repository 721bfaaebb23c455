using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Songthang.Infrastructure.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class OpenData : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_service_requests_submitted_at_updated_at",
                table: "service_requests",
                columns: new[] { "submitted_at", "updated_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_service_requests_submitted_at_updated_at",
                table: "service_requests");
        }
    }
}
