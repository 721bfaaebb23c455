using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Songthang.Infrastructure.Persistence.Migrations.Postgres
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
                    SELECT id, floor(extract(epoch FROM public_changed_at) * 1000)::bigint AS at,
                        row_number() OVER (ORDER BY public_changed_at, id) AS place FROM service_requests),
                spread AS (SELECT id, place + max(at - place) OVER (ORDER BY place) AS at FROM ordered)
                UPDATE service_requests SET public_changed_at = timestamptz 'epoch' + spread.at * interval '1 millisecond'
                FROM spread WHERE spread.id = service_requests.id;
                INSERT INTO change_clock (id, last)
                SELECT 1, (extract(epoch FROM max(public_changed_at)) * 1000)::bigint FROM service_requests HAVING count(*) > 0
                ON CONFLICT (id) DO UPDATE SET last = greatest(change_clock.last, excluded.last);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // Moments that are distinct are no harm to an older version.
        }
    }
}
