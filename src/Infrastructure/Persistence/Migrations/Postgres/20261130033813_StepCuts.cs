using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Songthang.Infrastructure.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class StepCuts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_step_sums_span_cut",
                table: "step_sums");

            migrationBuilder.CreateIndex(
                name: "ix_step_sums_cut_span",
                table: "step_sums",
                columns: new[] { "cut", "span" });

            migrationBuilder.CreateIndex(
                name: "ix_step_sums_step_span",
                table: "step_sums",
                columns: new[] { "step", "span" });

            // All steps are told of each amphoe and fault now: everything is counted anew, in the background.
            migrationBuilder.Sql(
                """
                DELETE FROM daily_sums;
                DELETE FROM step_sums;
                UPDATE service_requests SET counted_as = '', derived_from = -1;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_step_sums_cut_span",
                table: "step_sums");

            migrationBuilder.DropIndex(
                name: "ix_step_sums_step_span",
                table: "step_sums");

            migrationBuilder.CreateIndex(
                name: "ix_step_sums_span_cut",
                table: "step_sums",
                columns: new[] { "span", "cut" });
        }
    }
}
