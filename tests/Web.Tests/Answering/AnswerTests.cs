using System.Net;
using Songthang.Domain.ServiceRequests;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Photos;

namespace Songthang.Web.Tests.Answering;

public class AnswerTests
{
    const string Form = "main form";

    [Fact]
    public async Task The_requester_answers_and_the_report_goes_on()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.Accepted().Asked("เสาต้นใด"));
        using var visitor = app.NewVisitor();
        var own = await visitor.GetAsync($"/r/{request.Secret}");
        Assert.Contains("เสาต้นใด", own.TextOf(".message-question"), StringComparison.Ordinal);

        var form = await visitor.GetAsync(own.Html.QuerySelector(".message-question a")!.GetAttribute("href")!);
        var page = await visitor.FollowAsync(await visitor.SubmitAsync(form, Form, [("Text", "ต้นที่สามจากแยก")]));

        Assert.Contains("ได้รับข้อมูลเพิ่มเติมของท่านแล้ว", page.TextOf(".flash"), StringComparison.Ordinal);
        Assert.Contains("ต้นที่สามจากแยก", page.TextOf(".timeline"), StringComparison.Ordinal);
        var stored = await Given.ReadAsync(app, request);
        Assert.Equal((ServiceRequestStatus.Accepted, true), (stored.Status, stored.IsUnread));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ​﻿ ")]
    public async Task An_empty_answer_is_asked_for_again(string text)
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.Asked());
        using var visitor = app.NewVisitor();

        var page = await visitor.SubmitAsync(await visitor.GetAsync($"/r/{request.Secret}/answer"), Form, [("Text", text)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("กรุณาเขียนคำตอบหรือแนบไฟล์", page.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.True(page.Has("textarea"));
    }

    [Fact]
    public async Task An_answer_that_is_too_long_keeps_its_text()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.Asked());
        using var visitor = app.NewVisitor();
        var text = new string('ก', 4001);

        var page = await visitor.SubmitAsync(await visitor.GetAsync($"/r/{request.Secret}/answer"), Form, [("Text", text)]);

        Assert.Contains("ข้อความยาวเกินไป", page.TextOf(".error-summary a[href='#Text']"), StringComparison.Ordinal);
        Assert.Equal(text, page.TextOf("textarea"));
    }

    [Theory]
    [InlineData("answered", "ได้รับคำตอบของท่านแล้ว")]
    [InlineData("lapsed", "ครบกำหนดตอบแล้ว")]
    [InlineData("declined", "ขณะนี้ไม่มีคำถามที่รอคำตอบจากท่าน")]
    public async Task An_answer_that_is_not_awaited_any_more_is_told_so_politely_and_kept(string meanwhile, string words)
    {
        await using var app = await TestApp.StartAsync();
        // Past its time, but the clock stands still: the program itself does not let it lapse before the test does.
        var request = await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 8).Asked());
        using var visitor = app.NewVisitor();
        var form = await visitor.GetAsync($"/r/{request.Secret}/answer");
        await Given.LaterAsync(app, request, it => meanwhile switch
        {
            "answered" => it.Answered(),
            "lapsed" => it.Lapsed(),
            _ => it.Declined(),
        });

        var page = await visitor.SubmitAsync(form, Form, [("Text", "คำตอบที่พิมพ์ไว้")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(words, page.TextOf("main"), StringComparison.Ordinal);
        Assert.Contains("คำตอบที่พิมพ์ไว้", page.TextOf(".typed"), StringComparison.Ordinal);
        Assert.Contains(words, (await visitor.GetAsync($"/r/{request.Secret}/answer")).TextOf("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_to_an_older_question_does_not_pass_for_one_to_the_new()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.Asked("คำถามแรก"));
        using var visitor = app.NewVisitor();
        var form = await visitor.GetAsync($"/r/{request.Secret}/answer");
        await Given.LaterAsync(app, request, it => it.Answered("ตอบแล้วจากเครื่องอื่น").Asked("คำถามที่สอง"));

        var page = await visitor.SubmitAsync(form, Form, [("Text", "คำตอบแรก")]);

        Assert.Contains("คำถามใหม่", page.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.Contains("คำถามที่สอง", page.TextOf(".message-question"), StringComparison.Ordinal);
        Assert.Equal("คำตอบแรก", page.TextOf("textarea"));
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.SubmitAsync(page, Form)).Status);
    }

    [Fact]
    public async Task Nothing_asked_is_said_plainly()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app);
        using var visitor = app.NewVisitor();

        var page = await visitor.GetAsync($"/r/{request.Secret}/answer");

        Assert.Contains("ไม่มีคำถามที่รอคำตอบจากท่าน", page.TextOf("main"), StringComparison.Ordinal);
        Assert.False(page.Has(Form));
    }

    [Fact]
    public async Task Photos_of_an_answer_arrive_with_it_also_without_words()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.Asked());
        using var visitor = app.NewVisitor();
        var form = await visitor.GetAsync($"/r/{request.Secret}/answer");

        var attached = await visitor.SubmitAsync(form, Form, [("Text", "กำลังพิมพ์"), ("Photos.Attach", "true")],
            [new FormFile("Photos.Files", "pole.jpg", TestPhotos.Jpeg())]);
        var page = await visitor.FollowAsync(await visitor.SubmitAsync(attached, Form, [("Text", "")]));

        Assert.Equal(HttpStatusCode.OK, attached.Status);
        Assert.Equal("กำลังพิมพ์", attached.TextOf("textarea"));
        var photo = Assert.Single((await Given.ReadAsync(app, request)).Photos);
        Assert.Equal((PhotoKind.Answer, false), (photo.Kind, photo.IsPublic));
        var address = page.Html.QuerySelector(".photo-list img")!.GetAttribute("src")!;
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(address)).Status);
    }

    [Fact]
    public async Task A_file_that_is_no_photo_is_said_beside_the_field_and_the_text_stays()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.Asked());
        using var visitor = app.NewVisitor();

        var page = await visitor.SubmitAsync(await visitor.GetAsync($"/r/{request.Secret}/answer"), Form,
            [("Text", "คำตอบ")], [new FormFile("Photos.Files", "notes.jpg", TestPhotos.TextNamedJpg())]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.True(page.Has(".photo-field .field-error"));
        Assert.Equal("คำตอบ", page.TextOf("textarea"));
        Assert.Equal(ServiceRequestStatus.AwaitingInformation, (await Given.ReadAsync(app, request)).Status);
    }
}
