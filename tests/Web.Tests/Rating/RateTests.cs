using System.Net;
using Songthang.Domain.ServiceRequests;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Rating;

public sealed class RateTests : IAsyncLifetime
{
    TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_requester_rates_the_repair_once()
    {
        var request = await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 3).Accepted().After(days: 1).Started().Completed());
        using var citizen = app.NewVisitor();
        var own = await citizen.GetAsync($"/r/{request.Secret}");
        Assert.True(own.Has("a[href$='/rate']"));
        var form = await citizen.GetAsync($"/r/{request.Secret}/rate");

        var sent = await citizen.SubmitAsync(form, "form[action$='/rate']", [("Fixed", "true"), ("Satisfaction", "5"), ("Comment", "ซ่อมเร็วมาก")]);
        var thanks = await citizen.FollowAsync(sent);

        Assert.Contains("ขอบคุณ", thanks.TextOf(".flash"), StringComparison.Ordinal);
        Assert.Contains("5 จาก 5 คะแนน", thanks.TextOf(".timeline"), StringComparison.Ordinal);
        Assert.False(thanks.Has("a[href$='/rate']"));
        Assert.Equal(5, (await Given.ReadAsync(app, request)).Satisfaction);
        var again = await citizen.SubmitAsync(form, "form[action$='/rate']", [("Fixed", "true"), ("Satisfaction", "1")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Equal(5, (await Given.ReadAsync(app, request)).Satisfaction);
    }

    [Fact]
    public async Task The_comment_is_never_public()
    {
        var request = await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 3).Accepted().After(days: 1).Completed());
        using var citizen = app.NewVisitor();
        var form = await citizen.GetAsync($"/r/{request.Secret}/rate");
        await citizen.SubmitAsync(form, "form[action$='/rate']", [("Fixed", "true"), ("Satisfaction", "2"), ("Comment", "ลับเฉพาะ")]);

        var page = await citizen.GetAsync($"/reports/{request.Reference}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("ลับเฉพาะ", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ให้คะแนน", page.TextOf(".timeline"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("6")]
    [InlineData("x")]
    public async Task A_rating_outside_the_choices_is_marked_and_the_comment_kept(string rating)
    {
        var request = await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 3).Accepted().After(days: 1).Completed());
        using var citizen = app.NewVisitor();
        var form = await citizen.GetAsync($"/r/{request.Secret}/rate");

        var sent = await citizen.SubmitAsync(form, "form[action$='/rate']", [("Fixed", "true"), ("Satisfaction", rating), ("Comment", "เก็บไว้")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.Status);
        Assert.True(sent.Has(".error-summary"));
        Assert.Equal("เก็บไว้", sent.TextOf("textarea[name=Comment]"));
        Assert.Null((await Given.ReadAsync(app, request)).Satisfaction);
    }

    [Fact]
    public async Task Whoever_says_that_it_is_not_fixed_is_offered_another_look()
    {
        var request = await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 3).Accepted().After(days: 1).Completed());
        using var citizen = app.NewVisitor();
        var form = await citizen.GetAsync($"/r/{request.Secret}/rate");

        var sent = await citizen.SubmitAsync(form, "form[action$='/rate']", [("Fixed", "false"), ("Satisfaction", "1")]);
        var reopen = await citizen.FollowAsync(sent);
        var again = await citizen.FollowAsync(await citizen.SubmitAsync(reopen, "form[action$='/reopen']", [("Reason", "ยังไม่ติด")]));

        Assert.Contains("ยังใช้ไม่ได้ · 1 จาก 5 คะแนน", again.TextOf(".timeline"), StringComparison.Ordinal);
        Assert.Equal(ServiceRequestStatus.Accepted, (await Given.ReadAsync(app, request)).Status);
    }

    [Fact]
    public async Task Whether_it_works_must_be_said()
    {
        var request = await Given.ARequestAsync(app, it => it.Accepted().Completed());
        using var citizen = app.NewVisitor();

        var sent = await citizen.SubmitAsync(await citizen.GetAsync($"/r/{request.Secret}/rate"), "form[action$='/rate']", [("Satisfaction", "4")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.Status);
        Assert.True(sent.Has(".error-summary a[href='#Fixed']"));
        Assert.True(sent.Has("#satisfaction-4[checked]"));
    }

    [Fact]
    public async Task What_is_not_repaired_cannot_be_rated()
    {
        var request = await Given.ARequestAsync(app, it => it.Accepted());
        using var citizen = app.NewVisitor();

        var page = await citizen.GetAsync($"/r/{request.Secret}/rate");

        Assert.False(page.Has("form[action$='/rate']"));
        Assert.Contains("เมื่อซ่อมเสร็จแล้ว", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repair_questioned_and_done_again_can_be_rated_anew()
    {
        var request = await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 5).Accepted().After(days: 1).Completed()
            .Then((r, at) => r.Rate(false, 1, "", Domain.Officers.Actor.Requester, at)).Reopened().After(days: 1).Completed());

        Assert.True((await Given.ReadAsync(app, request)).MayRate);
        Assert.Equal(ServiceRequestStatus.Completed, request.Status);
    }
}
