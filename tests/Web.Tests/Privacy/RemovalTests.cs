using System.Data.Common;
using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Domain.WorkOrders;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Web.Background;
using Songthang.Web.Features.Verifying;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Privacy;

/// <summary>Personal data go when their time is over, from everywhere, and nothing else goes with them.</summary>
public class RemovalTests
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    static readonly string[] Marks = ["หมายลับ", "0867654321", "secret.example"];

    static readonly string[] Photos = ["0000000000000000000000000000aaaa", "0000000000000000000000000000bbbb", "0000000000000000000000000000cccc"];

    [Fact]
    public async Task No_mark_of_a_person_is_left_anywhere_a_year_after_closing_and_all_else_stays()
    {
        await using var app = await TestApp.StartAsync();
        var request = await FilledAsync(app);
        var unchecked_ = await Given.ARequestAsync(app, it => it.From("มานะ หมายลับ", "0867654321").Of("lamp_out", "หน้าบ้านหมายลับ")
            .Sent(s => s with { Place = s.Place with { Landmark = "บ้านหมายลับ", Road = "ซอยหมายลับ" } }).Withdrawn("หมายลับแจ้งผิด"));
        var places = await MarkedAsync(app);
        Assert.All(
            ["service_requests.requester_name", "service_requests.requester_phone", "service_requests.requester_email", "service_requests.symptom",
             "service_requests.search_text", "service_requests.place_landmark", "timeline_entries.text", "documents.name", "followers.email",
             "followers.contact", "partner_reports.account_id", "partner_reports.media_url", "letter_drafts.words", "evaluations.comment",
             "outbox_messages.last_error", "work_order_items.text", "work_order_entries.text"],
            place => Assert.Contains(place, places));
        var counted = await CountedAsync(app);
        var year = TestApp.Monday.UtcDateTime.AddYears(1);

        await RunAsync(app, year.AddMinutes(-1));
        Assert.Equal(places, await MarkedAsync(app));
        // Two processes at once are one removal.
        await Task.WhenAll(RunAsync(app, year), RunAsync(app, year));

        Assert.Empty(await MarkedAsync(app));
        Assert.Equal(counted, await CountedAsync(app));
        Assert.Empty((await app.WithAsync<VerifyTimelines, TimelineProof>(it => it.RunAsync(null, Stop))).Broken);
        var after = await Given.ReadAsync(app, request);
        Assert.Equal((ServiceRequestStatus.Completed, "ไฟดับ", ToldBy.Email), (after.Status, after.Symptom, after.Requester.ToldBy));
        Assert.Equal("ถนนทดสอบ", after.Place.Road);
        Assert.Equal("เปลี่ยนหลอดไฟแล้ว", after.Timeline.Single(entry => entry.Kind == TimelineKind.Completed).Text);
        Assert.Single(after.Timeline, entry => entry.Kind == TimelineKind.PersonalDataRemoved);
        Assert.Equal(3, after.Photos.Count);
        var day = Assert.Single(await app.WithDbAsync(db => db.RemovalDays.ToListAsync(Stop)));
        Assert.Equal((ThaiDates.BangkokDate(year), 2, 0, 0), (day.Day, day.Requests, day.Photos, day.Erased));
        Assert.Equal(
            new[] { request.Reference, unchecked_.Reference }.Order(StringComparer.Ordinal),
            (await app.WithDbAsync(db => db.AuditEntries.Where(entry => entry.Action == AuditAction.PersonalDataRemoved).Select(entry => entry.Subject).ToListAsync(Stop)))
                .Order(StringComparer.Ordinal));

        // Photos have a time of their own; those of the repair show a lamp.
        await RunAsync(app, TestApp.Monday.UtcDateTime.AddYears(3));
        Assert.Equal([PhotoKind.After], (await Given.ReadAsync(app, request)).Photos.Select(photo => photo.Kind));
        Assert.Equal(2, (await app.WithDbAsync(db => db.RemovalDays.OrderBy(it => it.Day).LastAsync(Stop))).Photos);
        using var director = await app.SignInAsync(OfficerRole.Director);
        Assert.Contains("23 พฤศจิกายน 2570", (await director.GetAsync("/officer/settings/removals")).Words, StringComparison.Ordinal);
        // What was removed can still be looked at by officers and by who has the link.
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        Assert.Contains("ลบข้อมูลส่วนบุคคลแล้ว", (await officer.GetAsync($"/officer/requests/{request.Reference}")).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync($"/r/{request.Secret}")).Status);
    }

    [Fact]
    public async Task What_is_open_or_taken_up_again_or_waits_for_its_main_request_is_kept_and_the_due_is_found_by_an_index()
    {
        var plans = new QueryPlans();
        await using var app = await TestApp.StartAsync(adjust: plans.Listen);
        var open = await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 900).Accepted());
        var again = await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 900).Accepted().Completed().After(days: 3).Reopened());
        var merged = await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 900).MergedInto(open));
        var old = await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 900).Accepted().Completed());
        // A column that says more than there is must not stand in the way for ever.
        var empty = await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 901).From("", "").Of("lamp_out").Accepted().Completed());
        await app.WithDbAsync(db => db.Database.ExecuteSqlAsync(
            $"UPDATE service_requests SET person_held_since = updated_at, photos_held_since = updated_at WHERE reference = {empty.Reference}", Stop));
        plans.Clear();

        await RunAsync(app, TestApp.Monday.UtcDateTime);

        foreach (var kept in new[] { open, again, merged })
            Assert.Equal("ทดสอบ ใจดี", (await Given.ReadAsync(app, kept)).Requester.Name);
        Assert.Equal("", (await Given.ReadAsync(app, old)).Requester.Name);
        Assert.Equal(1, await app.WithDbAsync(db => db.ServiceRequests.CountAsync(it => EF.Property<DateTime?>(it, DerivedColumns.PersonHeldSince) != null, Stop)));
        foreach (var column in new[] { "person_held_since", "photos_held_since" })
        {
            Assert.Contains(await plans.OfAsync(app, "service_requests", column), plan =>
                plan.Contains($"ix_service_requests_{column}_id", StringComparison.Ordinal) && !plan.Contains("Seq Scan", StringComparison.Ordinal));
        }
    }

    /// <summary>One request with marks in all that a person can write, or others about it.</summary>
    static async Task<ServiceRequest> FilledAsync(TestApp app)
    {
        var request = await Given.ARequestAsync(app, it => it.From("มานะ หมายลับ", "0867654321", "mana@secret.example", ToldBy.Email)
            .Of("lamp_out", "ไฟดับหน้าบ้านนายหมายลับ โทร 0867654321").WithPhotos(Photos[0])
            .Opened().Checked("ไฟดับ", Photos[0])
            .Then((r, at) => r.CorrectDetails(
                new("lamp_out", r.Place with { Moo = "4" }, "ไฟดับ"), [Photos[0]], FaultTypes.Shipped, ReferenceData.Province, Given.Officer, at))
            .Noted("คุณหมายลับโทรมา").Called("โทรหาคุณหมายลับ 0867654321").Asked("คุณหมายลับอยู่ที่ใด")
            .Then((r, at) => r.AnswerInformation("หมายลับอยู่บ้าน", [Photos[1]], Actor.Requester, at, [new("0000000000000000000000000000dddd", "บัตรหมายลับ.pdf", 9)]))
            .Accepted("เรียนคุณหมายลับ")
            .Then((r, at) => r.WriteToOfficers("หมายลับถามว่าเมื่อใด", [], at))
            .Then((r, at) => r.WriteToRequester("เรียนคุณหมายลับ", [], Given.Officer, at)));
        await app.WithDbAsync(async db =>
        {
            var read = (await db.FindRequestAsync(request.Reference, Stop))!;
            var now = app.Time.GetUtcNow().UtcDateTime;
            var order = WorkOrder.Plan(new(new(2569, 1), "crew-1", new("ชุดช่าง", "Crew"), ThaiDates.BangkokDate(now), ""), [read], Given.Officer, now).Order;
            db.WorkOrders.Add(order);
            order.Start([read], Given.Officer, now);
            order.LeaveUnrepaired(read, "parts", "หมายลับไม่อยู่บ้าน", "", [], Given.Officer, now);
            Assert.True(EmailAddress.TryParse("other@secret.example", out var email) & PhoneNumber.TryParse("0867654321", out var phone));
            db.Followers.Add(Follower.Follow(read.Id, read.Status, (email, phone), "th", ("s", "f"), now));
            db.LetterDrafts.Add(new LetterDraft { ServiceRequestId = read.Id, Words = "{\"body\":\"หมายลับ\"}", At = now });
            var key = new ApiKey { Partner = "ผู้ทดสอบ", Prefix = "p", Hash = "h", CreatedBy = "", CreatedAt = now };
            db.ApiKeys.Add(key);
            await db.SaveChangesAsync(Stop);
            db.PartnerReports.Add(new PartnerReport { ServiceRequestId = read.Id, ApiKeyId = key.Id, AccountId = "หมายลับ", DeviceId = "หมายลับ", MediaUrl = "https://secret.example/x" });
            read.Complete("เปลี่ยนหลอดไฟแล้ว", [Photos[2]], Given.Officer, now);
            read.Rate(true, 5, "ขอบคุณ จากหมายลับ", Actor.Requester, now);
            await db.SaveChangesAsync(Stop);
            await db.Evaluations.ExecuteUpdateAsync(set => set.SetProperty(it => it.Comment, "ขอบคุณ จากหมายลับ"), Stop);
            return await db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(it => it.LastError, "550 mana@secret.example"), Stop);
        });
        return await Given.ReadAsync(app, request);
    }

    static Task RunAsync(TestApp app, DateTime now) =>
        app.Services.GetServices<IHostedService>().OfType<RetentionWorker>().Single().RunOnceAsync(now, Stop);

    static Task<List<string>> CountedAsync(TestApp app) => app.WithDbAsync(db => db.ServiceRequests.OrderBy(it => it.Id)
        .Select(it => EF.Property<string>(it, DerivedColumns.CountedAs)).ToListAsync(Stop));

    /// <summary>Every column of every table, views of the search among them, in which a mark stands.</summary>
    static Task<List<string>> MarkedAsync(TestApp app) => app.WithDbAsync(async db =>
    {
        await db.Database.OpenConnectionAsync(Stop);
        var connection = db.Database.GetDbConnection();
        var found = new List<string>();
        foreach (var (table, column) in await ColumnsAsync(connection))
        {
            foreach (var mark in Marks)
            {
                await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names from the database's own list.
                command.CommandText = $"SELECT COUNT(*) FROM \"{table}\" WHERE CAST(\"{column}\" AS TEXT) LIKE '%{mark}%'";
#pragma warning restore CA2100
                if (Convert.ToInt64(await command.ExecuteScalarAsync(Stop), CultureInfo.InvariantCulture) > 0 && !found.Contains($"{table}.{column}"))
                    found.Add($"{table}.{column}");
            }
        }

        return found;
    });

    static async Task<List<(string Table, string Column)>> ColumnsAsync(DbConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = TestDatabase.IsPostgres
            ? "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'"
            : "SELECT m.name, p.name FROM sqlite_master m, pragma_table_xinfo(m.name) p WHERE m.type = 'table' AND p.hidden = 0";
        await using var reader = await command.ExecuteReaderAsync(Stop);
        var columns = new List<(string, string)>();
        while (await reader.ReadAsync(Stop))
            columns.Add((reader.GetString(0), reader.GetString(1)));
        return columns;
    }
}
