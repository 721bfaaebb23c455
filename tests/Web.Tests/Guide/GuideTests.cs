using SkiaSharp;
using Songthang.Domain.Officers;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Guide;

public sealed class GuideTests : IAsyncLifetime
{
    TestApp app = null!;
    Visitor visitor = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        visitor = app.NewVisitor();
    }

    public async ValueTask DisposeAsync()
    {
        visitor.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task The_guide_tells_the_seven_steps_with_their_times_and_has_a_table_of_contents()
    {
        var guide = await visitor.GetAsync("/guide");

        Assert.Equal(7, guide.Html.QuerySelectorAll("section[aria-labelledby=steps] ol li").Length);
        Assert.Contains("ตรวจสอบรายละเอียด: ไม่เกิน 5 นาทีในเวลาราชการ", guide.TextOf("section[aria-labelledby=steps]"), StringComparison.Ordinal);
        Assert.Contains("ไฟกะพริบ", guide.TextOf("section[aria-labelledby=faults]"), StringComparison.Ordinal);
        var links = guide.Html.QuerySelectorAll(".guide-contents a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.All(links, link => Assert.True(guide.Has($".guide {link}")));
        Assert.Equal(guide.Html.QuerySelectorAll(".guide h2").Length, links.Count);
    }

    [Theory]
    [InlineData("/guide", 2)]
    [InlineData("/officer/guide", 5)]
    public async Task Every_picture_in_the_guide_is_there_and_small_and_told_in_words(string address, int fewest)
    {
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        await officer.OpenAsync($"/language/en?return={address}");
        var english = (await officer.GetAsync(address)).Html.QuerySelectorAll(".guide figure img").Select(picture => picture.GetAttribute("alt")).ToList();
        await officer.OpenAsync($"/language/th?return={address}");
        var pictures = (await officer.GetAsync(address)).Html.QuerySelectorAll(".guide figure img").ToList();

        Assert.True(pictures.Count >= fewest);
        Assert.Empty(english.Intersect(pictures.Select(picture => picture.GetAttribute("alt"))));
        foreach (var picture in pictures)
        {
            Assert.NotEmpty(picture.GetAttribute("alt")!);
            Assert.Equal("lazy", picture.GetAttribute("loading"));
            var file = await visitor.Client.GetByteArrayAsync(picture.GetAttribute("src"), TestContext.Current.CancellationToken);
            Assert.InRange(file.Length, 1_000, 40_000);
            using var drawn = SKBitmap.Decode(file);
            Assert.Equal((picture.GetAttribute("width"), picture.GetAttribute("height")), ($"{drawn.Width}", $"{drawn.Height}"));
        }
    }

    [Theory]
    [InlineData("คำที่ไม่มีในคู่มือ", false)]
    [InlineData("หมายเลข เสาไฟ", true)]
    [InlineData("ภาพถ่าย ๕", true)]
    [InlineData("PHOTOS", true)]
    [InlineData("<script>", false)]
    public async Task The_guide_is_searched_as_Thai_is_written(string words, bool isFound)
    {
        var found = await visitor.GetAsync($"/guide?q={Uri.EscapeDataString(words)}");

        Assert.Equal(isFound, found.Has(".guide section"));
        Assert.Equal(words, found.Html.QuerySelector("#q")!.GetAttribute("value"));
        Assert.False(found.Has("main script:not([src])"));
    }

    [Fact]
    public async Task The_officers_guide_is_for_the_staff()
    {
        Assert.Equal(System.Net.HttpStatusCode.Found, (await visitor.GetAsync("/officer/guide")).Status);
        using var crew = await app.SignInAsync(OfficerRole.Crew);

        var guide = await crew.GetAsync("/officer/guide?q=" + Uri.EscapeDataString("ใบสั่งงาน"));

        Assert.Contains("ชุดช่าง", guide.TextOf(".guide"), StringComparison.Ordinal);
        Assert.DoesNotContain("ขั้นที่ 1 ", guide.TextOf(".guide"), StringComparison.Ordinal);
    }
}
