using System.Net;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Settings;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Settings;

namespace Songthang.Web.Tests.Handling;

public class ForwardingTests
{
    [Theory]
    [InlineData("pea", "", "การไฟฟ้าส่วนภูมิภาค (กฟภ.)", "เสาเป็นของ กฟภ.\nการไฟฟ้าส่วนภูมิภาค (กฟภ.) โทร 1129")]
    [InlineData("municipality", "เทศบาลทดสอบ", "เทศบาลทดสอบ", "เสาเป็นของ กฟภ.")]
    public async Task Forwarding_names_the_receiver_and_whom_to_ask(string listed, string typed, string receiver, string text)
    {
        await using var app = await TestApp.StartAsync();
        var request = await Desk.ByEmailAsync(app);
        using var officer = await Desk.OfficerAsync(app);

        await officer.ActAsync(request, Act.Forward, ("Listed", listed), ("Receiver", typed), ("Text", "เสาเป็นของ กฟภ."));

        var after = await Given.ReadAsync(app, request);
        Assert.Equal(ServiceRequestStatus.Forwarded, after.Status);
        Assert.Equal((receiver, text), (after.Timeline[^1].Detail, after.Timeline[^1].Text));
        Assert.Equal([TimelineKind.Submitted, TimelineKind.Forwarded], await Desk.ToldAsync(app, request));
    }

    [Fact]
    public async Task Who_is_responsible_for_the_subdistrict_or_the_road_is_offered_first()
    {
        await using var app = await TestApp.StartAsync();
        await app.SetAsync(Topics.Authorities, list => new(
        [
            .. list.All,
            new("far", AuthorityKind.Municipality, new("เทศบาลไกล", "Far"), TambonCodes: ["140102"]),
            new("road", AuthorityKind.Highways, new("แขวงทางหลวง", "Highways"), Email: "office@example.org", Roads: ["32"]),
            new("near", AuthorityKind.Municipality, new("เทศบาลใกล้", "Near"), TambonCodes: ["140101"]),
            new("gone", AuthorityKind.Other, new("หน่วยงานเก่า", "Gone"), TambonCodes: ["140101"], InUse: false),
        ]));
        var request = await Given.ARequestAsync(app, it => it.In("140101", "ทางหลวงหมายเลข 32"));
        using var officer = await Desk.OfficerAsync(app);

        var page = await officer.GetAsync(Desk.AddressOf(request, Act.Forward));

        var offered = page.Html.QuerySelectorAll("[name=Listed]").Select(radio => radio.GetAttribute("value")).ToList();
        Assert.Equal(["road", "near", "pea"], offered.Take(3));
        Assert.Contains("far", offered);
        Assert.DoesNotContain("gone", offered);
        Assert.Contains("office@example.org", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_letter_is_recorded_and_corrected_later_and_the_requester_sees_it()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app);
        using var officer = await Desk.OfficerAsync(app);
        using var visitor = app.NewVisitor();

        await officer.ActAsync(request, Act.Forward, ("Listed", "doh"), ("Number", "อย 51004/1"), ("Date", "2569-11-20"));
        await officer.ActAsync(request, Act.Letter, ("Number", "อย 51004/๒"));

        var after = await Given.ReadAsync(app, request);
        Assert.Equal(new ForwardingLetter("อย 51004/๒", null), after.Letter);
        var own = (await visitor.GetAsync($"/r/{request.Secret}")).TextOf(".timeline");
        Assert.Contains("เลขที่ อย 51004/1 ลงวันที่ 20 พฤศจิกายน 2569", own, StringComparison.Ordinal);
        Assert.DoesNotContain("51004", (await visitor.GetAsync($"/reports/{request.Reference}")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Date", "2026-11-24")]
    [InlineData("Date", "2026-11-20")]
    public async Task A_letter_of_tomorrow_or_without_a_number_is_refused(string field, string value)
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app);
        using var officer = await Desk.OfficerAsync(app);

        var answer = await officer.ActAsync(request, Act.Forward, ("Listed", "doh"), (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(ServiceRequestStatus.Submitted, (await Given.ReadAsync(app, request)).Status);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData(null, false)]
    public async Task What_the_other_authority_answers_reaches_the_requester_and_everyone_if_the_officer_says_so(string? open, bool isPublic)
    {
        await using var app = await TestApp.StartAsync();
        var request = await Desk.ByEmailAsync(app, it => it.Forwarded());
        using var officer = await Desk.OfficerAsync(app);
        using var visitor = app.NewVisitor();

        await officer.ActAsync(request, Act.Reply, ("Text", "จะซ่อมภายในเดือนนี้"), ("IsPublic", open));

        Assert.Equal(
            [TimelineKind.Submitted, TimelineKind.Forwarded, TimelineKind.AuthorityAnswered], await Desk.ToldAsync(app, request));
        Assert.Contains("จะซ่อมภายในเดือนนี้", (await visitor.GetAsync($"/r/{request.Secret}")).TextOf(".timeline"), StringComparison.Ordinal);
        var seen = (await visitor.GetAsync($"/reports/{request.Reference}")).Words;
        Assert.Equal(isPublic, seen.Contains("จะซ่อมภายในเดือนนี้", StringComparison.Ordinal));
        Assert.Equal(isPublic, seen.Contains(TimelineKind.AuthorityAnswered.Title().Thai, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_forwarded_request_is_taken_up_again()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.Forwarded());
        using var officer = await Desk.OfficerAsync(app);

        var page = await officer.FollowAsync(await officer.ActAsync(request, Act.Reopen, ("Reason", "หน่วยงานนั้นแจ้งว่าไม่ใช่ของเขา")));

        Assert.Equal("เปิดใหม่ครั้งที่ 1", page.TextOf(".reopened"));
        Assert.Equal(ServiceRequestStatus.Accepted, (await Given.ReadAsync(app, request)).Status);
        Assert.True((await officer.GetAsync("/officer?reopened=yes")).Has($"a[href='/officer/requests/{request.Reference}']"));
        await Given.ARequestAsync(app);
        Assert.Single((await officer.GetAsync("/officer?reopened=yes")).Html.QuerySelectorAll("tbody tr"));
    }
}
