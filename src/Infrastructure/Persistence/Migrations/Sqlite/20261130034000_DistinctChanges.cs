using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Songthang.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DistinctChanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Requests of an older version took the time of their last entry as their change, and may share it. In the same order each
            // gets a millisecond of its own: its own, or the one after its predecessor's.
            migrationBuilder.Sql(
                """
                WITH ordered AS (
                    SELECT id, CAST(round((julianday(public_changed_at) - 2440587.5) * 86400000) AS INTEGER) AS at,
                        row_number() OVER (ORDER BY public_changed_at, id) AS place FROM service_requests),
                spread AS (SELECT id, place + max(at - place) OVER (ORDER BY place) AS at FROM ordered)
                UPDATE service_requests
                SET public_changed_at = rtrim(rtrim(strftime('%Y-%m-%d %H:%M:%f', spread.at / 1000.0, 'unixepoch'), '0'), '.')
                FROM spread WHERE spread.id = service_requests.id;
                INSERT INTO change_clock (id, last)
                SELECT 1, CAST(round((julianday(max(public_changed_at)) - 2440587.5) * 86400000) AS INTEGER) FROM service_requests HAVING count(*) > 0
                ON CONFLICT (id) DO UPDATE SET last = max(change_clock.last, excluded.last);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // Moments that are distinct are no harm to an older version.
        }
    }
}
