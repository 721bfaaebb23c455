using System.Net;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Handling;

public class DecidingTests
{
    [Fact]
    public async Task Checking_publishes_what_the_officer_left_and_ticked()
    {
        await using var app = await TestApp.StartAsync();
        var (first, second) = (new string('a', 32), new string('b', 32));
        var request = await Given.ARequestAsync(app, it => it.Of("lamp_out", "ไฟดับหน้าบ้านสมชาย 081-234-5678").WithPhotos(first, second));
        using var officer = await Desk.OfficerAsync(app);
        var form = await officer.GetAsync(Desk.AddressOf(request, Act.Check));
        Assert.Equal("ไฟดับหน้าบ้านสมชาย 081-234-5678", form.TextOf("textarea[name=PublicSymptom]"));
        Assert.False(form.Has("[name=PublicPhotos][checked]"));

        var answer = await officer.SubmitAsync(form, Desk.Form,
            [("PublicSymptom", "ไฟดับ"), ("PublicPhotos", second), ("PlaceFound", "Yes"), ("Danger", "Yes"), ("Note", "ใกล้โรงเรียน")]);

        Assert.Equal(HttpStatusCode.Found, answer.Status);
        var after = await Given.ReadAsync(app, request);
        Assert.Equal(("ไฟดับ", true), (after.PublicSymptom, after.IsUrgent));
        Assert.Equal([second], after.Photos.Where(photo => photo.IsPublic).Select(photo => photo.Key));
        var list = Assert.Single(after.Timeline, entry => entry.Kind == TimelineKind.CheckListed);
        Assert.Equal((Audience.Officers, "place=yes danger=yes", "ใกล้โรงเรียน"), (list.Audience, list.Detail, list.Text));
        Assert.Contains("อาจเกิดอันตรายหรือไม่: อันตราย", (await officer.FollowAsync(answer)).TextOf(".story"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checking_can_keep_the_words_hidden_and_be_done_again()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app);
        using var officer = await Desk.OfficerAsync(app);

        await officer.ActAsync(request, Act.Check, ("Hide", "true"));
        var again = await officer.GetAsync(Desk.AddressOf(request, Act.Check));

        Assert.Null((await Given.ReadAsync(app, request)).PublicSymptom);
        Assert.True(again.Has("[name=Hide][checked]"));
        await officer.SubmitAsync(again, Desk.Form, [("Hide", null)]);
        Assert.Equal("ไฟดับหน้าบ้าน", (await Given.ReadAsync(app, request)).PublicSymptom);
    }

    [Fact]
    public async Task Accepting_tells_the_requester_and_starts_the_seven_days()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Desk.ByEmailAsync(app, it => it.Checked());
        using var officer = await Desk.OfficerAsync(app);

        await officer.ActAsync(request, Act.Accept, ("Message", " จะไปดูพรุ่งนี้\u200B "));

        var after = await Given.ReadAsync(app, request);
        Assert.Equal(ServiceRequestStatus.Accepted, after.Status);
        Assert.Equal("จะไปดูพรุ่งนี้", after.Timeline[^1].Text);
        Assert.Equal(app.Time.GetUtcNow().UtcDateTime, after.AcceptedAt);
        Assert.Equal([TimelineKind.Submitted, TimelineKind.Accepted], await Desk.ToldAsync(app, request));
    }

    [Fact]
    public async Task Accepting_before_the_check_leads_to_the_check()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app);
        using var officer = await Desk.OfficerAsync(app);

        var page = await officer.GetAsync(Desk.AddressOf(request, Act.Accept));
        var forced = await officer.SubmitAsync(page, Desk.Form);

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.True(page.Has($".refused a[href='/officer/requests/{request.Reference}/check']"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forced.Status);
        Assert.Contains("กรุณาตรวจสอบข้อมูลก่อนรับเรื่อง", forced.TextOf(".error-summary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_may_begin_with_a_ready_one_and_is_due_in_seven_days()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Desk.ByEmailAsync(app);
        using var officer = await Desk.OfficerAsync(app);
        var form = await officer.GetAsync(Desk.AddressOf(request, Act.Ask) + "?template=ask-pole");
        Assert.Contains("30 พฤศจิกายน 2569", form.Words, StringComparison.Ordinal);

        await officer.SubmitAsync(form, Desk.Form, [("Wanted", "pole-number"), ("Wanted", "photo-pole")]);

        var after = await Given.ReadAsync(app, request);
        Assert.Equal(ServiceRequestStatus.AwaitingInformation, after.Status);
        Assert.Equal(("กรุณาแจ้งหมายเลขที่ติดอยู่บนเสาไฟ หรือส่งภาพป้ายหมายเลขเสา", "photo-pole,pole-number"),
            (after.Timeline[^1].Text, after.Timeline[^1].Detail));
        Assert.Equal("30 พฤศจิกายน 2569 เวลา 23.59 น.", ThaiDates.LongDateAndTime(after.AnswerBy!.Value));
        Assert.Equal([TimelineKind.Submitted, TimelineKind.InformationAsked], await Desk.ToldAsync(app, request));
    }

    [Theory]
    [InlineData("2026-11-22")]
    [InlineData("2026-11-23")]
    [InlineData("2026-12-24")]
    [InlineData("13 กันยายน 2565")]
    public async Task A_day_to_answer_by_that_is_not_within_thirty_days_is_refused(string answerBy)
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app);
        using var officer = await Desk.OfficerAsync(app);

        var answer = await officer.ActAsync(request, Act.Ask, ("Text", "อยู่ฝั่งใด"), ("AnswerBy", answerBy));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.True(answer.Has(".error-summary"));
        Assert.Equal("อยู่ฝั่งใด", answer.TextOf("textarea[name=Text]"));
    }

    [Fact]
    public async Task Declining_shows_first_what_the_requester_will_read()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Desk.ByEmailAsync(app);
        using var officer = await Desk.OfficerAsync(app);
        var form = await officer.GetAsync(Desk.AddressOf(request, Act.Decline));

        var preview = await officer.SubmitAsync(form, Desk.Form, [("ReasonCode", "working"), ("Text", "ไปดูแล้วไฟติด")], submitter: "[value=preview]");

        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Contains("ตรวจสอบแล้วไฟติดเป็นปกติ", preview.TextOf(".preview"), StringComparison.Ordinal);
        Assert.Contains("ไปดูแล้วไฟติด", preview.TextOf(".preview"), StringComparison.Ordinal);
        Assert.Equal(ServiceRequestStatus.Submitted, (await Given.ReadAsync(app, request)).Status);

        var edit = await officer.SubmitAsync(preview, Desk.Form, submitter: "[value=edit]");
        Assert.Equal("ไปดูแล้วไฟติด", edit.TextOf("textarea[name=Text]"));
        Assert.True(edit.Has("#reason-working[checked]"));

        var done = await officer.SubmitAsync(preview, Desk.Form, submitter: "[value=send]");

        Assert.Equal(HttpStatusCode.Found, done.Status);
        var after = await Given.ReadAsync(app, request);
        Assert.Equal(ServiceRequestStatus.Declined, after.Status);
        Assert.Equal(("ไปดูแล้วไฟติด", "working"), (after.Timeline[^1].Text, after.Timeline[^1].Detail));
        Assert.Equal([TimelineKind.Submitted, TimelineKind.Declined], await Desk.ToldAsync(app, request));
    }

    [Fact]
    public async Task Declining_knows_only_the_reasons_of_the_list()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app);
        using var officer = await Desk.OfficerAsync(app);

        var answer = await officer.ActAsync(request, Act.Decline, ("ReasonCode", "lazy"), ("Text", "ไม่ทำ"), ("Step", "send"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(ServiceRequestStatus.Submitted, (await Given.ReadAsync(app, request)).Status);
    }
}
