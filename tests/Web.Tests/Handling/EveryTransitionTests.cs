using Songthang.Domain.ServiceRequests;
using Songthang.Web.Tests.Host;
using static Songthang.Domain.ServiceRequests.ServiceRequestStatus;

namespace Songthang.Web.Tests.Handling;

/// <summary>Every transition of the workflow's table has its page, and no page leads elsewhere.</summary>
public class EveryTransitionTests
{
    public static TheoryData<ServiceRequestStatus, ServiceRequestStatus> Allowed { get; } = [..
        from status in Enum.GetValues<ServiceRequestStatus>()
        from next in Workflow.Next(status)
        select (status, next)];

    [Theory]
    [MemberData(nameof(Allowed))]
    public async Task Each_transition_that_the_table_allows_is_made_through_its_page(ServiceRequestStatus from, ServiceRequestStatus to)
    {
        await using var app = await TestApp.StartAsync();
        var main = await Given.ARequestAsync(app);
        var request = await Desk.ByEmailAsync(app, it => Reach(it, from, to, main));
        Assert.Equal(from, request.Status);
        using var officer = await Desk.OfficerAsync(app);
        using var citizen = app.NewVisitor();

        var page = await officer.GetAsync($"/officer/requests/{request.Reference}");
        if (from == AwaitingInformation && to is Submitted or Accepted or InProgress)
            await citizen.SubmitAsync(await citizen.GetAsync($"/r/{request.Secret}/answer"), "main form", [("Text", "ฝั่งซ้าย")]);
        else
            await ActAsync(officer, page, request, WayOf(from, to), main);

        var after = await Given.ReadAsync(app, request);
        Assert.Equal(to, after.Status);
        Assert.Contains(after.Timeline.Skip(request.Timeline.Count), entry => entry.From == from && entry.To == to);
        Assert.Null(TimelineChain.FirstBroken(after.Reference, after.Timeline));
    }

    static async Task ActAsync(Visitor officer, Page page, ServiceRequest request, Act act, ServiceRequest main)
    {
        // The page of the request offers what the table allows.
        Assert.True(page.Has($".acts a[href^='{Desk.AddressOf(request, act)}']"), $"{act} is not offered.");
        await officer.ActAsync(request, act, act == Act.Merge ? [("Main", main.Reference), ("Step", "send")] : Desk.Fields(act));
    }

    static Act WayOf(ServiceRequestStatus from, ServiceRequestStatus to) => (from, to) switch
    {
        (_, AwaitingInformation) => Act.Ask,
        (Submitted, Accepted) => Act.Accept,
        (InProgress, Accepted) => Act.Pause,
        (_, Accepted) => Act.Reopen,
        (_, InProgress) => Act.Start,
        (_, Completed) => Act.Complete,
        (_, Forwarded) => Act.Forward,
        (_, Declined) => Act.Decline,
        (_, Duplicate) => Act.Merge,
        (Duplicate, Submitted) => Act.Split,
        (_, Withdrawn) => Act.Withdraw,
        _ => throw new InvalidOperationException($"Nobody has said which page leads from {from} to {to}."),
    };

    static Story Reach(Story it, ServiceRequestStatus from, ServiceRequestStatus to, ServiceRequest main) => from switch
    {
        Submitted => it.Checked(),
        AwaitingInformation when to == Accepted => it.Accepted().Asked(),
        AwaitingInformation when to == InProgress => it.Accepted().Started().Asked(),
        AwaitingInformation => it.Checked().Asked(),
        Accepted => it.Accepted(),
        InProgress => it.Accepted().Started(),
        Completed => it.Accepted().Completed(),
        Forwarded => it.Forwarded(),
        Declined => it.Declined(),
        Duplicate => it.MergedInto(main),
        Withdrawn => it.Withdrawn(),
        _ => throw new ArgumentOutOfRangeException(nameof(from)),
    };
}
