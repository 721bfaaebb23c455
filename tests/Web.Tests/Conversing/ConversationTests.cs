using System.Net;
using Songthang.Domain.Notifications;
using Songthang.Domain.ServiceRequests;
using Songthang.Web.Tests.Handling;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Outbox;
using Songthang.Web.Tests.Photos;

namespace Songthang.Web.Tests.Conversing;

public sealed class ConversationTests : IAsyncLifetime
{
    const string Form = "form[action$='/message']";

    TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await OutboxTest.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Citizen_and_officer_write_to_each_other_and_both_read_one_conversation()
    {
        var request = await Given.ARequestAsync(app, it => it.ByEmail().Opened().Accepted().Asked("เสาต้นใด").Answered("ต้นที่สาม"));
        using var citizen = app.NewVisitor();
        using var officer = await Desk.OfficerAsync(app);

        await WriteAsync(citizen, request, "ไฟดับเพิ่มอีกดวง");
        await officer.ActAsync(request, Act.Write, ("Text", "ขอบคุณ ช่างจะเข้าพรุ่งนี้"));

        string[] said = ["เสาต้นใด", "ต้นที่สาม", "ไฟดับเพิ่มอีกดวง", "ขอบคุณ ช่างจะเข้าพรุ่งนี้"];
        Assert.Equal(said, Words(await citizen.GetAsync($"/r/{request.Secret}")));
        Assert.Equal(said, Words(await officer.GetAsync($"/officer/requests/{request.Reference}")));
        var rows = await app.RowsAsync();
        Assert.Contains(rows, row => row.Entry!.Kind == TimelineKind.RequesterWrote && row.Recipient == NoticeRecipient.DutyDesk);
        Assert.Contains(rows, row => row.Entry!.Kind == TimelineKind.MessageWritten && row.Recipient == NoticeRecipient.Requester);
        Assert.DoesNotContain("ไฟดับเพิ่มอีกดวง", (await citizen.GetAsync($"/reports/{request.Reference}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Photos_of_a_message_are_seen_by_both_sides_and_not_by_the_public()
    {
        var request = await Given.ARequestAsync(app, it => it.Opened());
        using var citizen = app.NewVisitor();
        using var officer = await Desk.OfficerAsync(app);

        await citizen.SubmitAsync(await citizen.GetAsync($"/r/{request.Secret}/message"), Form, [("Text", "")],
            [new FormFile("Photos.Files", "a.jpg", TestPhotos.Jpeg())]);

        var photo = Assert.Single((await Given.ReadAsync(app, request)).Photos);
        Assert.Equal((PhotoKind.Message, false), (photo.Kind, photo.IsPublic));
        var own = await citizen.GetAsync($"/r/{request.Secret}");
        Assert.Equal(HttpStatusCode.OK, (await citizen.GetAsync(own.Html.QuerySelector(".talk img")!.GetAttribute("src")!)).Status);
        Assert.True((await officer.GetAsync($"/officer/requests/{request.Reference}")).Has(".talk img"));
        Assert.Equal(HttpStatusCode.NotFound, (await citizen.GetAsync($"/photos/{photo.Key}/thumb.jpg")).Status);
    }

    [Fact]
    public async Task The_same_message_sent_twice_is_one_and_another_one_in_the_same_form_is_another()
    {
        var request = await Given.ARequestAsync(app);
        using var citizen = app.NewVisitor();
        var form = await citizen.GetAsync($"/r/{request.Secret}/message");

        await Task.WhenAll(citizen.SubmitAsync(form, Form, [("Text", "สวัสดี")]), citizen.SubmitAsync(form, Form, [("Text", "สวัสดี")]));
        await citizen.SubmitAsync(form, Form, [("Text", "สวัสดี")]);
        await citizen.SubmitAsync(form, Form, [("Text", "อีกเรื่อง")]);

        Assert.Equal(["สวัสดี", "อีกเรื่อง"], (await Given.ReadAsync(app, request)).Timeline
            .Where(entry => entry.Kind == TimelineKind.RequesterWrote).Select(entry => entry.Text));
    }

    [Fact]
    public async Task New_messages_are_counted_in_the_inbox_and_rung_until_an_officer_opens_the_request()
    {
        var request = await Given.ARequestAsync(app, it => it.Opened());
        using var citizen = app.NewVisitor();
        using var officer = await Desk.OfficerAsync(app);
        await WriteAsync(citizen, request, "หนึ่ง");
        await WriteAsync(citizen, request, "สอง");

        var inbox = await officer.GetAsync("/officer");
        Assert.Equal("ข้อความ 2", inbox.TextOf(".mark-talk"));
        Assert.Equal("1", inbox.TextOf("[data-bell-count]"));
        var page = await officer.GetAsync($"/officer/requests/{request.Reference}");
        Assert.Equal(2, page.Html.QuerySelectorAll(".talk .mark-unread").Length);
        Assert.False((await officer.GetAsync($"/officer/requests/{request.Reference}")).Has(".talk .mark-unread"));
        Assert.False((await officer.GetAsync("/officer")).Has(".mark-talk"));
    }

    [Fact]
    public async Task The_own_page_marks_what_is_new_since_the_last_visit_and_officers_see_that_it_was_read()
    {
        var request = await Given.ARequestAsync(app, it => it.Opened());
        using var citizen = app.NewVisitor();
        using var officer = await Desk.OfficerAsync(app);
        await officer.ActAsync(request, Act.Write, ("Text", "สวัสดี"));
        Assert.False((await officer.GetAsync($"/officer/requests/{request.Reference}")).Has(".talk .seen"));

        var first = await citizen.GetAsync($"/r/{request.Secret}");
        var second = await citizen.GetAsync($"/r/{request.Secret}");

        Assert.Contains("ใหม่ 1 ข้อความ", first.TextOf("#talk-title"), StringComparison.Ordinal);
        Assert.False(second.Has(".talk .mark-unread"));
        Assert.True((await officer.GetAsync($"/officer/requests/{request.Reference}")).Has(".talk .seen"));
    }

    [Fact]
    public async Task Both_can_write_for_thirty_days_after_the_end_and_then_are_told_why_not()
    {
        var request = await Given.ARequestAsync(app, it => it.Accepted().Completed());
        using var citizen = app.NewVisitor();
        app.Time.Advance(TimeSpan.FromDays(ServiceRequest.WriteDays));
        var form = await citizen.GetAsync($"/r/{request.Secret}/message");
        Assert.Equal(HttpStatusCode.Found, (await citizen.SubmitAsync(form, Form, [("Text", "ขอบคุณ")])).Status);
        using var officer = await Desk.OfficerAsync(app);
        var desk = await officer.GetAsync(Desk.AddressOf(request, Act.Write));
        app.Time.Advance(TimeSpan.FromSeconds(1));

        var late = await citizen.SubmitAsync(form, Form, [("Text", "ยังไม่ติด")]);
        var officers = await officer.SubmitAsync(await officer.GetAsync(Desk.AddressOf(request, Act.Write)), Desk.Form, [("Text", "ช้าไป")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("ยังไม่ติด", late.Words, StringComparison.Ordinal);
        Assert.False((await citizen.GetAsync($"/r/{request.Secret}")).Has("a[href$='/message']"));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity), (desk.Status, officers.Status));
        Assert.Contains("ช้าไป", officers.TextOf("textarea[name=Text]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_requester_cannot_flood_the_officers()
    {
        var request = await Given.ARequestAsync(app, it => it.Then((r, at) =>
        {
            for (var i = 0; i < ServiceRequest.MostMessagesADay; i++)
                r.WriteToOfficers($"{i}", [], at);
        }));
        using var citizen = app.NewVisitor();

        var refused = await WriteAsync(citizen, request, "อีกหนึ่ง");
        app.Time.Advance(TimeSpan.FromDays(1));
        var next = await WriteAsync(citizen, request, "วันใหม่");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Found), (refused.Status, next.Status));
        Assert.Contains("อีกหนึ่ง", refused.TextOf("textarea"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \u200B ")]
    public async Task A_message_without_words_and_photos_is_refused(string text)
    {
        var request = await Given.ARequestAsync(app);
        using var citizen = app.NewVisitor();

        var answer = await WriteAsync(citizen, request, text);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("กรุณาเขียนข้อความหรือแนบภาพ", answer.TextOf(".error-summary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_no_link_writes_to_nobody()
    {
        using var citizen = app.NewVisitor();

        Assert.Equal(HttpStatusCode.NotFound, (await citizen.GetAsync("/r/no-such-secret/message")).Status);
    }

    static async Task<Page> WriteAsync(Visitor citizen, ServiceRequest request, string text) =>
        await citizen.SubmitAsync(await citizen.GetAsync($"/r/{request.Secret}/message"), Form, [("Text", text)]);

    static IEnumerable<string> Words(Page page) => page.Html.QuerySelectorAll(".talk .words").Select(words => words.TextContent.Trim());
}
