using System.Text;
using Microsoft.Playwright;
using Songthang.Browser.Tests.Host;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Web.Tests.Host;
using static Microsoft.Playwright.Assertions;

namespace Songthang.Browser.Tests.Officers;

public sealed class InboxTests(Chromium chromium) : IAsyncLifetime
{
    TestApp app = null!;
    Person officer = null!;
    ServiceRequest oldest = null!;

    IPage Page => officer.Page;

    ILocator Rows => Page.Locator("table.inbox tbody tr");

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        await app.CreateAccountAsync("somsri", OfficerRole.Officer);
        oldest = await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 40).Of("wire_down", "สายไฟห้อยหน้าโรงเรียน").Opened());
        for (var hours = 30; hours > 0; hours--)
            await Given.ARequestAsync(app, it => it.SubmittedAgo(hours: hours).Of("section_out", "ไฟทางดับทั้งแถบ"));
        officer = await chromium.NewPersonAsync(app, Screen.Desk);
        await officer.SignInAsync("somsri");
        await officer.OpenAsync("/officer");
    }

    public async ValueTask DisposeAsync()
    {
        await officer.DisposeAsync();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task The_list_is_searched_sorted_filtered_and_paged_with_the_keyboard()
    {
        await Expect(Page.GetByText("แสดง 1 ถึง 25 จาก 31 ผลลัพธ์")).ToBeVisibleAsync();

        await PressAsync(Page.GetByRole(AriaRole.Link, new() { Name = "ถัดไป", Exact = true }));
        await Expect(Page.GetByText("แสดง 26 ถึง 31 จาก 31 ผลลัพธ์")).ToBeVisibleAsync();
        await Expect(Rows).ToHaveCountAsync(6);
        await PressAsync(Page.GetByRole(AriaRole.Link, new() { Name = "ก่อนหน้า", Exact = true }));
        await Expect(Page.GetByText("แสดง 1 ถึง 25 จาก 31 ผลลัพธ์")).ToBeVisibleAsync();

        await PressAsync(Page.GetByRole(AriaRole.Columnheader).GetByRole(AriaRole.Link, new() { Name = "วันที่แจ้งเหตุ" }));
        await Expect(Rows.First).ToContainTextAsync(oldest.Reference);
        await Expect(Page.Locator("th[aria-sort=ascending]")).ToContainTextAsync("วันที่แจ้งเหตุ");

        // A word inside a word: Thai writes none apart.
        await Page.GetByRole(AriaRole.Searchbox, new() { Name = "ค้นหา" }).FocusAsync();
        await Page.Keyboard.TypeAsync("ห้อยหน้า");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Rows).ToHaveCountAsync(1);
        await PressAsync(Page.GetByRole(AriaRole.Link, new() { Name = "ล้างตัวกรอง" }));
        await Expect(Rows).ToHaveCountAsync(25);

        await PressAsync(Page.GetByText("ตัวกรองตามคอลัมน์"));
        await Page.GetByLabel("อาการ", new() { Exact = true }).SelectOptionAsync("wire_down");
        await PressAsync(Page.GetByRole(AriaRole.Button, new() { Name = "กรอง", Exact = true }));
        await Expect(Rows).ToHaveCountAsync(1);
        await Expect(Rows.First).ToContainTextAsync(oldest.Reference);

        // What the list showed is in the address: coming back from a request shows it again.
        await PressAsync(Rows.First.GetByRole(AriaRole.Link).First);
        await Expect(Page.Status()).ToBeVisibleAsync();
        await Page.GoBackAsync();
        await Expect(Rows).ToHaveCountAsync(1);
        officer.IsContent();
    }

    [Fact]
    public async Task What_is_filtered_is_downloaded_as_a_table()
    {
        await officer.OpenAsync("/officer?q=โรงเรียน");

        var download = await Page.RunAndWaitForDownloadAsync(() => Page.GetByRole(AriaRole.Link, new() { Name = "ส่งออก CSV" }).ClickAsync());

        Assert.EndsWith(".csv", download.SuggestedFilename, StringComparison.Ordinal);
        var text = await File.ReadAllTextAsync(await download.PathAsync(), Encoding.UTF8, TestContext.Current.CancellationToken);
        Assert.Contains(oldest.Reference, text, StringComparison.Ordinal);
        Assert.Contains("สายไฟห้อยหน้าโรงเรียน", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ไฟทางดับทั้งแถบ", text, StringComparison.Ordinal);
        officer.IsContent();
    }

    async Task PressAsync(ILocator place)
    {
        await place.FocusAsync();
        await Expect(place).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("Enter");
    }
}
