using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Infrastructure.Spam;
using Songthang.Infrastructure.Uploads;
using Songthang.Web.Features.Reporting;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Photos;
using Songthang.Web.Tests.Reporting;

namespace Songthang.Web.Tests.Spam;

public class SpamTests
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    /// <summary>As it is shipped, but that a proof takes less of the test's time.</summary>
    static Dictionary<string, string?> Shipped => new()
    {
        ["Songthang:Spam:QuickSeconds"] = "4",
        ["Songthang:Spam:SenderPerHour"] = "60",
        ["Songthang:Spam:PhonePerDay"] = "10",
        ["Songthang:Spam:EmailPerDay"] = "10",
        ["Songthang:Spam:WordsPerDay"] = "5",
        ["Songthang:Spam:EveryonePerHour"] = "400",
        ["Songthang:Spam:ProofRounds"] = "50",
        ["Songthang:RateLimits:Submit:Permits"] = "1000",
    };

    [Fact]
    public async Task Whoever_sends_too_fast_is_asked_for_a_proof_or_looked_at_and_nothing_is_lost()
    {
        await using var app = await TestApp.StartAsync(settings: Shipped);
        using var citizen = app.NewVisitor();
        using var officer = await app.SignInAsync(OfficerRole.Officer);

        // A person: opens the form, takes the time, sends.
        var form = await citizen.GetAsync("/report");
        app.Time.Advance(TimeSpan.FromSeconds(30));
        var sent = await citizen.SubmitAsync(form, ReportPage.Form, ReportPage.Filled());
        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.StartsWith("/r/", sent.Response.Headers.Location!.ToString(), StringComparison.Ordinal);

        // Too fast, with a browser that computes: asked, and taken once it has. Everything typed and the photo stayed.
        var asked = await ReportPage.SendAsync(citizen, [new FormFile("Photos.Files", "lamp.jpg", TestPhotos.Jpeg(80, 60))], ("Form.Symptom", "ดับสองต้น"));
        Assert.Equal(HttpStatusCode.OK, asked.Status);
        Assert.Equal("ดับสองต้น", asked.TextOf("textarea"));
        Assert.Single(asked.Html.QuerySelectorAll(".photo img"));
        var solved = Solve(asked.Html.QuerySelector("[data-proof]")!.GetAttribute("data-proof")!);
        Assert.Equal(HttpStatusCode.Redirect, (await citizen.SubmitAsync(asked, ReportPage.Form, [("Altcha", solved), ("Form.Acknowledged", "true")])).Status);
        Assert.Equal(2, await ReportPage.CountAsync(app));

        // The same proof for another form is none; without scripts the button has it held.
        var other = await ReportPage.SendAsync(citizen, ("Altcha", solved), ("Form.Symptom", "ดับอีกต้น"));
        var held = await citizen.SubmitAsync(other, ReportPage.Form, [("Form.Acknowledged", "true")], [new FormFile("Photos.Files", "lamp.jpg", TestPhotos.Jpeg(80, 60))]);
        Assert.StartsWith("/report/held/", held.Response.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("รอเจ้าหน้าที่ตรวจ", (await citizen.FollowAsync(held)).TextOf("h1"), StringComparison.Ordinal);
        // Sent again it is still one.
        await citizen.SubmitAsync(other, ReportPage.Form, [("Form.Acknowledged", "true")]);
        Assert.Equal(1, await app.WithDbAsync(db => db.HeldReports.CountAsync(Stop)));
        Assert.Equal(2, await ReportPage.CountAsync(app));

        await TakeInAsync(app, citizen, officer, held);
        await DropAsync(app, citizen, officer);
    }

    /// <summary>The desk is told, looks, and takes it in: received when it was sent.</summary>
    static async Task TakeInAsync(TestApp app, Visitor citizen, Visitor officer, Page held)
    {
        Assert.Contains("มีเรื่องที่รอตรวจก่อนรับ 1 เรื่อง", (await officer.GetAsync("/officer")).Words, StringComparison.Ordinal);
        // What waits for an officer is not swept with what nobody sent.
        await app.WithAsync((SweepUploads sweep) => sweep.RunAsync(app.Time.GetUtcNow().UtcDateTime.AddDays(5), Stop));
        var details = await officer.GetAsync((await officer.GetAsync("/officer/held")).Html.QuerySelector("main li a")!.GetAttribute("href")!);
        Assert.Contains("ดับอีกต้น", details.Words, StringComparison.Ordinal);
        Assert.Contains("กรอกเร็วเกินกว่าคนทำได้", details.Words, StringComparison.Ordinal);
        var at = await app.WithDbAsync(db => db.HeldReports.Select(report => report.At).SingleAsync(Stop));
        app.Time.Advance(TimeSpan.FromMinutes(3));
        var taken = await officer.SubmitAsync(details, "form[action*=TakeIn]");
        Assert.Equal(HttpStatusCode.Redirect, taken.Status);
        var request = await app.WithDbAsync(db => db.ServiceRequests.Include(it => it.Photos).OrderByDescending(it => it.Id).FirstAsync(Stop));
        Assert.Equal(("ดับอีกต้น", at, 1), (request.Symptom, request.SubmittedAt, request.Photos.Count));
        Assert.Contains(request.Reference, (await citizen.FollowAsync(held)).Words, StringComparison.Ordinal);
        // A second press finds it decided.
        Assert.Contains("มีผู้ตัดสินเรื่องนี้แล้ว", (await officer.FollowAsync(await officer.SubmitAsync(details, "form[action*=TakeIn]"))).Words, StringComparison.Ordinal);
        Assert.Equal(3, await ReportPage.CountAsync(app));
        Assert.Equal("", await app.WithDbAsync(db => db.HeldReports.Select(report => report.Report + report.Phone).SingleAsync(Stop)));
    }

    /// <summary>Who fills in what nobody sees is held whatever it computes; dropped with a reason, it is told so and forgotten in time.</summary>
    static async Task DropAsync(TestApp app, Visitor citizen, Visitor officer)
    {
        var form = await citizen.GetAsync("/report");
        app.Time.Advance(TimeSpan.FromSeconds(30));
        var held = await citizen.SubmitAsync(form, ReportPage.Form, ReportPage.Filled(("Website", "https://pills.example")));
        Assert.StartsWith("/report/held/", held.Response.Headers.Location!.ToString(), StringComparison.Ordinal);
        var details = await officer.GetAsync("/officer/held/2");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.SubmitAsync(details, "form[action*=Drop]", [("Reason", " ")])).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await officer.SubmitAsync(details, "form[action*=Drop]", [("Reason", "โฆษณา")])).Status);
        Assert.Contains("โฆษณา", (await citizen.FollowAsync(held)).Words, StringComparison.Ordinal);
        var acts = await app.WithDbAsync(db => db.AuditEntries.Select(entry => entry.Action).ToListAsync(Stop));
        Assert.Contains(AuditAction.HeldReportTakenIn, acts);
        Assert.Contains(AuditAction.HeldReportDropped, acts);
        await app.WithAsync(async (SweepRecords sweep) =>
        {
            await sweep.RunAsync(app.Time.GetUtcNow().UtcDateTime.AddDays(31), Stop);
            return true;
        });
        Assert.Equal(0, await app.WithDbAsync(db => db.HeldReports.CountAsync(Stop)));
    }

    [Fact]
    public async Task Machines_from_everywhere_stay_outside_while_a_village_behind_one_address_gets_in()
    {
        await using var app = await TestApp.StartAsync(settings: Shipped);
        using var village = app.NewVisitor();
        village.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        var passed = 0;
        for (var i = 0; i < 80; i++)
        {
            using var bot = app.NewVisitor();
            bot.Client.DefaultRequestHeaders.Add("X-Forwarded-For", $"2001:db8:{i:x}::1");
            (string, string?)[] said = [("Form.Phone", $"08{i:D8}"), ("Form.Road", $"ถนนที่ {i}"), ("Form.Symptom", $"ไฟดับทั้งแถบตั้งแต่เมื่อคืนนี้ {i}")];
            // In turns: never opens the form, fills in everything, is too fast.
            var page = await bot.GetAsync("/report");
            await bot.SubmitAsync(page, ReportPage.Form, ReportPage.Filled([.. said, (i % 3) switch { 0 => ("FormTime", "made up"), 1 => ("Website", "x"), _ => ("WasAsked", "true") }]));
            if (i % 2 == 0)
                continue;
            var person = await village.GetAsync("/report");
            app.Time.Advance(TimeSpan.FromSeconds(20));
            said[0] = ("Form.Phone", $"089{i:D7}");
            passed += (await village.SubmitAsync(person, ReportPage.Form, ReportPage.Filled([.. said, ("Different", "true")]))) is { Status: HttpStatusCode.Redirect } answer
                && answer.Response.Headers.Location!.ToString().StartsWith("/r/", StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.Equal(40, passed);
        Assert.Equal(40, await ReportPage.CountAsync(app));
        Assert.InRange(await app.WithDbAsync(db => db.HeldReports.CountAsync(Stop)), 40, 80);
    }

    [Fact]
    public async Task All_nodes_count_together_and_time_empties_what_is_full()
    {
        await using var app = await TestApp.StartAsync();
        var now = app.Time.GetUtcNow().UtcDateTime;
        Pour pour = new("test", "somebody", 1, new(10, TimeSpan.FromHours(1))), others = pour with { Of = "somebody else" };

        // As many nodes at once.
        var full = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => PourAsync(pour, now)));

        Assert.Equal(10, full.Count(kinds => kinds == 0));
        Assert.Equal((1.0, 0.0), (await LookAsync(pour, now), await LookAsync(others, now)));
        Assert.Equal(0.5, await LookAsync(pour, now.AddMinutes(30)), 3);
        Assert.Equal(0, await PourAsync(pour, now.AddMinutes(6)));
        Assert.Equal(1, await PourAsync(pour, now.AddMinutes(6)));
        Assert.Equal(0.0, await LookAsync(pour, now.AddHours(3)));

        // A clock that is set back shuts nobody out.
        Assert.Equal(0, await PourAsync(others, now.AddDays(1)));
        Assert.Equal((0, 0.2), (await PourAsync(others, now), await LookAsync(others, now)));

        Task<int> PourAsync(Pour one, DateTime at) => app.WithAsync(async (Buckets buckets) => (await buckets.PourAsync([one], 1, at, Stop)).Count);

        Task<double> LookAsync(Pour one, DateTime at) => app.WithAsync(async (Buckets buckets) => (await buckets.LookAsync([one], overflow: 1, at, Stop))[one.Kind]);
    }

    /// <summary>What a browser does for seconds.</summary>
    static string Solve(string challenge)
    {
        var json = JsonDocument.Parse(challenge).RootElement;
        var asked = json.GetProperty("parameters");
        var (nonce, salt, rounds) = (asked.GetProperty("nonce").GetString()!, asked.GetProperty("salt").GetString()!, asked.GetProperty("cost").GetInt32());
        for (uint counter = 0; ; counter++)
        {
            var derived = ProofOfWork.Derive(nonce, salt, rounds, counter);
            if (derived.StartsWith(asked.GetProperty("keyPrefix").GetString()!, StringComparison.Ordinal))
                return Convert.ToBase64String(Encoding.UTF8.GetBytes($$$"""{"challenge":{{{challenge}}},"solution":{"counter":{{{counter}}},"derivedKey":"{{{derived}}}","time":1}}"""));
        }
    }
}
