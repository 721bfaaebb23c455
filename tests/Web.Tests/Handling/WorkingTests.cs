using System.Net;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Photos;

namespace Songthang.Web.Tests.Handling;

public class WorkingTests
{
    [Fact]
    public async Task An_officer_starts_pauses_and_completes()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Desk.ByEmailAsync(app, it => it.Accepted());
        using var officer = await Desk.OfficerAsync(app);

        await officer.ActAsync(request, Act.Start);
        await officer.ActAsync(request, Act.Pause, ("ReasonCode", "weather"), ("Text", "น้ำสูง"));
        await officer.ActAsync(request, Act.Complete, ("Ticked", "0"), ("WhatWasDone", "เสา TEST-12"));

        var after = await Given.ReadAsync(app, request);
        Assert.Equal(ServiceRequestStatus.Completed, after.Status);
        var paused = after.Timeline.Single(entry => entry.Kind == TimelineKind.WorkPaused);
        Assert.Equal(("weather", "น้ำสูง"), (paused.Detail, paused.Text));
        Assert.Equal("เปลี่ยนหลอดไฟแล้ว ไฟติดเป็นปกติ\nเสา TEST-12", after.Timeline[^1].Text);
        Assert.Equal(
            [TimelineKind.Submitted, TimelineKind.Accepted, TimelineKind.WorkStarted, TimelineKind.WorkPaused, TimelineKind.Completed],
            await Desk.ToldAsync(app, request));
    }

    [Fact]
    public async Task Photos_after_the_repair_are_kept_through_a_mistake_and_become_public()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.Accepted().Started());
        using var officer = await Desk.OfficerAsync(app);
        var form = await officer.GetAsync(Desk.AddressOf(request, Act.Complete));

        var mistake = await officer.SubmitAsync(form, Desk.Form, files: [new FormFile("Photos.Files", "after.jpg", TestPhotos.Jpeg())]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, mistake.Status);
        var key = mistake.Html.QuerySelector("[name='Photos.PhotoKeys']")!.GetAttribute("value")!;
        var done = await officer.SubmitAsync(mistake, Desk.Form, [("WhatWasDone", "เปลี่ยนหลอดแล้ว")]);

        Assert.Equal(HttpStatusCode.Found, done.Status);
        var after = await Given.ReadAsync(app, request);
        var photo = Assert.Single(after.Photos);
        Assert.Equal((key, PhotoKind.After, true), (photo.Key, photo.Kind, photo.IsPublic));
        Assert.Equal(0, await app.WithDbAsync(db => db.Uploads.CountAsync()));
    }

    [Fact]
    public async Task Adding_a_photo_alone_completes_nothing()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.Accepted().Started());
        using var officer = await Desk.OfficerAsync(app);
        var form = await officer.GetAsync(Desk.AddressOf(request, Act.Complete));

        var answer = await officer.SubmitAsync(form, Desk.Form, [("WhatWasDone", "เปลี่ยนหลอดแล้ว")],
            [new FormFile("Photos.Files", "after.jpg", TestPhotos.Jpeg())], submitter: "[name='Photos.Attach']");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("เปลี่ยนหลอดแล้ว", answer.TextOf("textarea[name=WhatWasDone]"));
        Assert.Equal(ServiceRequestStatus.InProgress, (await Given.ReadAsync(app, request)).Status);
    }

    [Fact]
    public async Task Photos_of_another_form_are_not_taken()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.Accepted().Started());
        using var officer = await Desk.OfficerAsync(app);

        var answer = await officer.ActAsync(request, Act.Complete, ("WhatWasDone", "เปลี่ยนหลอดแล้ว"), ("Photos.PhotoKeys", new string('c', 32)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(ServiceRequestStatus.InProgress, (await Given.ReadAsync(app, request)).Status);
    }

    [Fact]
    public async Task Reopening_and_withdrawing_for_the_requester_are_told_and_kept()
    {
        await using var app = await TestApp.StartAsync();
        var reopened = await Desk.ByEmailAsync(app, it => it.Accepted().Completed());
        var withdrawn = await Desk.ByEmailAsync(app);
        using var officer = await Desk.OfficerAsync(app);

        await officer.ActAsync(reopened, Act.Reopen, ("Reason", "ยังดับอยู่"));
        await officer.ActAsync(withdrawn, Act.Withdraw, ("Reason", "ผู้แจ้งโทรศัพท์มาว่าไฟติดแล้ว"));

        Assert.Equal(ServiceRequestStatus.Accepted, (await Given.ReadAsync(app, reopened)).Status);
        Assert.Equal(ServiceRequestStatus.Withdrawn, (await Given.ReadAsync(app, withdrawn)).Status);
        Assert.Equal(TimelineKind.Reopened, (await Desk.ToldAsync(app, reopened))[^1]);
        Assert.Equal(TimelineKind.Withdrawn, (await Desk.ToldAsync(app, withdrawn))[^1]);
    }

    [Fact]
    public async Task A_recorded_call_stops_steps_3_and_7_and_tells_nobody_by_email()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.From("ทดสอบ ใจดี", "0812345678", toldBy: ToldBy.Phone).Accepted().Completed());
        using var officer = await Desk.OfficerAsync(app);

        var form = await officer.GetAsync(Desk.AddressOf(request, Act.Call));
        Assert.True(form.Has("a[href='tel:0812345678']"));
        await officer.SubmitAsync(form, Desk.Form, [("Note", "แจ้งผลแล้ว")]);

        var after = await Given.ReadAsync(app, request);
        Assert.Equal((TimelineKind.RequesterCalled, Audience.Officers), (after.Timeline[^1].Kind, after.Timeline[^1].Audience));
        Assert.NotNull(after.Moments().ResultSent);
        Assert.NotNull(after.Moments().RequesterTold);
        Assert.Empty(await Desk.ToldAsync(app, request));
    }

    [Fact]
    public async Task Printing_from_the_request_is_recorded_and_opens_the_form()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.Opened().Checked());
        using var officer = await Desk.OfficerAsync(app);
        var page = await officer.GetAsync("/officer/requests/" + request.Reference);

        var answer = await officer.SubmitAsync(page, ".acts form");
        var form = await officer.GetAsync($"/officer/requests/{request.Reference}/form");

        Assert.NotNull((await Given.ReadAsync(app, request)).Moments().FormPrinted);
        Assert.Equal($"/officer/requests/{request.Reference}/form.pdf", answer.Response.Headers.Location?.ToString());
        foreach (var words in (string[])
            ["เลขที่คำร้อง ๑/๒๕๖๙", "แบบแจ้งไฟฟ้าสาธารณะขัดข้อง", "วันที่ ๒๓ เดือน พฤศจิกายน พ.ศ. ๒๕๖๙", "ทดสอบ ใจดี", "๐๘๑-๒๓๔-๕๖๗๘", "ประตูชัย",
             "แจ้งผ่านระบบอิเล็กทรอนิกส์ ไม่ต้องลงลายมือชื่อ", "ความเห็นผู้อำนวยการกองช่าง", "คำสั่งนายก อบจ.", "จึงเรียนมาเพื่อโปรดพิจารณา"])
            Assert.Contains(words, form.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_at_the_form_records_no_printing()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app);
        using var director = await app.SignInAsync(OfficerRole.Director);

        Assert.Equal(HttpStatusCode.OK, (await director.GetAsync($"/officer/requests/{request.Reference}/form")).Status);

        Assert.Null((await Given.ReadAsync(app, request)).Moments().FormPrinted);
    }
}
