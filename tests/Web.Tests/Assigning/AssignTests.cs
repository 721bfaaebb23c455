using System.Net;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Web.Shared;
using Songthang.Web.Tests.Handling;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Outbox;

namespace Songthang.Web.Tests.Assigning;

public class AssignTests
{
    [Fact]
    public async Task An_officer_takes_a_request_up_with_one_press_and_it_says_so_everywhere()
    {
        await using var app = await TestApp.StartAsync();
        var me = await Team.JoinAsync(app, "somsri", "สมศรี ใจดี", hasAddress: true);
        var request = await Given.ARequestAsync(app);
        using var officer = await app.SignInAsync(OfficerRole.Officer, "somsri");
        var page = await officer.GetAsync(Links.OfficerRequest(request.Reference));
        Assert.Contains("ยังไม่มี", page.TextOf(".assignee"), StringComparison.Ordinal);

        page = await officer.FollowAsync(await officer.SubmitAsync(page, ".assignee form"));

        Assert.Contains("สมศรี ใจดี (ท่าน)", page.TextOf(".assignee"), StringComparison.Ordinal);
        Assert.False(page.Has(".assignee form"));
        Assert.Contains("มอบหมายผู้รับผิดชอบ", page.TextOf(".story li"), StringComparison.Ordinal);
        Assert.Contains("เฉพาะเจ้าหน้าที่", page.TextOf(".story li"), StringComparison.Ordinal);
        Assert.Equal((me, 1), await Team.AssigneeOfAsync(app, request));
        Assert.Empty(await Team.ToldAsync(app));
        Assert.Contains("สมศรี ใจดี", (await officer.GetAsync(Links.Inbox)).TextOf(".inbox-assignee"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_else_is_told_by_email_and_neither_the_citizen_nor_the_public_reads_a_name()
    {
        await using var server = await MailServer.StartAsync();
        await using var app = await OutboxTest.StartAsync(server);
        var somying = await Team.JoinAsync(app, "somying", "สมหญิง รักงาน", hasAddress: true);
        var request = await Given.ARequestAsync(app, it => it.Of("wire_down"));
        using var officer = await Desk.OfficerAsync(app);

        var sent = await officer.ActAsync(request, Act.Assign, ("OfficerId", $"{somying}"));
        Assert.Equal(HttpStatusCode.Found, sent.Status);
        await app.SendAsync();

        var mail = Assert.Single(server.MessagesTo("somying@office.example"));
        Assert.StartsWith($"[ด่วน] มีเรื่องมอบหมายถึงท่าน {request.Reference}", mail.Subject, StringComparison.Ordinal);
        Assert.Contains($"/officer/requests/{request.Reference}", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("ทดสอบ ใจดี", mail.TextBody, StringComparison.Ordinal);
        using var visitor = app.NewVisitor();
        foreach (var address in (string[])[Links.PublicReport(request.Reference), Links.OwnPage(request.Secret)])
        {
            var words = (await visitor.GetAsync(address)).Words;
            Assert.DoesNotContain("สมหญิง", words, StringComparison.Ordinal);
            Assert.DoesNotContain("มอบหมาย", words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_an_address_or_with_a_closed_account_no_letter_is_written()
    {
        await using var app = await TestApp.StartAsync();
        var silent = await Team.JoinAsync(app, "silent", "ไม่มี อีเมล");
        var request = await Given.ARequestAsync(app);
        using var officer = await Desk.OfficerAsync(app);

        await officer.ActAsync(request, Act.Assign, ("OfficerId", $"{silent}"));

        Assert.Equal((silent, 1), await Team.AssigneeOfAsync(app, request));
        Assert.Empty(await Team.ToldAsync(app));
    }

    [Theory]
    [InlineData(OfficerRole.Crew)]
    [InlineData(OfficerRole.Director)]
    public async Task Nothing_is_assigned_to_whoever_decides_nothing(OfficerRole role)
    {
        await using var app = await TestApp.StartAsync();
        var other = await app.CreateAccountAsync("other", role);
        var request = await Given.ARequestAsync(app);
        using var officer = await Desk.OfficerAsync(app);

        var answer = await officer.ActAsync(request, Act.Assign, ("OfficerId", $"{other}"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.True(answer.Has(".error-summary"));
        Assert.False(answer.Has($"select option[value='{other}']"));
        Assert.Equal((null, 0), await Team.AssigneeOfAsync(app, request));
    }

    [Fact]
    public async Task Two_who_assign_at_once_do_not_undo_each_other()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app);
        var somsri = await Team.JoinAsync(app, "somsri", "สมศรี ใจดี");
        var somying = await Team.JoinAsync(app, "somying", "สมหญิง รักงาน");
        using var first = await app.SignInAsync(OfficerRole.Officer, "somsri");
        using var second = await app.SignInAsync(OfficerRole.Officer, "somying");
        var (one, other) = (await first.GetAsync(Desk.AddressOf(request, Act.Assign)), await second.GetAsync(Desk.AddressOf(request, Act.Assign)));

        await first.SubmitAsync(one, Desk.Form, [("OfficerId", $"{somsri}")]);
        var answer = await second.SubmitAsync(other, Desk.Form, [("OfficerId", $"{somying}")]);

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("สมศรี ใจดี", answer.TextOf(".meanwhile"), StringComparison.Ordinal);
        Assert.Equal((somsri, 1), await Team.AssigneeOfAsync(app, request));
        Assert.Equal(HttpStatusCode.Found, (await second.SubmitAsync(answer, Desk.Form)).Status);
        Assert.Equal((somying, 2), await Team.AssigneeOfAsync(app, request));
    }

    [Fact]
    public async Task It_can_go_back_to_the_team()
    {
        await using var app = await TestApp.StartAsync();
        var id = await Team.JoinAsync(app, "somsri", "สมศรี ใจดี");
        var request = await Given.ARequestAsync(app, it => it.SeenToBy(id, "สมศรี ใจดี"));
        using var officer = await Desk.OfficerAsync(app);

        await officer.ActAsync(request, Act.Assign, ("OfficerId", "0"));

        Assert.Equal((null, 2), await Team.AssigneeOfAsync(app, request));
    }
}
