using System.Net;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Web.Shared;
using Songthang.Web.Tests.Handling;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Assigning;

public class SeveralTests
{
    const string Form = "form.several-form";

    static string Several(Act act, params ServiceRequest[] requests) =>
        Links.Several(act.Slug()) + "?" + string.Join('&', requests.Select(request => $"request={request.Reference}"));

    static List<(string Reference, string Result)> ResultsOf(Page page) =>
        [.. page.Html.QuerySelectorAll(".several-results tbody tr").Select(row => (row.QuerySelector("a")!.TextContent.Trim(), row.QuerySelector("td")!.TextContent.Trim()))];

    [Fact]
    public async Task Ticked_rows_of_the_inbox_are_listed_confirmed_and_done_without_a_script()
    {
        await using var app = await TestApp.StartAsync();
        var one = await Desk.ByEmailAsync(app, it => it.Checked());
        var two = await Desk.ByEmailAsync(app, it => it.Checked());
        await Desk.ByEmailAsync(app, it => it.Checked());
        using var officer = await Desk.OfficerAsync(app);
        var inbox = await officer.GetAsync("/officer?view=waiting");

        var confirm = await officer.SubmitAsync(inbox, "form[data-several]",
            [("request", one.Reference), ("request", two.Reference)], submitter: ".several-bar button[formaction$=accept]");
        Assert.Equal([one.Reference, two.Reference], Team.References(confirm, ".several-list a"));
        Assert.Equal(ServiceRequestStatus.Submitted, (await Given.ReadAsync(app, one)).Status);
        var done = await officer.SubmitAsync(confirm, Form);

        Assert.Equal([(one.Reference, "เรียบร้อย"), (two.Reference, "เรียบร้อย")], ResultsOf(done));
        Assert.Contains("ดำเนินการแล้ว 2 เรื่อง", done.TextOf(".flash"), StringComparison.Ordinal);
        Assert.True(done.Has("a[href='/officer?view=waiting']"));
        foreach (var request in (ServiceRequest[])[one, two])
        {
            Assert.Equal(ServiceRequestStatus.Accepted, (await Given.ReadAsync(app, request)).Status);
            Assert.Equal(TimelineKind.Accepted, (await Desk.ToldAsync(app, request))[^1]);
        }

        // The same form again, as by a double click, does nothing more.
        await officer.SubmitAsync(confirm, Form);
        Assert.Single((await Given.ReadAsync(app, one)).Timeline, entry => entry.Kind == TimelineKind.Accepted);
        Assert.Single(await Desk.ToldAsync(app, one), TimelineKind.Accepted);
    }

    [Fact]
    public async Task A_link_ticks_all_rows_where_no_script_can()
    {
        await using var app = await TestApp.StartAsync();
        await Given.ARequestAsync(app);
        using var officer = await Desk.OfficerAsync(app);
        var inbox = await officer.GetAsync("/officer?view=waiting");
        Assert.False(inbox.Has("input[name=request][checked]"));

        inbox = await officer.GetAsync(inbox.Html.QuerySelector(".several-bar noscript a")!.GetAttribute("href")!);

        Assert.True(inbox.Has("input[name=request][checked]"));
    }

    [Fact]
    public async Task One_conflict_spoils_nothing_and_each_row_says_what_became_of_it()
    {
        await using var app = await TestApp.StartAsync();
        var good = await Given.ARequestAsync(app, it => it.Checked());
        var unchecked_ = await Given.ARequestAsync(app);
        var changed = await Given.ARequestAsync(app, it => it.Checked());
        var settled = await Given.ARequestAsync(app, it => it.Checked().Declined());
        using var officer = await Desk.OfficerAsync(app);

        var confirm = await officer.GetAsync(Several(Act.Accept, unchecked_, changed, settled, good));
        Assert.Contains("จะดำเนินการได้ 2 จาก 4 เรื่อง", confirm.Words, StringComparison.Ordinal);
        await Given.LaterAsync(app, changed, it => it.Noted("รอดูก่อน"));
        var results = ResultsOf(await officer.SubmitAsync(confirm, Form)).ToDictionary(row => row.Reference, row => row.Result);

        Assert.Equal("เรียบร้อย", results[good.Reference]);
        Assert.Equal("กรุณาตรวจสอบข้อมูลก่อนรับเรื่อง", results[unchecked_.Reference]);
        Assert.Contains("มีผู้แก้ไขเรื่องนี้ก่อนหน้า", results[changed.Reference], StringComparison.Ordinal);
        Assert.Contains("ไม่รับดำเนินการ", results[settled.Reference], StringComparison.Ordinal);
        Assert.Equal(ServiceRequestStatus.Accepted, (await Given.ReadAsync(app, good)).Status);
        Assert.Equal(ServiceRequestStatus.Submitted, (await Given.ReadAsync(app, unchecked_)).Status);
        Assert.Equal(ServiceRequestStatus.Submitted, (await Given.ReadAsync(app, changed)).Status);
    }

    [Fact]
    public async Task Several_are_assigned_to_one_who_gets_one_letter_for_all()
    {
        await using var app = await TestApp.StartAsync();
        var somying = await Team.JoinAsync(app, "somying", "สมหญิง รักงาน", hasAddress: true);
        var requests = new List<ServiceRequest>();
        for (var i = 0; i < 3; i++)
            requests.Add(await Given.ARequestAsync(app));
        var hers = await Given.ARequestAsync(app, it => it.SeenToBy(somying, "สมหญิง รักงาน"));
        var before = (await Team.ToldAsync(app)).Count;
        using var officer = await Desk.OfficerAsync(app);

        var confirm = await officer.GetAsync(Several(Act.Assign, [hers, .. requests]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.SubmitAsync(confirm, Form)).Status);
        var results = ResultsOf(await officer.SubmitAsync(confirm, Form, [("OfficerId", $"{somying}")])).ToDictionary(row => row.Reference, row => row.Result);

        Assert.Equal("สมหญิง รักงาน รับผิดชอบเรื่องนี้อยู่แล้ว", results[hers.Reference]);
        foreach (var request in requests)
            Assert.Equal((somying, 1), await Team.AssigneeOfAsync(app, request));
        Assert.Equal(before + 1, (await Team.ToldAsync(app)).Count);
    }

    [Fact]
    public async Task The_bar_leads_to_printing_and_to_a_work_order_with_what_was_ticked()
    {
        await using var app = await TestApp.StartAsync();
        var one = await Given.ARequestAsync(app, it => it.Accepted());
        var two = await Given.ARequestAsync(app, it => it.Accepted());
        using var officer = await Desk.OfficerAsync(app);
        var inbox = await officer.GetAsync(Links.Inbox);
        (string, string?)[] ticked = [("request", one.Reference), ("request", two.Reference)];

        var print = await officer.SubmitAsync(inbox, "form[data-several]", ticked, submitter: $".several-bar button[formaction='{Links.Forms}']");
        var order = await officer.SubmitAsync(inbox, "form[data-several]", ticked, submitter: $".several-bar button[formaction='{Links.WorkOrders}/new']");

        Assert.Equal(2, print.Html.QuerySelectorAll("input[name=request]").Length);
        Assert.Contains(one.Reference, order.Text, StringComparison.Ordinal);
        Assert.Contains(two.Reference, order.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_are_forwarded_to_an_agency_of_the_list_with_its_number()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app);
        using var officer = await Desk.OfficerAsync(app);

        var confirm = await officer.GetAsync(Several(Act.Forward, request));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.SubmitAsync(confirm, Form)).Status);
        await officer.SubmitAsync(confirm, Form, [("Authority", "pea")]);

        var read = await Given.ReadAsync(app, request);
        Assert.Equal(ServiceRequestStatus.Forwarded, read.Status);
        Assert.Equal("การไฟฟ้าส่วนภูมิภาค (กฟภ.)", read.Timeline[^1].Detail);
        Assert.Contains("1129", read.Timeline[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_chosen_and_too_many_are_said_and_nothing_is_done()
    {
        await using var app = await TestApp.StartAsync();
        await Given.ARequestAsync(app, it => it.Checked());
        using var officer = await Desk.OfficerAsync(app);

        Assert.Contains("กรุณาเลือกอย่างน้อยหนึ่งเรื่อง", (await officer.GetAsync(Links.Several("accept"))).Words, StringComparison.Ordinal);
        Assert.Contains("กรุณาเลือกอย่างน้อยหนึ่งเรื่อง", (await officer.GetAsync(Links.Several("accept") + "?request=x&request=69-00001-5")).Words, StringComparison.Ordinal);
        var form = await officer.GetAsync(Several(Act.Accept, await Given.ARequestAsync(app, it => it.Checked())));
        var rows = Enumerable.Range(1, 501).Select(number => ("Rows", (string?)$"{Reference.Create(2569, number)}.3"));
        var answer = await officer.SubmitAsync(form, Form, rows);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("ไม่เกิน 500 เรื่อง", answer.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OfficerRole.Crew)]
    [InlineData(OfficerRole.Director)]
    public async Task Whoever_decides_nothing_does_nothing_to_several_either(OfficerRole role)
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app);
        using var visitor = await app.SignInAsync(role);

        foreach (var act in (Act[])[Act.Accept, Act.Assign, Act.Forward])
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync(Several(act, request))).Status);
    }
}
