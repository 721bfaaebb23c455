using System.Net;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.ServiceRequests;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Photos;

namespace Songthang.Web.Tests.Reporting;

/// <summary>Without scripts: what was reported nearby is shown between sending and being received.</summary>
public sealed class AlreadyReportedTests : IAsyncLifetime
{
    TestApp app = null!;
    Visitor visitor = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        visitor = app.NewVisitor();
    }

    public ValueTask DisposeAsync()
    {
        visitor.Dispose();
        return app.DisposeAsync();
    }

    Task<ServiceRequest> KnownAsync(Func<Story, Story>? tell = null, string fault = "lamp_out") => Given.ARequestAsync(app, it =>
    {
        it.Of(fault, "ความลับในข้อความ").Sent(s => s with { Place = s.Place with { PoleNumber = "อย.7/12" } });
        return tell is null ? it : tell(it);
    });

    static (string, string?)[] At(double north, params (string, string?)[] more) =>
        [("Form.Latitude", (14.352_123 + north).ToString(System.Globalization.CultureInfo.InvariantCulture)), ("Form.Longitude", "100.561987"), .. more];

    Task<Page> SendAsync(params (string Name, string? Value)[] fields) => ReportPage.SendAsync(visitor, fields);

    async Task<string> TokenAsync() =>
        (await visitor.GetAsync("/report")).Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    Task<Page> AskAsync(string token, (string Name, string? Value)[] place) =>
        visitor.PostAsync("/report/nearby", [.. place.Select(field => (field.Name, field.Value!)), ("__RequestVerificationToken", token)]);

    [Fact]
    public async Task Who_reports_a_place_again_is_shown_the_report_and_keeps_the_form_with_its_photos()
    {
        var known = await KnownAsync(it => it.Checked("ไฟดับ"));

        var page = await ReportPage.SendAsync(visitor, [new("Photos.Files", "lamp.jpg", TestPhotos.Jpeg())], At(0.0005, ("Form.Symptom", "ดับสนิท")));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(1, await ReportPage.CountAsync(app));
        var shown = page.TextOf(".nearby");
        Assert.Contains("มีผู้แจ้งจุดนี้แล้ว", shown, StringComparison.Ordinal);
        Assert.Contains(known.Reference, shown, StringComparison.Ordinal);
        Assert.Contains("ห่างไม่เกิน 60 เมตร", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("ความลับ", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ใจดี", shown, StringComparison.Ordinal);
        Assert.Equal("ดับสนิท", page.TextOf("#Form_Symptom"));
        Assert.True(page.Has(".photo img"));

        var receipt = await visitor.FollowAsync(await visitor.SubmitAsync(page, ReportPage.Form, submitter: "button[name=Different]"));
        Assert.Equal(2, await ReportPage.CountAsync(app));
        Assert.True(receipt.Has(".receipt"));
        Assert.Equal(1, await app.WithDbAsync(db => db.Photos.CountAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Following_instead_takes_the_contact_along_and_stores_no_report()
    {
        var known = await KnownAsync();
        var page = await SendAsync(At(0, ("Form.Email", "mana@example.com")));

        var follow = await visitor.SubmitAsync(page, ReportPage.Form, submitter: ".nearby button[formaction]");

        Assert.Equal(HttpStatusCode.OK, follow.Status);
        Assert.Equal($"/reports/{known.Reference}/follow?handler=Instead", follow.Address.PathAndQuery);
        Assert.Equal("mana@example.com", follow.Html.QuerySelector("#Email")!.GetAttribute("value"));
        var done = await visitor.SubmitAsync(follow, "main form", [("Acknowledged", "true")]);
        Assert.StartsWith("/follow/", done.Response.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, await ReportPage.CountAsync(app));
    }

    [Theory]
    [InlineData("wire_down", 0)]
    [InlineData("lamp_out", 0.0030)]
    public async Task Another_kind_of_fault_or_another_place_is_received_at_once(string fault, double north)
    {
        await KnownAsync();

        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(At(north, ("Form.Fault", fault)))).Status);
    }

    [Fact]
    public async Task A_lamp_of_the_same_stretch_is_of_the_same_kind_and_what_is_settled_is_not_shown()
    {
        await KnownAsync(it => it.Accepted().Completed());
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(At(0))).Status);

        Assert.True((await SendAsync(At(0, ("Form.Fault", "section_out")))).Has(".nearby"));
    }

    [Fact]
    public async Task The_same_pole_number_is_enough()
    {
        await KnownAsync();

        var page = await SendAsync(("Form.PoleNumber", "อย 7-12"));

        Assert.Contains("หมายเลขเสาเดียวกัน", page.TextOf(".nearby"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_pole_is_offered_whatever_is_wrong_with_it_and_by_whichever_name_it_is_told()
    {
        var known = await KnownAsync();
        await app.WithDbAsync(db =>
        {
            db.Poles.Add(Given.APole(1, "อย.7/12", 14.352_123, 100.561_987));
            return db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        foreach (var number in new[] { "อย 7-12", "000001-3" })
        {
            var page = await SendAsync(("Form.PoleNumber", number), ("Form.Fault", "stolen"));
            Assert.Contains(known.Reference, page.TextOf(".nearby"), StringComparison.Ordinal);
            Assert.Contains("เสาต้นเดียวกัน แต่คนละอาการ", page.TextOf(".nearby"), StringComparison.Ordinal);
        }

        // Near it, without the number, something else is another matter.
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(At(0.0002, ("Form.Fault", "stolen")))).Status);
    }

    [Theory]
    [InlineData("lamp_out")]
    [InlineData("wire_down")]
    public async Task Danger_is_received_at_once_whatever_is_reported_there_already(string knownFault)
    {
        var known = await KnownAsync(fault: knownFault);
        var form = At(0, ("Form.PoleNumber", "อย 7-12"), ("Form.Fault", "wire_down"));

        // Offered while the form is filled in, and no hurdle when it is sent.
        Assert.Contains(known.Reference, (await AskAsync(await TokenAsync(), form)).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(form)).Status);
        Assert.Equal(2, await ReportPage.CountAsync(app));
    }

    [Fact]
    public async Task Of_a_report_that_nobody_has_checked_neither_distance_nor_words_are_shown()
    {
        await KnownAsync();

        var shown = (await SendAsync(At(0.0001))).TextOf(".nearby");

        Assert.Contains("ในบริเวณเดียวกัน", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("ห่างไม่เกิน", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("ตรงข้ามร้านตัวอย่าง", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asking_from_many_places_does_not_tell_where_an_unchecked_report_is()
    {
        await KnownAsync();
        await Given.ARequestAsync(app, it => it.Of("lamp_out").Sent(s => s with { Place = s.Place with { Latitude = 14.402_123, Longitude = 100.562_1 } }));
        await Given.ARequestAsync(app, it => it.Of("lamp_out").Sent(s => s with { Place = s.Place with { Latitude = 14.402_060, Longitude = 100.561_9 } }));

        // Two reports within one square of the grid answer alike from everywhere: one sees both or none.
        var token = await TokenAsync();
        var seenTwo = 0;
        for (var north = -0.0016; north < 0.0016; north += 0.0001)
        {
            var seen = (await AskAsync(token, At(0.05 + north))).Html.QuerySelectorAll("li").Length;
            Assert.True(seen is 0 or 2, $"{seen} seen from {north}");
            seenTwo += seen / 2;
        }

        Assert.InRange(seenTwo, 10, 30);
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_not_shown_its_own_report()
    {
        var page = await visitor.GetAsync("/report");
        var fields = ReportPage.Filled(At(0));

        var answers = new[] { await visitor.SubmitAsync(page, ReportPage.Form, fields), await visitor.SubmitAsync(page, ReportPage.Form, fields) };

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.Status));
        Assert.Equal(1, await ReportPage.CountAsync(app));
    }

    [Fact]
    public async Task What_was_said_to_be_another_place_is_not_asked_again_but_news_are()
    {
        var first = await KnownAsync();
        var page = await SendAsync(At(0));
        var second = await KnownAsync();

        var again = await visitor.SubmitAsync(page, ReportPage.Form, submitter: "button[name=Different]");

        Assert.Contains(second.Reference, again.TextOf(".nearby"), StringComparison.Ordinal);
        Assert.DoesNotContain(first.Reference, again.TextOf(".nearby"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.SubmitAsync(again, ReportPage.Form, submitter: "button[name=Different]")).Status);
    }

    [Fact]
    public async Task The_part_that_scripts_ask_for_says_the_same_and_is_limited()
    {
        var known = await KnownAsync();
        var token = await TokenAsync();

        var part = await AskAsync(token, At(0));
        var nothing = await AskAsync(token, At(0.1));

        Assert.Contains(known.Reference, part.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", part.Text, StringComparison.Ordinal);
        Assert.Equal("", nothing.Text.Trim());
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/report/nearby")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync("/report/nearby", [.. At(0).Select(f => (f.Item1, f.Item2!))])).Status);
    }
}
