using Microsoft.EntityFrameworkCore;
using Songthang.Domain.ServiceLevels;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Tests.Handling;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Settings;

public class PreparedTextTests
{
    [Fact]
    public async Task A_prepared_text_is_filled_in_with_what_is_known_of_the_request()
    {
        await using var app = await TestApp.StartAsync(settings: new() { ["Songthang:Agency:Name:Thai"] = "เทศบาลทดสอบ" });
        await app.SetAsync(Topics.Templates, list => list.With("accept", template => template with
        {
            Text = new("{agency} รับเรื่อง {reference} ({fault}) แจ้งเมื่อ {reported} แล้ว", "{agency}: {reference}, {fault}"),
        }));
        var request = await Given.ARequestAsync(app, it => it.Checked());
        var officer = await Desk.OfficerAsync(app);

        var page = await officer.GetAsync($"/officer/requests/{request.Reference}/accept?template=accept");

        Assert.Equal($"เทศบาลทดสอบ รับเรื่อง {request.Reference} (ไฟดับ 1 ดวง) แจ้งเมื่อ 23 พฤศจิกายน 2569 แล้ว", page.TextOf("textarea"));
        Assert.Equal("รับเรื่องและกำหนดเวลา", page.TextOf(".templates a[aria-current]"));
    }

    [Fact]
    public async Task What_it_promises_is_what_the_settings_allow()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.Checked());
        var officer = await Desk.OfficerAsync(app);
        async Task<string> ReadAsync() => (await officer.GetAsync($"/officer/requests/{request.Reference}/accept?template=accept")).TextOf("textarea");

        Assert.EndsWith("จะดำเนินการภายในประมาณ 7 วัน", await ReadAsync(), StringComparison.Ordinal);
        await app.SetAsync(Topics.Steps, steps => new([.. steps.Steps.Select(step => step.Step == ManualStep.DoWork
            ? step with { Minutes = 10 * 24 * 60, Kind = KindOfTime.WorkingDays } : step)]));
        Assert.EndsWith("จะดำเนินการภายในประมาณ 10 วันทำการ", await ReadAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_in_the_language_in_which_the_requester_reported()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.Checked());
        await app.WithDbAsync(db => db.Database.ExecuteSqlAsync(
            $"UPDATE service_requests SET requester_language = 'en' WHERE reference = {request.Reference}", TestContext.Current.CancellationToken));
        var officer = await Desk.OfficerAsync(app);

        var page = await officer.GetAsync($"/officer/requests/{request.Reference}/decline?template=decline-private");

        Assert.StartsWith("The light that you reported is private", page.TextOf("textarea"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_everyone_reads_is_in_Thai_whatever_the_requester_speaks()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.Accepted().Started());
        await app.WithDbAsync(db => db.Database.ExecuteSqlAsync(
            $"UPDATE service_requests SET requester_language = 'en' WHERE reference = {request.Reference}", TestContext.Current.CancellationToken));
        var officer = await Desk.OfficerAsync(app);

        var page = await officer.GetAsync($"/officer/requests/{request.Reference}/complete?template=complete");

        Assert.StartsWith("ดำเนินการแก้ไขไฟดับ 1 ดวง", page.TextOf("textarea"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("complete")]
    [InlineData("")]
    public async Task A_choice_that_is_none_here_leaves_the_form_as_it_is(string code)
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.Checked());
        var officer = await Desk.OfficerAsync(app);

        var page = await officer.GetAsync($"/officer/requests/{request.Reference}/accept?template={code}");

        Assert.StartsWith("ขอบคุณที่แจ้งให้ทราบ", page.TextOf("textarea"), StringComparison.Ordinal);
        Assert.False(page.Has(".templates a[aria-current]"));
    }

    [Fact]
    public async Task A_form_that_began_with_a_prepared_text_is_sent_like_any_other()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.Checked());
        var officer = await Desk.OfficerAsync(app);
        var page = await officer.GetAsync($"/officer/requests/{request.Reference}/accept?template=accept");

        await officer.SubmitAsync(page, ".act-form");

        var accepted = (await Given.ReadAsync(app, request)).Timeline[^1];
        Assert.Equal(TimelineKind.Accepted, accepted.Kind);
        Assert.Contains(request.Reference, accepted.Text, StringComparison.Ordinal);
    }
}
