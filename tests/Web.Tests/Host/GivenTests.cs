using Songthang.Domain.ServiceRequests;

namespace Songthang.Web.Tests.Host;

public class GivenTests
{
    [Fact]
    public async Task A_story_that_is_told_stands_in_the_database()
    {
        await using var app = await TestApp.StartAsync();

        var main = await Given.ARequestAsync(app);
        var told = await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 2).Opened().Accepted().After(days: 1).Started());
        await Given.LaterAsync(app, told, it => it.Completed());
        await Given.LaterAsync(app, main, it => it.Checked("ไฟดับ"));

        Assert.Equal("69-00001-4", main.Reference);
        var read = await Given.ReadAsync(app, told);
        Assert.Equal(ServiceRequestStatus.Completed, read.Status);
        Assert.Equal(TimeSpan.FromDays(2), read.CompletedAt - read.SubmittedAt);
        Assert.Equal(
            [TimelineKind.Submitted, TimelineKind.Opened, TimelineKind.DetailsChecked, TimelineKind.Accepted,
             TimelineKind.WorkStarted, TimelineKind.Completed],
            read.Timeline.Select(entry => entry.Kind));
    }
}
