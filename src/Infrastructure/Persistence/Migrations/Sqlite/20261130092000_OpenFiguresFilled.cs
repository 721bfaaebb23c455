using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Songthang.Infrastructure.Persistence.Migrations.Sqlite
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
                    SELECT id, CAST(round((julianday(at) - 2440587.5) * 86400000) AS INTEGER) AS ms, row_number() OVER (ORDER BY at, id) AS place
                    FROM timeline_entries WHERE audience <> 'Officers' AND (kind <> 'AuthorityAnswered' OR audience = 'Public')
                    AND kind NOT IN ('MessageWritten', 'RequesterWrote', 'EvaluationAsked', 'Rated', 'InformationReminded', 'LetterRecorded')),
                spread AS (SELECT id, place + max(ms - place) OVER (ORDER BY place) AS ms FROM ordered)
                UPDATE timeline_entries
                SET public_at = rtrim(rtrim(strftime('%Y-%m-%d %H:%M:%f', spread.ms / 1000.0, 'unixepoch'), '0'), '.')
                FROM spread WHERE spread.id = timeline_entries.id;
                INSERT INTO change_clock (id, last)
                SELECT 1, CAST(round((julianday(max(public_at)) - 2440587.5) * 86400000) AS INTEGER) FROM timeline_entries HAVING max(public_at) IS NOT NULL
                ON CONFLICT (id) DO UPDATE SET last = max(change_clock.last, excluded.last);
                """);

            // What requests, work orders and materials come to by now.
            migrationBuilder.Sql(
                """
                INSERT INTO work_sums (span, cut, code, name_thai, name_english, unit_thai, unit_english, is_fresh, received, done, open, reopened, repaired, not_repaired, quantity, unpriced, satang)
                SELECT CAST(strftime(s.shape, r.submitted_at, '+7 hours') AS INTEGER), 'Officer', coalesce(CAST(r.assignee_id AS TEXT), ''), '', '', '', '', 0,
                    count(*), sum(CASE WHEN r.status = 'Completed' THEN 1 ELSE 0 END),
                    sum(CASE WHEN r.status IN ('Submitted', 'AwaitingInformation', 'Accepted', 'InProgress') THEN 1 ELSE 0 END),
                    sum(CASE WHEN r.reopened_count > 0 THEN 1 ELSE 0 END), 0, 0, 0, 0, 0
                FROM service_requests r CROSS JOIN (SELECT '%Y%m%d' AS shape UNION ALL SELECT '%Y%m') s GROUP BY 1, 3;
                INSERT INTO work_sums (span, cut, code, name_thai, name_english, unit_thai, unit_english, is_fresh, received, done, open, reopened, repaired, not_repaired, quantity, unpriced, satang)
                SELECT CAST(strftime(s.shape, i.settled_at, '+7 hours') AS INTEGER), 'Crew', o.crew_code, '', '', '', '', 0, 0, 0, 0, 0,
                    sum(CASE WHEN i.outcome = 'Repaired' THEN 1 ELSE 0 END), sum(CASE WHEN i.outcome = 'NotRepaired' THEN 1 ELSE 0 END), 0, 0, 0
                FROM work_order_items i JOIN work_orders o ON o.id = i.work_order_id CROSS JOIN (SELECT '%Y%m%d' AS shape UNION ALL SELECT '%Y%m') s
                WHERE i.outcome IN ('Repaired', 'NotRepaired') GROUP BY 1, 3;
                INSERT INTO work_sums (span, cut, code, name_thai, name_english, unit_thai, unit_english, is_fresh, received, done, open, reopened, repaired, not_repaired, quantity, unpriced, satang)
                SELECT CAST(strftime(s.shape, i.settled_at, '+7 hours') AS INTEGER), 'Cause', i.cause_code, '', '', '', '', 0, 0, 0, 0, 0, count(*), 0, 0, 0, 0
                FROM work_order_items i CROSS JOIN (SELECT '%Y%m%d' AS shape UNION ALL SELECT '%Y%m') s WHERE i.outcome = 'Repaired' GROUP BY 1, 3;
                INSERT INTO work_sums (span, cut, code, name_thai, name_english, unit_thai, unit_english, is_fresh, received, done, open, reopened, repaired, not_repaired, quantity, unpriced, satang)
                SELECT CAST(strftime(s.shape, m.used_at, '+7 hours') AS INTEGER), 'Material', m.code, m.name_thai, m.name_english, m.unit_thai, m.unit_english, 0, 0, 0, 0, 0, 0, 0,
                    sum(m.quantity), sum(CASE WHEN m.unit_satang = 0 THEN m.quantity ELSE 0 END), sum(m.quantity * m.unit_satang)
                FROM work_order_materials m CROSS JOIN (SELECT '%Y%m%d' AS shape UNION ALL SELECT '%Y%m') s GROUP BY 1, 3, 4, 5, 6, 7;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // The columns and the table go with the migration before.
        }
    }
}
