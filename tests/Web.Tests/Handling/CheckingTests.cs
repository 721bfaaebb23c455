using System.Net;
using Songthang.Domain.ServiceRequests;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Handling;

public class CheckingTests
{
    [Theory]
    [InlineData("Ours", "No", "forward", "ส่งต่อหน่วยงาน")]
    [InlineData("Complete", "No", "ask", "ขอข้อมูลเพิ่มเติม")]
    [InlineData("Duplicate", "Yes", "merge", "รวมกับเรื่องเดิม")]
    [InlineData("Ours", "Yes", "accept", "รับเรื่อง")]
    public async Task The_act_that_follows_from_the_check_is_offered_first(string point, string found, string act, string words)
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app);
        using var officer = await Desk.OfficerAsync(app);

        var page = await officer.FollowAsync(await officer.ActAsync(request, Act.Check, (point, found)));

        Assert.Equal(words, page.TextOf(".act-main"));
        Assert.Equal($"/officer/requests/{request.Reference}/{act}", page.Html.QuerySelector(".act-main")!.GetAttribute("href"));
    }

    [Fact]
    public async Task What_is_put_right_at_the_check_is_what_everyone_sees_and_the_original_stays_with_the_officers()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.Sent(sent => sent with
        {
            Symptom = "ไฟดับหน้าบ้านป้าลับ",
            Place = new Place("140101", "ถนนผิด", "บ้านป้าลับ 0811111111", "", "X-1", 14.352_123, 100.561_987),
        }));
        using var officer = await Desk.OfficerAsync(app);
        using var visitor = app.NewVisitor();
        var before = await visitor.GetAsync($"/reports/{request.Reference}");
        Assert.DoesNotContain("ถนนผิด", before.Text, StringComparison.Ordinal);
        Assert.True((await visitor.GetAsync("/reports?q=ถนนผิด")).Has(".empty"));

        var answer = await officer.ActAsync(request, Act.Check, ("Fault", "flicker"), ("Road", "ถนนโรจนะ"), ("Landmark", "ตรงข้ามวัด"),
            ("PoleNumber", ""), ("Position", "๑๔.๓๖, 100.57"), ("PublicSymptom", "ไฟกะพริบ"));

        var page = await officer.FollowAsync(answer);
        Assert.Contains("บ้านป้าลับ 0811111111", page.TextOf(".story"), StringComparison.Ordinal);
        var seen = await visitor.GetAsync($"/reports/{request.Reference}");
        Assert.Contains("ถนนโรจนะ", seen.Words, StringComparison.Ordinal);
        Assert.Contains("ตรงข้ามวัด", seen.Words, StringComparison.Ordinal);
        Assert.Contains("14.3600, 100.5700", seen.Words, StringComparison.Ordinal);
        var own = await visitor.GetAsync($"/r/{request.Secret}");
        Assert.Contains("อาการที่พบ, ถนน, จุดสังเกต, หมายเลขเสาไฟ, พิกัด, ข้อความที่เผยแพร่", own.TextOf(".timeline"), StringComparison.Ordinal);
        Assert.All(["ป้าลับ", "0811111111", "ถนนผิด", "X-1"], secret => Assert.DoesNotContain(secret, seen.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("0811111111", own.TextOf(".timeline"), StringComparison.Ordinal);
        Assert.True((await visitor.GetAsync("/reports?q=ถนนโรจนะ")).Has($"a[href='/reports/{request.Reference}']"));
    }

    [Fact]
    public async Task Details_are_corrected_later_too_even_when_the_request_is_settled()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.Checked("ไฟดับหน้าบ้านสมชาย").Accepted().Completed());
        using var officer = await Desk.OfficerAsync(app);
        var form = await officer.GetAsync(Desk.AddressOf(request, Act.Correct));
        Assert.Equal("14.352123, 100.561987", form.Html.QuerySelector("[name=Position]")!.GetAttribute("value"));

        var nothing = await officer.SubmitAsync(form, Desk.Form);
        var answer = await officer.SubmitAsync(form, Desk.Form, [("PublicSymptom", "ไฟดับ")]);

        Assert.Contains("ยังไม่มีข้อมูลใดเปลี่ยนแปลง", nothing.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, answer.Status);
        var after = await Given.ReadAsync(app, request);
        Assert.Equal(("ไฟดับ", ServiceRequestStatus.Completed), (after.PublicSymptom, after.Status));
        Assert.Equal("ข้อความที่เผยแพร่: “ไฟดับหน้าบ้านสมชาย” → “ไฟดับ”", after.Timeline[^1].Text);
        Assert.Null(TimelineChain.FirstBroken(after.Reference, after.Timeline));
    }

    [Fact]
    public async Task Whoever_checks_once_more_begins_with_what_was_found_before()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app);
        using var officer = await Desk.OfficerAsync(app);

        await officer.ActAsync(request, Act.Check, ("Complete", "No"), ("Ours", "Yes"));
        var again = await officer.GetAsync(Desk.AddressOf(request, Act.Check));

        Assert.Equal(
            ["PlaceFound-Unknown", "Ours-Yes", "Complete-No", "Danger-Unknown", "Duplicate-Unknown"],
            again.Html.QuerySelectorAll(".check-list input[checked]").Select(radio => radio.Id));
    }

    [Theory]
    [InlineData("Position", "สิบสี่")]
    [InlineData("Position", "14.35")]
    [InlineData("Position", "95, 100.5")]
    [InlineData("Position", "NaN, 100.5")]
    [InlineData("Tambon", "999999")]
    [InlineData("Fault", "nonsense")]
    [InlineData("Fault", "")]
    [InlineData("Danger", "Perhaps")]
    public async Task What_cannot_be_right_is_said_and_changes_nothing(string field, string value)
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app);
        using var officer = await Desk.OfficerAsync(app);

        var answer = await officer.ActAsync(request, Act.Check, (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.True(answer.Has(".error-summary li"));
        Assert.Equal(request.Version, (await Given.ReadAsync(app, request)).Version);
    }

    [Fact]
    public async Task What_is_dangerous_stands_on_top_of_the_inbox_whichever_way_it_is_sorted_by_time()
    {
        await using var app = await TestApp.StartAsync();
        var old = await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 3).Opened());
        var danger = await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 2).Opened());
        var done = await Given.ARequestAsync(app, it => it.Of("wire_down").SubmittedAgo(days: 4).Accepted().Completed());
        var newest = await Given.ARequestAsync(app);
        using var officer = await Desk.OfficerAsync(app);

        await officer.ActAsync(danger, Act.Check, ("Danger", "Yes"));

        Assert.Equal([danger, newest, old, done], await ShownAsync("/officer"));
        Assert.Equal([danger, done, old, newest], await ShownAsync("/officer?sort=received&dir=up"));
        Assert.Equal(danger, (await ShownAsync("/officer?sort=due&dir=up"))[0]);

        async Task<List<ServiceRequest>> ShownAsync(string address) => [.. (await officer.GetAsync(address))
            .Html.QuerySelectorAll(".inbox-reference a").Select(link => new[] { old, danger, done, newest }.Single(it => it.Reference == link.TextContent))];
    }
}
