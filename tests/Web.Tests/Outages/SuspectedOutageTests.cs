using System.Net;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Domain.Outages;
using Songthang.Domain.ServiceRequests;
using Songthang.Web.Features.Outages;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Outages;

public sealed class SuspectedOutageTests : IAsyncLifetime
{
    TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    DateTime Now => app.Time.GetUtcNow().UtcDateTime;

    [Fact]
    public async Task Three_lamps_of_one_circuit_are_shown_with_their_evidence_and_go_on_one_work_order()
    {
        var requests = await DarkCircuitAsync(3, it => it.Accepted());
        using var officer = await app.SignInAsync(OfficerRole.Officer);

        Assert.Equal(1, await LookAsync());
        var inbox = await officer.GetAsync("/officer");
        var list = await officer.GetAsync("/officer/outages");
        var page = await officer.GetAsync(list.Html.QuerySelector(".stop a")!.GetAttribute("href")!);
        var order = await officer.GetAsync(page.Html.QuerySelector(".act-buttons a")!.GetAttribute("href")!);

        Assert.Contains("มีไฟดับที่อาจมีสาเหตุเดียวกัน 1 จุด", inbox.Words, StringComparison.Ordinal);
        Assert.Contains("วงจร ตู้ 7 / 2 ไฟดับอย่างน้อย 3 ดวง จาก 3 เรื่อง", list.Words, StringComparison.Ordinal);
        Assert.All(requests, request => Assert.Contains(request.Reference, page.Words, StringComparison.Ordinal));
        Assert.Equal(3, order.Html.QuerySelectorAll("input[name=References][checked]").Length);
        Assert.Contains("อาจไม่ใช่ไฟดวงเดียว", (await officer.GetAsync($"/officer/requests/{requests[0].Reference}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lamps_along_one_road_are_one_suspicion_where_the_register_knows_no_poles()
    {
        for (var i = 0; i < 3; i++)
            await Given.ARequestAsync(app, it => it.SubmittedAgo(hours: i).Sent(sent => sent with
            {
                Place = sent.Place with { Road = "ถ.โรจนะ", PoleNumber = "", Latitude = 14.35 + i * 0.0018, Longitude = 100.56 },
            }));

        await LookAsync();

        var outage = Assert.Single(await app.WithDbAsync(db => db.SuspectedOutages.ToListAsync()));
        Assert.Equal((OutageBasis.Road, 3), (outage.Basis, outage.Lamps));
    }

    [Fact]
    public async Task Looking_again_tells_nothing_new_until_another_lamp_is_reported()
    {
        await DarkCircuitAsync(3);

        Assert.Equal((1, 0), (await LookAsync(), await LookAsync()));
        await ReportAsync(4);
        Assert.Equal(1, await LookAsync());

        Assert.Equal(4, Assert.Single(await app.WithDbAsync(db => db.SuspectedOutages.ToListAsync())).Lamps);
    }

    [Fact]
    public async Task A_verdict_is_kept_counts_in_the_hit_rate_and_can_be_changed()
    {
        await DarkCircuitAsync(3);
        await LookAsync();
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        var list = await officer.GetAsync("/officer/outages");
        var address = list.Html.QuerySelector(".stop a")!.GetAttribute("href")!;

        var nothing = await officer.SubmitAsync(await officer.GetAsync(address), "main form", [("Note", "ดูแล้ว")]);
        await officer.SubmitAsync(await officer.GetAsync(address), "main form", [("Verdict", "Refuted"), ("Note", "หลอดเสีย 3 หลอด")]);
        var refuted = await officer.GetAsync("/officer/outages");
        await officer.SubmitAsync(await officer.GetAsync(address), "main form", [("Verdict", "Confirmed"), ("Note", "เบรกเกอร์ตัด")]);
        var confirmed = await officer.GetAsync("/officer/outages");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.Status);
        Assert.Contains("กรุณาเลือกผลการตรวจสอบ", nothing.Words, StringComparison.Ordinal);
        Assert.Contains("ดูแล้ว", nothing.TextOf("textarea"), StringComparison.Ordinal);
        Assert.Contains("ข้อเสนอถูกต้อง 0 จาก 1 รายการ (0%)", refuted.Words, StringComparison.Ordinal);
        Assert.Contains("ข้อเสนอถูกต้อง 1 จาก 1 รายการ (100%)", confirmed.Words, StringComparison.Ordinal);
        Assert.Contains("เบรกเกอร์ตัด", confirmed.Words, StringComparison.Ordinal);
        Assert.Equal(0, await LookAsync());
        Assert.DoesNotContain("อาจมีสาเหตุเดียวกัน 1 จุด", (await officer.GetAsync("/officer")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_verdict_on_what_changed_meanwhile_is_asked_again()
    {
        await DarkCircuitAsync(3);
        await LookAsync();
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        var page = await officer.GetAsync((await officer.GetAsync("/officer/outages")).Html.QuerySelector(".stop a")!.GetAttribute("href")!);
        await ReportAsync(4);
        await LookAsync();

        var answer = await officer.SubmitAsync(page, "main form", [("Verdict", "Refuted")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("มีข้อมูลใหม่", answer.Words, StringComparison.Ordinal);
        Assert.Null(Assert.Single(await app.WithDbAsync(db => db.SuspectedOutages.ToListAsync())).Verdict);
    }

    [Fact]
    public async Task Repaired_lamps_and_other_faults_are_no_evidence()
    {
        await DarkCircuitAsync(2);
        await ReportAsync(3, it => it.Accepted().Completed());
        await ReportAsync(4, it => it.Of("luminaire_damaged"));

        Assert.Equal(0, await LookAsync());
    }

    [Fact]
    public async Task A_director_looks_and_does_not_decide_and_a_crew_does_not_look()
    {
        await DarkCircuitAsync(3);
        await LookAsync();
        using var director = await app.SignInAsync(OfficerRole.Director);
        using var crew = await app.SignInAsync(OfficerRole.Crew);
        var list = await director.GetAsync("/officer/outages");
        var page = await director.GetAsync(list.Html.QuerySelector(".stop a")!.GetAttribute("href")!);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.False(page.Has("main form"));
        Assert.NotEqual(HttpStatusCode.OK, (await crew.GetAsync("/officer/outages")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await director.GetAsync("/officer/outages/999")).Status);
    }

    Task<int> LookAsync() => app.WithAsync((LookForOutages look) => look.RunAsync(Now, TestContext.Current.CancellationToken));

    async Task<List<ServiceRequest>> DarkCircuitAsync(int lamps, Func<Story, Story>? tell = null)
    {
        await app.WithDbAsync(async db =>
        {
            for (var i = 1; i <= 12; i++)
                db.Poles.Add(Given.APole(i, $"อบจ.อย. 7-{i}", 14.35 + i * 0.0003, 100.56, known: facts => facts with { CabinetCode = "ตู้ 7", CircuitCode = "2" }));
            return await db.SaveChangesAsync();
        });
        var requests = new List<ServiceRequest>();
        for (var i = 1; i <= lamps; i++)
            requests.Add(await ReportAsync(i, tell));
        return requests;
    }

    Task<ServiceRequest> ReportAsync(int pole, Func<Story, Story>? tell = null) => Given.ARequestAsync(app, it => (tell ?? (same => same))(
        it.SubmittedAgo(hours: 6 - pole).Sent(sent => sent with { Place = sent.Place with { PoleNumber = $"7-{pole}", Latitude = null, Longitude = null } })));
}
