using System.Net;
using Songthang.Domain.Assets;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Photos;

namespace Songthang.Web.Tests.Poles;

public class RegistryTests
{
    static readonly (string, string?)[] Typed =
    [
        ("Form.Number", "อบจ.อย. ๑๕-๕๘"), ("Form.Latitude", "14.356092"), ("Form.Longitude", "100.723849"), ("Form.Road", "ถนนทดสอบ"),
        ("Form.Side", "Left"), ("Form.Lamp", "led"), ("Form.Power", "120"), ("Form.Cabinet", "ตู้ 15-1"), ("Form.Circuit", "C1"),
        ("Form.InstalledOn", "2564-01-31"), ("Form.WarrantyUntil", "2023-01-31"), ("Form.Notes", "ข้างวัด"),
    ];

    [Fact]
    public async Task An_officer_registers_a_pole_edits_it_and_sees_what_changed()
    {
        await using var app = await TestApp.StartAsync();
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        var sent = await officer.SubmitAsync(await officer.GetAsync("/officer/poles/new"), "main form", Typed);
        Assert.Equal("/officer/poles/000001-3", sent.Response.Headers.Location!.ToString());
        var page = await officer.FollowAsync(sent);
        Assert.Contains("31 มกราคม 2564", page.Words, StringComparison.Ordinal);
        Assert.Contains("ต.สามบัณฑิต อ.อุทัย", page.Words, StringComparison.Ordinal);
        Assert.Contains("31 มกราคม 2576", page.Words, StringComparison.Ordinal);

        var edited = await officer.SubmitAsync(await officer.GetAsync("/officer/poles/000001-3/edit"), "main form", [("Form.Power", "90"), ("Form.Lamp", "hps")]);
        page = await officer.FollowAsync(edited);
        Assert.Contains("120 → 90", page.Words, StringComparison.Ordinal);
        Assert.Contains("แอลอีดี (LED) → โซเดียมความดันสูง", page.Words, StringComparison.Ordinal);
        var audited = await app.WithDbAsync(db => Task.FromResult(db.AuditEntries.Where(entry => entry.SubjectKind == AuditSubjectKind.Pole).Select(entry => entry.Action).ToList()));
        Assert.Equal([AuditAction.PoleRegistered, AuditAction.PoleCorrected], audited);
    }

    [Fact]
    public async Task What_cannot_be_so_is_said_beside_its_field_and_nothing_typed_is_lost()
    {
        await using var app = await TestApp.StartAsync();
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        var page = await officer.SubmitAsync(
            await officer.GetAsync("/officer/poles/new"), "main form",
            [("Form.Latitude", "100.723849"), ("Form.Longitude", "14.356092"), ("Form.Power", "สว่างมาก")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("สลับกัน", page.TextOf("#Form_Latitude-error"), StringComparison.Ordinal);
        Assert.Contains("ไม่ใช่จำนวนเต็ม", page.TextOf("#Form_Power-error"), StringComparison.Ordinal);
        Assert.Equal("สว่างมาก", page.Html.QuerySelector("#Form_Power")!.GetAttribute("value"));
        Assert.Equal(0, await app.WithDbAsync(db => Task.FromResult(db.Poles.Count())));
    }

    [Fact]
    public async Task One_number_and_one_place_name_one_pole_in_use()
    {
        await using var app = await TestApp.StartAsync();
        await AddAsync(app, Given.APole(1, "15-58", 14.35, 100.56), Given.APole(2, "", 14.36, 100.56));
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        var form = await officer.GetAsync("/officer/poles/new");
        var same = await officer.SubmitAsync(form, "main form", [("Form.Number", "อบจ.อย. 15/58"), ("Form.Latitude", "14.4"), ("Form.Longitude", "100.56")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, same.Status);
        Assert.Contains("000001-3 แล้ว", same.Words, StringComparison.Ordinal);
        var near = await officer.SubmitAsync(form, "main form", [("Form.Number", "9-9"), ("Form.Latitude", "14.360004"), ("Form.Longitude", "100.56")]);
        Assert.Contains("อยู่ที่ตำแหน่งนี้แล้ว", near.Words, StringComparison.Ordinal);
        // The same form twice is one pole.
        Assert.Equal(HttpStatusCode.Found, (await officer.SubmitAsync(form, "main form", [("Form.Latitude", "14.37"), ("Form.Longitude", "100.56")])).Status);
        Assert.Equal(HttpStatusCode.Found, (await officer.SubmitAsync(form, "main form", [("Form.Latitude", "14.38"), ("Form.Longitude", "100.56")])).Status);
        Assert.Equal(3, await app.WithDbAsync(db => Task.FromResult(db.Poles.Count())));
    }

    [Fact]
    public async Task Of_two_officers_who_edit_the_second_is_told_and_can_save_then()
    {
        await using var app = await TestApp.StartAsync();
        await AddAsync(app, Given.APole(1, "15-58", 14.35, 100.56));
        using var one = await app.SignInAsync(OfficerRole.Officer);
        using var two = await app.SignInAsync(OfficerRole.Administrator);
        var (first, second) = (await one.GetAsync("/officer/poles/000001-3/edit"), await two.GetAsync("/officer/poles/000001-3/edit"));
        Assert.Equal(HttpStatusCode.Found, (await one.SubmitAsync(first, "main form", [("Form.Power", "90")])).Status);
        // The same once more is a double click.
        Assert.Equal(HttpStatusCode.Found, (await one.SubmitAsync(first, "main form", [("Form.Power", "90")])).Status);
        var told = await two.SubmitAsync(second, "main form", [("Form.Road", "ถนนใหม่")]);
        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Contains("90", told.TextOf(".meanwhile"), StringComparison.Ordinal);
        Assert.Equal("ถนนใหม่", told.Html.QuerySelector("#Form_Road")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Found, (await two.SubmitAsync(told, "main form")).Status);
    }

    [Fact]
    public async Task A_pole_is_retired_and_taken_back_and_never_deleted()
    {
        await using var app = await TestApp.StartAsync();
        await AddAsync(app, Given.APole(1, "15-58", 14.35, 100.56));
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        var without = await officer.SubmitAsync(await officer.GetAsync("/officer/poles/000001-3/retire"), "main form");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.Status);
        var retired = await officer.FollowAsync(await officer.SubmitAsync(without, "main form", [("Reason", "ถูกรถชนล้ม")]));
        Assert.Contains("เลิกใช้ตั้งแต่ 23 พฤศจิกายน 2569", retired.Words, StringComparison.Ordinal);
        Assert.Empty((await officer.GetAsync("/officer/poles")).Html.QuerySelectorAll(".poles tbody tr"));
        Assert.Single((await officer.GetAsync("/officer/poles?use=retired")).Html.QuerySelectorAll(".poles tbody tr"));
        var back = await officer.FollowAsync(await officer.SubmitAsync(await officer.GetAsync("/officer/poles/000001-3/return"), "main form"));
        Assert.Contains("ถูกรถชนล้ม", back.Words, StringComparison.Ordinal);
        Assert.Single((await officer.GetAsync("/officer/poles")).Html.QuerySelectorAll(".poles tbody tr"));
    }

    [Fact]
    public async Task Photos_go_the_way_of_all_uploads()
    {
        await using var app = await TestApp.StartAsync();
        await AddAsync(app, Given.APole(1, "15-58", 14.35, 100.56));
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        var sent = await officer.SubmitAsync(
            await officer.GetAsync("/officer/poles/000001-3/photos"), "main form", files: [new("Photos.Files", "pole.jpg", TestPhotos.Jpeg())]);
        var page = await officer.FollowAsync(sent);
        var picture = page.Html.QuerySelector(".photo-choices img")!.GetAttribute("src")!;
        Assert.Equal("image/jpeg", (await officer.GetAsync(picture)).Response.Content.Headers.ContentType!.MediaType);
        using var stranger = app.NewVisitor();
        Assert.NotEqual(HttpStatusCode.OK, (await stranger.GetAsync(picture)).Status);
        var key = picture.Split('/')[3];
        page = await officer.FollowAsync(await officer.SubmitAsync(await officer.GetAsync("/officer/poles/000001-3/photos"), "main form", [("TakeOff", key)]));
        Assert.False(page.Has(".photo-choices"));
    }

    [Fact]
    public async Task The_list_is_searched_filtered_sorted_and_paged_by_key()
    {
        await using var app = await TestApp.StartAsync();
        await AddAsync(app, [.. Enumerable.Range(1, 30).Select(number => Given.APole(
            number, $"อบจ.อย. 15-{number}", 14.3 + number * 0.001, 100.56, known: facts => facts with
            {
                Road = number % 2 == 0 ? "ถนนโรจนะ" : "ถนนสายเอเชีย",
                CabinetCode = number <= 4 ? "ตู้ 1" : "ตู้ 2",
                CircuitCode = $"C{number % 2}",
                OwnerCode = number == 7 ? "pea" : "",
                InstalledOn = new DateOnly(2020, 1, 1).AddDays(number),
            }))]);
        using var officer = await app.SignInAsync(OfficerRole.Director);

        foreach (var sort in (string[])["number", "code", "road", "installed"])
        {
            foreach (var direction in (string[])["", "&dir=down"])
            {
                var first = await officer.GetAsync($"/officer/poles?sort={sort}{direction}");
                Assert.Contains("30 ต้น", first.Words, StringComparison.Ordinal);
                var second = await officer.GetAsync(first.Html.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
                Assert.Equal(30, Codes(first).Concat(Codes(second)).Distinct().Count());
                Assert.Equal(Codes(first), Codes(await officer.GetAsync(second.Html.QuerySelector("a[rel=prev]")!.GetAttribute("href")!)));
            }
        }

        Assert.Equal("000001-3", Codes(await officer.GetAsync("/officer/poles"))[0]);
        Assert.Equal(15, Codes(await officer.GetAsync("/officer/poles?road=โรจนะ")).Count);
        Assert.Equal(2, Codes(await officer.GetAsync("/officer/poles?cabinet=ตู้ 1&circuit=C1")).Count);
        Assert.Equal(["000007-" + PoleCode.Create(7).ToString()[^1]], Codes(await officer.GetAsync("/officer/poles?owner=pea")));
        Assert.Equal(29, await CountAsync("owner=ours"));
        Assert.Equal(["000012-" + PoleCode.Create(12).ToString()[^1]], Codes(await officer.GetAsync("/officer/poles?q=๑๕-12")));
        Assert.Equal(["000003-" + PoleCode.Create(3).ToString()[^1]], Codes(await officer.GetAsync($"/officer/poles?q={PoleCode.Create(3)}")));
        Assert.Equal(15, Codes(await officer.GetAsync("/officer/poles?q=เอเชีย")).Count);
        Assert.Contains("ไม่พบเสา", (await officer.GetAsync("/officer/poles?q=%25&road=ไม่มี")).TextOf(".empty"), StringComparison.Ordinal);
        Assert.Equal(25, Codes(await officer.GetAsync("/officer/poles?after=99999999&sort=nonsense&owner=%00")).Count);

        async Task<int> CountAsync(string query) =>
            int.Parse((await officer.GetAsync($"/officer/poles?{query}")).TextOf(".inbox-tools p").Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task A_pole_shows_its_faults_and_repairs_and_a_request_its_pole()
    {
        await using var app = await TestApp.StartAsync();
        await AddAsync(app, Given.APole(1, "อบจ.อย. 15-58", 14.352_1, 100.561_9));
        var request = await Given.ARequestAsync(app, it => it.Sent(s => s with { Place = s.Place with { PoleNumber = "๑๕/๕๘" } }).Accepted());
        await Given.ARequestAsync(app, it => it.Sent(s => s with { Place = s.Place with { PoleNumber = "15-58", Latitude = 14.6, Longitude = 100.4 } }));
        var order = await WorkOrders.Lorry.OrderAsync(app, [request]);
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        await app.WithAsync((Features.WorkOrders.RecordRepair record) => record.RunAsync(
            new(order, null, null, [request.Reference], "เปลี่ยนหลอดแล้ว", "lamp", [new("sodium-lamp", 2)], request.Reference,
                new(Infrastructure.Uploads.FormKey.New(), []), new(Infrastructure.Uploads.FormKey.New(), [])),
            Given.Officer, app.Time.GetUtcNow().UtcDateTime, CancellationToken.None));

        var page = await officer.GetAsync("/officer/poles/0000013");
        Assert.Equal("/officer/poles/000001-3", page.Response.Headers.Location!.ToString());
        page = await officer.FollowAsync(page);
        Assert.Equal([request.Reference], page.Html.QuerySelectorAll("section[aria-labelledby=faults-title] a").Select(link => link.TextContent));
        Assert.Contains("เปลี่ยนหลอดแล้ว", page.TextOf("section[aria-labelledby=repairs-title]"), StringComparison.Ordinal);
        Assert.Contains("ไม่ทราบราคา", page.TextOf("section[aria-labelledby=repairs-title]"), StringComparison.Ordinal);
        Assert.Equal("/officer/poles/000001-3", (await officer.GetAsync($"/officer/requests/{request.Reference}")).Html
            .QuerySelector("section[aria-labelledby=where-title] a.target")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/officer/poles/999999-9")]
    [InlineData("/officer/poles/000001-3")]
    [InlineData("/officer/poles/nonsense/edit")]
    [InlineData("/officer/poles/import/nonsense")]
    public async Task What_is_not_there_is_not_found(string address)
    {
        await using var app = await TestApp.StartAsync();
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync(address)).Status);
    }

    internal static Task<int> AddAsync(TestApp app, params Pole[] poles) => app.WithDbAsync(db =>
    {
        db.Poles.AddRange(poles);
        return db.SaveChangesAsync();
    });

    static List<string> Codes(Page page) => [.. page.Html.QuerySelectorAll(".poles tbody td:nth-child(3)").Select(cell => cell.TextContent.Trim())];
}
