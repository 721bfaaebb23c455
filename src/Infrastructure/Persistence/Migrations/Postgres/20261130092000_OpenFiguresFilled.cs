using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Songthang.Infrastructure.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class OpenFiguresFilled : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // What happened before gets its moment in the order of its times, each a millisecond of its own: its own time, or the one
            // after its predecessor's.
            migrationBuilder.Sql(
                """
                WITH ordered AS (
                    SELECT id, floor(extract(epoch FROM at) * 1000)::bigint AS ms, row_number() OVER (ORDER BY at, id) AS place
                    FROM timeline_entries WHERE audience <> 'Officers' AND (kind <> 'AuthorityAnswered' OR audience = 'Public')
                    AND kind NOT IN ('MessageWritten', 'RequesterWrote', 'EvaluationAsked', 'Rated', 'InformationReminded', 'LetterRecorded')),
                spread AS (SELECT id, place + max(ms - place) OVER (ORDER BY place) AS ms FROM ordered)
                UPDATE timeline_entries
                SET public_at = timestamptz 'epoch' + spread.ms * interval '1 millisecond'
                FROM spread WHERE spread.id = timeline_entries.id;
                INSERT INTO change_clock (id, last)
                SELECT 1, (extract(epoch FROM max(public_at)) * 1000)::bigint FROM timeline_entries HAVING max(public_at) IS NOT NULL
                ON CONFLICT (id) DO UPDATE SET last = greatest(change_clock.last, excluded.last);
                """);

            // What requests, work orders and materials come to by now.
            migrationBuilder.Sql(
                """
                INSERT INTO work_sums (span, cut, code, name_thai, name_english, unit_thai, unit_english, is_fresh, received, done, open, reopened, repaired, not_repaired, quantity, unpriced, satang)
                SELECT to_char((r.submitted_at AT TIME ZONE 'UTC') + interval '7 hours', s.shape)::int, 'Officer', coalesce(r.assignee_id::text, ''), '', '', '', '', false,
                    count(*), sum(CASE WHEN r.status = 'Completed' THEN 1 ELSE 0 END),
                    sum(CASE WHEN r.status IN ('Submitted', 'AwaitingInformation', 'Accepted', 'InProgress') THEN 1 ELSE 0 END),
                    sum(CASE WHEN r.reopened_count > 0 THEN 1 ELSE 0 END), 0, 0, 0, 0, 0
                FROM service_requests r CROSS JOIN (SELECT 'YYYYMMDD' AS shape UNION ALL SELECT 'YYYYMM') s GROUP BY 1, 3;
                INSERT INTO work_sums (span, cut, code, name_thai, name_english, unit_thai, unit_english, is_fresh, received, done, open, reopened, repaired, not_repaired, quantity, unpriced, satang)
                SELECT to_char((i.settled_at AT TIME ZONE 'UTC') + interval '7 hours', s.shape)::int, 'Crew', o.crew_code, '', '', '', '', false, 0, 0, 0, 0,
                    sum(CASE WHEN i.outcome = 'Repaired' THEN 1 ELSE 0 END), sum(CASE WHEN i.outcome = 'NotRepaired' THEN 1 ELSE 0 END), 0, 0, 0
                FROM work_order_items i JOIN work_orders o ON o.id = i.work_order_id CROSS JOIN (SELECT 'YYYYMMDD' AS shape UNION ALL SELECT 'YYYYMM') s
                WHERE i.outcome IN ('Repaired', 'NotRepaired') GROUP BY 1, 3;
                INSERT INTO work_sums (span, cut, code, name_thai, name_english, unit_thai, unit_english, is_fresh, received, done, open, reopened, repaired, not_repaired, quantity, unpriced, satang)
                SELECT to_char((i.settled_at AT TIME ZONE 'UTC') + interval '7 hours', s.shape)::int, 'Cause', i.cause_code, '', '', '', '', false, 0, 0, 0, 0, count(*), 0, 0, 0, 0
                FROM work_order_items i CROSS JOIN (SELECT 'YYYYMMDD' AS shape UNION ALL SELECT 'YYYYMM') s WHERE i.outcome = 'Repaired' GROUP BY 1, 3;
                INSERT INTO work_sums (span, cut, code, name_thai, name_english, unit_thai, unit_english, is_fresh, received, done, open, reopened, repaired, not_repaired, quantity, unpriced, satang)
                SELECT to_char((m.used_at AT TIME ZONE 'UTC') + interval '7 hours', s.shape)::int, 'Material', m.code, m.name_thai, m.name_english, m.unit_thai, m.unit_english, false, 0, 0, 0, 0, 0, 0,
                    sum(m.quantity), sum(CASE WHEN m.unit_satang = 0 THEN m.quantity ELSE 0 END), sum(m.quantity::bigint * m.unit_satang)
                FROM work_order_materials m CROSS JOIN (SELECT 'YYYYMMDD' AS shape UNION ALL SELECT 'YYYYMM') s GROUP BY 1, 3, 4, 5, 6, 7;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // The columns and the table go with the migration before.
        }
    }
}
