using Microsoft.Playwright;
using Songthang.Browser.Tests.Host;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Web.Tests.Host;
using static Microsoft.Playwright.Assertions;

namespace Songthang.Browser.Tests.Officers;

public sealed class TwoOfficersTests(Chromium chromium)
{
    const string Question = "เสาต้นที่ดับอยู่ก่อนหรือหลังสะพาน";

    [Fact]
    public async Task The_second_of_two_officers_is_told_what_the_first_did_and_keeps_every_word()
    {
        await using var app = await TestApp.StartAsync();
        await app.CreateAccountAsync("first", OfficerRole.Officer, displayName: "สมศรี คนแรก");
        await app.CreateAccountAsync("second", OfficerRole.Officer, displayName: "สมชาย คนที่สอง");
        var request = await Given.ARequestAsync(app, it => it.Checked());
        await using var first = await chromium.NewPersonAsync(app, Screen.Desk);
        await using var second = await chromium.NewPersonAsync(app, Screen.Desk);
        await first.SignInAsync("first");
        await second.SignInAsync("second");
        await second.OpenAsync($"/officer/requests/{request.Reference}/ask");
        await second.Page.GetByLabel("คำถามของท่าน").FillAsync(Question);

        await first.OpenAsync($"/officer/requests/{request.Reference}");
        await first.Page.ActAsync("รับเรื่อง");
        second.Expects("status of 409");
        await second.Page.SendActAsync();

        var conflict = second.Page.GetByRole(AriaRole.Alert);
        await Expect(conflict).ToContainTextAsync("มีผู้แก้ไขเรื่องนี้ก่อนหน้า");
        await Expect(conflict).ToContainTextAsync("สมศรี คนแรก");
        await Expect(second.Page.GetByLabel("คำถามของท่าน")).ToHaveValueAsync(Question);
        await Looks.RightAsync(second, "act-conflict");
        await second.Page.SendActAsync();
        await Expect(second.Page.Status()).ToHaveTextAsync("รอข้อมูลเพิ่มเติมจากผู้แจ้ง");
        Assert.Equal(ServiceRequestStatus.AwaitingInformation, (await Given.ReadAsync(app, request)).Status);
        first.IsContent();
        second.IsContent();
    }

    [Fact]
    public async Task A_session_that_ended_over_a_long_text_gives_the_text_back()
    {
        await using var app = await TestApp.StartAsync();
        await app.CreateAccountAsync("somsri", OfficerRole.Officer);
        var request = await Given.ARequestAsync(app, it => it.Checked());
        await using var officer = await chromium.NewPersonAsync(app, Screen.Desk);
        await officer.SignInAsync("somsri");
        await officer.OpenAsync($"/officer/requests/{request.Reference}/ask");
        await officer.Page.GetByLabel("คำถามของท่าน").FillAsync(Question);

        app.Time.Advance(TimeSpan.FromHours(9));
        officer.Expects("status of 401");
        await officer.Page.SendActAsync();
        await Expect(officer.Page.GetByText("หมดเวลาการเชื่อมต่อ")).ToBeVisibleAsync();
        await Looks.RightAsync(officer, "session-ended");
        await officer.Page.GetByLabel("ชื่อผู้ใช้").FillAsync("somsri");
        await officer.Page.GetByLabel("รหัสผ่าน").FillAsync(TestApp.Password);
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "เข้าสู่ระบบ" }).ClickAsync();
        await Expect(officer.Page.GetByText(Question)).ToBeVisibleAsync();
        await Expect(officer.Page.GetByText("AnswerBy")).ToHaveCountAsync(0);
        await Looks.RightAsync(officer, "send-again");
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "ส่งอีกครั้ง" }).ClickAsync();

        await Expect(officer.Page.Status()).ToHaveTextAsync("รอข้อมูลเพิ่มเติมจากผู้แจ้ง");
        await Expect(officer.Page.GetByText(Question).First).ToBeVisibleAsync();
        officer.IsContent();
    }
}
