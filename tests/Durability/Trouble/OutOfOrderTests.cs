using System.Net;
using Songthang.Web.Tests.Host;

namespace Songthang.Durability.Trouble;

/// <summary>What people and programs are told while the database or the disk is not to be had, and what is there afterwards.</summary>
public class OutOfOrderTests
{
    const string Form = "form[data-report]", SendAgain = "#send-again", Words = "ดับทั้งซอยตั้งแต่เมื่อคืน";

    static readonly TimeSpan? Soon = TimeSpan.FromSeconds(30);

    static readonly (string, string?)[] Filled =
    [
        ("Form.Fault", "lamp_out"), ("Form.Tambon", "140101"), ("Form.Road", "ถนนทดสอบ"), ("Form.Name", "ทดสอบ ใจดี"),
        ("Form.Phone", "081-234-5678"), ("Form.Acknowledged", "true"), ("Form.Symptom", Words),
    ];

    [Fact]
    public async Task A_database_that_is_away_is_said_and_what_was_sent_is_taken_once_when_it_is_back()
    {
        // A connection that is open already would not notice that the disk is read-only now.
        await using var house = await House.StartAsync(isPooled: false);
        using var citizen = new Visitor(house.Address);
        using var partner = Caller.Of(house.Address, house.ApiKey);
        var form = await citizen.GetAsync("/report");
        Assert.Equal(HttpStatusCode.Created, (await partner.ReportAsync("before")).Status);

        await house.TakeDatabaseAwayAsync();
        var away = await citizen.SubmitAsync(form, Form, Filled);
        var called = await partner.ReportAsync("away");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, Soon), (away.Status, away.Response.Headers.RetryAfter?.Delta));
        Assert.Equal(Words, away.Html.QuerySelector($"{SendAgain} input[name='Form.Symptom']")?.GetAttribute("value"));
        Assert.Contains("ข้อมูลที่กรอกยังอยู่ครบ", away.Words, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "application/problem+json", Soon, "unavailable"), (called.Status, called.MediaType, called.RetryAfter, called.Code));
        foreach (var path in (string[])["/reports", "/open311/v2/requests.json", "/api/v1/requests?page=1", "/map/reports.json?zoom=12&bbox=100,14,101,15"])
        {
            var read = await partner.GetAsync(path);
            Assert.Equal((HttpStatusCode.ServiceUnavailable, Soon, path), (read.Status, read.RetryAfter, path));
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await partner.GetAsync("/health/ready")).Status);
        Assert.Equal(HttpStatusCode.OK, (await partner.GetAsync("/health/live")).Status);
        // Sent again too early: the page comes back with everything.
        var still = await citizen.SubmitAsync(away, SendAgain);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, still.Status);

        await house.GiveDatabaseBackAsync();
        var taken = await citizen.SubmitAsync(still, SendAgain);
        var twice = await citizen.SubmitAsync(away, SendAgain);
        Assert.Equal((HttpStatusCode.Redirect, taken.Response.Headers.Location), (taken.Status, twice.Response.Headers.Location));
        Assert.Equal(HttpStatusCode.Created, (await partner.ReportAsync("away")).Status);
        Assert.Equal((await partner.ReportAsync("away")).Body.ToString(), (await partner.ReportAsync("away")).Body.ToString());
        Assert.Equal(3, await CountAsync(partner));
        await house.VerifyAsync();
    }

    [Fact]
    public async Task An_officer_is_told_too_and_is_still_signed_in_afterwards()
    {
        const string password = "ม้าแดงกระโดดข้ามรั้ว";
        await using var house = await House.StartAsync(async (house, database) =>
        {
            var folder = Directory.CreateTempSubdirectory("songthang-admin-").FullName;
            var made = await ProgramRun.EndWithAsync(database, $"{password}\n{password}\n", "admin", "create", "--user", "officer", "--role", "officer", "--data", folder);
            Assert.Equal((0, ""), (made.ExitCode, made.Errors));
            Directory.Delete(folder, recursive: true);
        }, isPooled: false);
        using var officer = new Visitor(house.Address);
        using var partner = Caller.Of(house.Address, house.ApiKey);
        var request = (await partner.ReportAsync("one")).Body.GetProperty("reference").GetString();
        Assert.Equal(HttpStatusCode.Found, (await officer.SignInAsync("officer", password)).Status);
        var page = await officer.GetAsync($"/officer/requests/{request}");
        var note = await officer.GetAsync($"/officer/requests/{request}/note");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (page.Status, note.Status));

        await house.TakeDatabaseAwayAsync();
        var away = await officer.SubmitAsync(note, "main form", [("Text", Words)]);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, Soon), (away.Status, away.Response.Headers.RetryAfter?.Delta));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await officer.GetAsync("/officer")).Status);

        await house.GiveDatabaseBackAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await officer.SubmitAsync(away, SendAgain)).Status);
        Assert.Contains(Words, (await officer.GetAsync($"/officer/requests/{request}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_is_said_leaves_nothing_half_written_and_takes_everything_again_once_there_is_room()
    {
        await using var house = await House.StartAsync();
        using var citizen = new Visitor(house.Address);
        using var partner = Caller.Of(house.Address, house.ApiKey);
        var form = await citizen.GetAsync("/report");
        Assert.Equal(HttpStatusCode.Created, (await partner.PhotoAsync("before")).Status);

        await house.FillDiskAsync();
        var photo = await partner.PhotoAsync("full");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, Soon), (photo.Status, photo.RetryAfter));
        await house.DoAsync("test $(ls \"$DATA/photos\" | wc -l) = 2");
        var kept = 0;
        if (!TestDatabase.IsPostgres)
        {
            // What the file has left takes a few.
            var refused = await FirstRefusedAsync(partner);
            kept = refused.Number;
            Assert.Equal((HttpStatusCode.ServiceUnavailable, Soon, "unavailable"), (refused.Last.Status, refused.Last.RetryAfter, refused.Last.Code));
            Assert.Equal(HttpStatusCode.OK, (await partner.GetAsync("/reports")).Status);
            var page = await citizen.SubmitAsync(form, Form, Filled);
            Assert.Equal((HttpStatusCode.ServiceUnavailable, Soon), (page.Status, page.Response.Headers.RetryAfter?.Delta));
            form = page;
        }

        Assert.Contains("disk: Unhealthy", (await partner.GetAsync("/health/ready")).Text, StringComparison.Ordinal);

        await house.MakeRoomAsync();
        Assert.Equal(HttpStatusCode.Created, (await partner.PhotoAsync("full")).Status);
        for (var number = 0; number <= kept; number++)
            Assert.Equal(HttpStatusCode.Created, (await partner.ReportAsync($"full-{number}", Long)).Status);
        // The page of the disk is the form itself or carries it.
        var sent = await citizen.SubmitAsync(form, form.Has(Form) ? Form : SendAgain, form.Has(Form) ? Filled : null);
        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.Equal(kept + 2, await CountAsync(partner));
        await house.VerifyAsync();
    }

    static string Long { get; } = new('ก', 4000);

    static async Task<(int Number, Called Last)> FirstRefusedAsync(Caller partner)
    {
        for (var number = 0; ; number++)
        {
            Assert.True(number < 1000, "A full disk takes everything.");
            var called = await partner.ReportAsync($"full-{number}", Long);
            if (called.Status != HttpStatusCode.Created)
                return (number, called);
        }
    }

    static async Task<int> CountAsync(Caller partner)
    {
        var list = await partner.GetAsync("/open311/v2/requests.json?page_size=200");
        Assert.Equal(HttpStatusCode.OK, list.Status);
        return System.Text.Json.JsonDocument.Parse(list.Text).RootElement.GetArrayLength();
    }
}
