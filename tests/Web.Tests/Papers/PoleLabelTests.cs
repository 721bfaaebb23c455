using System.Net;
using Songthang.Domain.Assets;
using Songthang.Domain.Officers;
using Songthang.Domain.Settings;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Features.PoleLabels;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Settings;

namespace Songthang.Web.Tests.Papers;

public sealed class PoleLabelTests : IAsyncLifetime
{
    TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync(settings: new() { ["Songthang:PublicUrl"] = "https://lights.example.go.th" });

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Chosen_poles_get_labels_in_the_order_of_their_numbers_from_the_sticker_that_is_free()
    {
        await RegisterAsync(3, "15-");
        using var director = await app.SignInAsync(OfficerRole.Director);
        var list = await director.GetAsync("/officer/poles");
        var codes = list.Html.QuerySelectorAll("input[name=pole]").Select(box => box.GetAttribute("value")!).ToList();

        var page = await director.GetAsync($"/officer/poles/labels?pole={codes[1]}&pole={codes[0]}&pole=999999-9&sheet=24&from=5");
        var pdf = await FileAsync(director, page.Html.QuerySelector("a[href*='.pdf']")!.GetAttribute("href")!);
        var text = PrintedFile.WithoutSpace(await PrintedFile.TextAsync(pdf));

        Assert.Equal(3, codes.Count);
        Assert.Contains("2 ป้าย 1 แผ่น", page.Words, StringComparison.Ordinal);
        Assert.Equal(24, page.Html.QuerySelectorAll("svg.label-sheet rect").Length);
        Assert.Contains(codes[0], page.TextOf("svg.label-sheet"), StringComparison.Ordinal);
        Assert.True(text.IndexOf(codes[0], StringComparison.Ordinal) < text.IndexOf(codes[1], StringComparison.Ordinal));
        Assert.DoesNotContain(codes[2], text, StringComparison.Ordinal);
        foreach (var words in (string[])["สแกนเพื่อแจ้งไฟดับ", "อบจ.พระนครศรีอยุธยา", "15-1"])
            Assert.Contains(words, text, StringComparison.Ordinal);
        var sheet = LabelSheet.Shipped.Find("24")!;
        var pixels = await PrintedFile.PixelsAsync(pdf, page: 1, dpi: 100);
        Assert.Equal([4, 5], Enumerable.Range(0, sheet.Count()).Where(place => pixels.Part(sheet.Place(place).X, sheet.Place(place).Y, sheet.Width, sheet.Height).HasInk));
    }

    [Fact]
    public async Task A_poles_page_and_the_filtered_list_lead_to_their_labels()
    {
        await RegisterAsync(2, "15-");
        await RegisterAsync(2, "20-", from: 10, cabinet: "ตู้ 7");
        using var officer = await app.SignInAsync(OfficerRole.Officer);

        var one = await Labels(await officer.GetAsync($"/officer/poles/{PoleCode.Create(1)}"));
        var circuit = await Labels(await officer.GetAsync("/officer/poles?cabinet=ตู้ 7"));
        var nobody = await officer.GetAsync("/officer/poles/labels?all=true&q=nothing-like-this");
        using var crew = await app.SignInAsync(OfficerRole.Crew);

        Assert.Contains("1 ป้าย", one.Words, StringComparison.Ordinal);
        Assert.Contains("2 ป้าย", circuit.Words, StringComparison.Ordinal);
        Assert.Contains(PoleCode.Create(10).ToString(), circuit.TextOf("svg"), StringComparison.Ordinal);
        Assert.DoesNotContain(PoleCode.Create(1).ToString(), circuit.TextOf("svg"), StringComparison.Ordinal);
        Assert.Contains("ยังไม่ได้เลือกเสา", nobody.Words, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, (await crew.GetAsync("/officer/poles/labels?all=true")).Status);

        Task<Page> Labels(Page from) => officer.GetAsync(from.Html.QuerySelector("a[href*='/labels?']")!.GetAttribute("href")!);
    }

    [Fact]
    public async Task Many_labels_come_as_a_file_from_the_background_and_too_many_not_at_all()
    {
        await RegisterAsync(PrintPoleLabels.MostAtOnce + 1, "15-");
        await RegisterAsync(PolesToLabel.Most, "20-", from: 1000, cabinet: "ตู้ 7");
        using var officer = await app.SignInAsync(OfficerRole.Officer);

        var tooMany = await officer.GetAsync("/officer/poles/labels?all=true&sheet=65");
        var page = await officer.GetAsync("/officer/poles/labels?all=true&sheet=65&cabinet=ตู้ 7");
        var direct = await officer.OpenAsync("/officer/poles/labels.pdf?all=true&sheet=65&cabinet=ตู้ 7");
        var ready = await officer.FollowAsync(await officer.SubmitAsync(page, "form[method=post]"));
        using var tooLong = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        while (!ready.Has("a[href$='.pdf']"))
        {
            tooLong.Token.ThrowIfCancellationRequested();
            Assert.False(ready.Has("[role=alert]"), ready.Words);
            ready = await officer.GetAsync(ready.Address.PathAndQuery);
        }

        var text = await PrintedFile.TextAsync(await FileAsync(officer, ready.Html.QuerySelector("a[href$='.pdf']")!.GetAttribute("href")!));
        Assert.Contains("ครั้งละไม่เกิน 2,000", tooMany.Words, StringComparison.Ordinal);
        Assert.False(tooMany.Has("form[method=post], a[href*='.pdf']"));
        Assert.Equal("/officer/poles/labels", direct.Address.AbsolutePath);
        Assert.Equal(LabelsModel.MostShown, page.Html.QuerySelectorAll("svg.label-sheet").Length);
        Assert.Contains("2,000 ป้าย 31 แผ่น", page.Words, StringComparison.Ordinal);
        Assert.Contains(PoleCode.Create(1000).ToString(), text, StringComparison.Ordinal);
        Assert.Contains(PoleCode.Create(2999).ToString(), text, StringComparison.Ordinal);
        Assert.Contains("cabinet", ready.Html.QuerySelector("a.tall-link")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_office_adds_its_own_sheet_of_stickers_if_it_fits_the_paper()
    {
        using var administrator = await app.SignInAsync(OfficerRole.Administrator);
        var form = await administrator.GetAsync("/officer/settings/label-sheets/line");
        (string, string?)[] sheet =
        [
            ("name.thai", "แผ่นของเรา"), ("name.english", "Ours"), ("columns", "2"), ("rows", "5"), ("width", "๙๐"), ("height", "50.5"),
            ("left", "15"), ("top", "10"), ("gapAcross", "0"), ("gapDown", "2"),
        ];

        var wide = await administrator.SubmitAsync(form, "form.setting-form", [.. sheet[..4], ("width", "120"), .. sheet[5..]]);
        var small = await administrator.SubmitAsync(form, "form.setting-form", [.. sheet[..5], ("height", "4.123"), .. sheet[6..]]);
        var saved = await administrator.SubmitAsync(form, "form.setting-form", sheet);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wide.Status);
        Assert.Contains("เกินกระดาษ A4", wide.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, small.Status);
        Assert.Equal(HttpStatusCode.Found, saved.Status);
        var ours = app.Current(Topics.LabelSheets).All[^1];
        Assert.Equal((2, 5, 90m, 50.5m, 2m), (ours.Columns, ours.Rows, ours.Width, ours.Height, ours.GapDown));
        await RegisterAsync(1, "15-");
        var page = await administrator.GetAsync($"/officer/poles/labels?all=true&sheet={ours.Code}");
        Assert.Equal(10, page.Html.QuerySelectorAll("svg.label-sheet rect").Length);
    }

    Task<int> RegisterAsync(int count, string number, int from = 1, string cabinet = "") => app.WithDbAsync(db =>
    {
        db.Poles.AddRange(Enumerable.Range(from, count).Select(code => Given.APole(
            code, $"{number}{code}", 14.35 + code * 0.00001, 100.57, known: facts => facts with { CabinetCode = cabinet })));
        return db.SaveChangesAsync();
    });

    static Task<byte[]> FileAsync(Visitor officer, string address) =>
        officer.Client.GetByteArrayAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
}
