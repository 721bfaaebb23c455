using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Songthang.Benchmarks.Map;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Benchmarks.Desk;

/// <summary>
/// What the desk sorts, filters and searches by, for made requests, as the program would have kept it: words of many people, states, due
/// times, officers, a timeline each, and the index of words. The same requests make the same desk.
/// </summary>
static class MadeDesk
{
    const string Fields = "reference, symptom, road, search_text, public_search_text, state, status_order, due_at, due_order, newest_order, is_unread, is_urgent, assignee_id, reopened_count";

    /// <summary>Officers who see to what is open.</summary>
    public const int Officers = 10;

    static readonly DateTime Now = new(2026, 11, 29, 0, 0, 0, DateTimeKind.Utc);

    public static Func<AppDb, Task> Of(MadeData data) => async db =>
    {
        var isPostgres = db.Database.IsNpgsql();
        var texts = new MadeTexts();
        await RunAsync(db, isPostgres
            ? "CREATE TEMP TABLE desk (reference text PRIMARY KEY, symptom text, road text, search_text text, public_search_text text, state text, status_order int, due_at timestamptz, due_order timestamptz, newest_order timestamptz, is_unread boolean, is_urgent boolean, assignee_id int, reopened_count int)"
            : "CREATE TEMP TABLE desk (reference TEXT PRIMARY KEY, symptom TEXT, road TEXT, search_text TEXT, public_search_text TEXT, state TEXT, status_order INTEGER, due_at TEXT, due_order TEXT, newest_order TEXT, is_unread INTEGER, is_urgent INTEGER, assignee_id INTEGER, reopened_count INTEGER)");
        for (var officer = 1; officer <= Officers; officer++)
            db.Users.Add(new OfficerAccount { UserName = $"bench{officer}", NormalizedUserName = $"BENCH{officer}", DisplayName = $"เจ้าหน้าที่ {officer}", CreatedAt = new(2023, 1, 1, 0, 0, 0, DateTimeKind.Utc), SecurityStamp = Guid.NewGuid().ToString("N") });
        await db.SaveChangesAsync();
        var first = await db.Users.MinAsync(officer => officer.Id);
        await MadeDatabase.BringAsync(db.Database.GetDbConnection(), "desk", Fields, data.Requests.Select(request => Line(request, texts, first, isPostgres)));
        await RunAsync(db, """
            UPDATE service_requests SET symptom = d.symptom, public_symptom = d.symptom, place_road = d.road, search_text = d.search_text,
                public_search_text = d.public_search_text, status = d.state, status_order = d.status_order, due_at = d.due_at, due_order = d.due_order,
                newest_order = d.newest_order, oldest_order = CASE WHEN d.is_urgent THEN d.due_order ELSE submitted_at END, is_unread = d.is_unread, is_urgent = d.is_urgent,
                assignee_id = d.assignee_id, reopened_count = d.reopened_count
            FROM desk d WHERE d.reference = service_requests.reference
            """);
        // One of them is called "from".
        var columns = MadeDatabase.Columns<TimelineEntry>(db).Except(["id", "service_request_id"]).Select(column => $"\"{column}\"").ToList();
        await RunAsync(db, $"""
            INSERT INTO timeline_entries (service_request_id, {string.Join(", ", columns)})
            SELECT r.id, {string.Join(", ", columns.Select(column => "t." + column))}
            FROM service_requests r CROSS JOIN (SELECT * FROM timeline_entries) t WHERE r.id <> t.service_request_id
            """);
        await RunAsync(db, isPostgres
            ? "CREATE INDEX ix_service_requests_search_text ON service_requests USING gin (search_text gin_trgm_ops); CREATE INDEX ix_service_requests_public_search_text ON service_requests USING gin (public_search_text gin_trgm_ops)"
            : "INSERT INTO service_request_search (service_request_search) VALUES ('rebuild')");
    };

    static string[] Line(MadeRequest request, MadeTexts texts, int firstOfficer, bool isPostgres)
    {
        var random = new Random((int)request.Reference.Key);
        var status = StatusOf(request, random);
        var (symptom, road) = (texts.Symptom(random), texts.Road(random));
        var open = string.Join('\n', request.Reference.ToString(), request.Tally.FaultCode, request.Tally.TambonCode, road, symptom);
        var isUrgent = random.Next(40) == 0 && status.IsOpen();
        var due = status.IsOpen() ? request.SubmittedAt.AddDays(1 + random.Next(7)) : (DateTime?)null;
        return
        [
            request.Reference.ToString(), symptom, road, ThaiText.Fold(open + "\nทดสอบ ใจดี\n0812345678").Replace('\n', ' '), ThaiText.Fold(open).Replace('\n', ' '),
            status.ToString(), ((int)status).ToString(CultureInfo.InvariantCulture), due is { } at ? Text(at) : Null(isPostgres), Text(DerivedColumns.UrgentFirst(due ?? DerivedColumns.Never, isUrgent, status, descending: false)),
            Text(DerivedColumns.UrgentFirst(request.SubmittedAt, isUrgent, status, descending: true)), Flag(random.Next(status.IsOpen() ? 5 : 2000) == 0), Flag(isUrgent),
            random.Next(4) > 0 ? (firstOfficer + random.Next(Officers)).ToString(CultureInfo.InvariantCulture) : Null(isPostgres), random.Next(50) == 0 ? "1" : "0",
        ];

        string Flag(bool yes) => (yes, isPostgres) switch { (true, true) => "t", (false, true) => "f", (true, false) => "1", _ => "0" };
    }

    /// <summary>What came in long ago is done; of the last days most is open.</summary>
    static ServiceRequestStatus StatusOf(MadeRequest request, Random random)
    {
        var age = Now - request.SubmittedAt;
        if (random.Next(10_000) < (age.TotalDays < 7 ? 8_000 : age.TotalDays < 30 ? 500 : 2))
            return random.Next(100) switch { < 40 => ServiceRequestStatus.Submitted, < 50 => ServiceRequestStatus.AwaitingInformation, < 75 => ServiceRequestStatus.Accepted, _ => ServiceRequestStatus.InProgress };
        return random.Next(100) switch { < 80 => ServiceRequestStatus.Completed, < 88 => ServiceRequestStatus.Forwarded, < 94 => ServiceRequestStatus.Declined, _ => ServiceRequestStatus.Withdrawn };
    }

    // COPY has a sign for it.
    static string Null(bool isPostgres) => isPostgres ? "\\N" : null!;

    static string Text(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    // Names of tables, from here alone.
    static Task RunAsync(AppDb db, string sql) => db.Database.ExecuteSqlRawAsync(sql);
}
