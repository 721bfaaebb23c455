using System.Net;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Handling;

public class ReadingTests
{
    [Fact]
    public async Task The_page_tells_everything_about_a_request()
    {
        await using var app = await TestApp.StartAsync();
        var photo = new string('a', 32);
        var request = await Desk.ByEmailAsync(app, it => it.Of("wire_down", "สายห้อยลงมาถึงพื้น").WithPhotos(photo).Opened().Checked("สายห้อย").Noted("โทรหาเวรแล้ว"));
        using var officer = await Desk.OfficerAsync(app);

        var page = await officer.GetAsync("/officer/requests/" + request.Reference);

        foreach (var word in (string[])
            [request.Reference, "เลขที่คำร้อง", "รอรับเรื่อง", "เร่งด่วน", "อันตราย", "สายไฟขาดหรือหย่อน", "สายห้อยลงมาถึงพื้น", "สายห้อย", "ถนนทดสอบ",
             "ตรงข้ามร้านตัวอย่าง", "ต.ประตูชัย อ.พระนครศรีอยุธยา", "TEST-12", "ทดสอบ ใจดี", "081-234-5678", "reporter@example.org",
             "23 พฤศจิกายน 2569 เวลา 10.00 น.", "สมศรี ทดสอบ", "โทรหาเวรแล้ว", "หน้าเว็บ"])
            Assert.Contains(word, page.Words, StringComparison.Ordinal);
        Assert.True(page.Has("a[href='tel:0812345678']"));
        Assert.True(page.Has("a[href='geo:14.352123,100.561987']"));
        Assert.True(page.Has($"a[href='/officer/photos/{photo}/full.jpg'] img"));
        Assert.Equal(7, page.Html.QuerySelectorAll("table tbody tr").Length);
        Assert.Equal("รับเรื่อง", page.TextOf(".act-main"));
        var note = page.Html.QuerySelectorAll(".story li").First(entry => entry.TextContent.Contains("โทรหาเวรแล้ว", StringComparison.Ordinal));
        Assert.Contains("เฉพาะเจ้าหน้าที่", note.TextContent, StringComparison.Ordinal);
        Assert.Contains("รอส่ง", page.TextOf(".messages"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_map_comes_only_with_a_position()
    {
        await using var app = await TestApp.StartAsync();
        var known = await Given.ARequestAsync(app);
        var unknown = await Given.ARequestAsync(app, it => it.Sent(s => s with { Place = s.Place with { Latitude = null, Longitude = null } }));
        using var officer = await Desk.OfficerAsync(app);

        var (with, without) = (await officer.GetAsync("/officer/requests/" + known.Reference), await officer.GetAsync("/officer/requests/" + unknown.Reference));

        Assert.True(with.Has("[data-map][data-latitude='14.352123']"));
        Assert.Contains("/dist/map", with.Text, StringComparison.Ordinal);
        Assert.False(without.Has("[data-map]"));
        Assert.DoesNotContain("/dist/map", without.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_people_wrote_is_shown_and_not_run()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.Of("other", "<script>alert(1)</script>").Noted("<img src=x onerror=alert(1)>"));
        using var officer = await Desk.OfficerAsync(app);

        var page = await officer.GetAsync("/officer/requests/" + request.Reference);

        Assert.Contains("<script>alert(1)</script>", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page.Text, StringComparison.Ordinal);
        Assert.False(page.Has("img[src=x]"));
    }

    [Fact]
    public async Task A_step_that_took_too_long_says_by_how_much()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app);
        using var director = await app.SignInAsync(OfficerRole.Director);
        app.Time.Advance(TimeSpan.FromMinutes(25));

        var page = await director.GetAsync("/officer/requests/" + request.Reference);

        Assert.Equal("เกิน 20 นาที", page.TextOf("table .overdue"));
    }

    [Fact]
    public async Task A_message_that_was_given_up_asks_for_a_call()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Desk.ByEmailAsync(app);
        await app.WithDbAsync(db => db.Outbox.ExecuteUpdateAsync(set => set
            .SetProperty(message => message.GivenUpAt, app.Time.GetUtcNow().UtcDateTime)
            .SetProperty(message => message.NextAttemptAt, (DateTime?)null).SetProperty(message => message.LastError, "550 no such mailbox")));
        using var officer = await Desk.OfficerAsync(app);

        var page = await officer.GetAsync("/officer/requests/" + request.Reference);

        Assert.Contains("กรุณาแจ้งทางโทรศัพท์", page.TextOf(".messages"), StringComparison.Ordinal);
        Assert.Contains("550 no such mailbox", page.TextOf(".messages"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_way_back_keeps_the_filters_of_the_list_and_never_leaves_the_site()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app);
        using var officer = await Desk.OfficerAsync(app);
        var list = Uri.EscapeDataString("/officer?status=submitted&page=2");

        var page = await officer.GetAsync($"/officer/requests/{request.Reference}?return={list}");
        var form = await officer.GetAsync(page.Html.QuerySelector(".act-main")!.GetAttribute("href")!);
        var after = await officer.FollowAsync(await officer.SubmitAsync(form, Desk.Form));
        var foreign = await officer.GetAsync($"/officer/requests/{request.Reference}?return={Uri.EscapeDataString("https://example.org/")}");

        Assert.Equal("/officer?status=submitted&page=2", page.Html.QuerySelector(".back-link")!.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.OK, after.Status);
        Assert.Equal("/officer?status=submitted&page=2", after.Html.QuerySelector(".back-link")!.GetAttribute("href"));
        Assert.Equal("/officer", foreign.Html.QuerySelector(".back-link")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData(ToldBy.Phone, "แจ้งทางโทรศัพท์แล้ว")]
    [InlineData(ToldBy.OwnPage, null)]
    public async Task A_result_that_was_not_told_asks_for_a_call(ToldBy toldBy, string? main)
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.From("ทดสอบ ใจดี", "0812345678", toldBy: toldBy).Accepted().Completed());
        using var officer = await Desk.OfficerAsync(app);

        var page = await officer.GetAsync("/officer/requests/" + request.Reference);

        Assert.Equal(main, page.Html.QuerySelector(".act-main")?.TextContent.Trim());
    }
}
