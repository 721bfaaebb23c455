using System.Reflection;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Domain.Tests.ServiceRequests;

public class TimelineChainTests
{
    [Fact]
    public void A_story_as_it_was_written_is_whole()
    {
        foreach (var status in Enum.GetValues<ServiceRequestStatus>())
        {
            var request = ARequest.In(status);

            Assert.Null(TimelineChain.FirstBroken(request.Reference, request.Timeline));
            Assert.Equal(Enumerable.Range(1, request.Timeline.Count), request.Timeline.Select(entry => entry.Number));
        }
    }

    public static TheoryData<string, object> Alterations { get; } = new()
    {
        { nameof(TimelineEntry.Text), "เปลี่ยนหลอดแล้ว " },
        { nameof(TimelineEntry.Kind), TimelineKind.Declined },
        { nameof(TimelineEntry.At), ARequest.Monday.AddMilliseconds(1) },
        { nameof(TimelineEntry.ActorName), "สมศรี ทดสอด" },
        { nameof(TimelineEntry.ActorOfficerId), 8 },
        { nameof(TimelineEntry.Audience), Audience.Officers },
        { nameof(TimelineEntry.Detail), "x" },
        { nameof(TimelineEntry.From), ServiceRequestStatus.Accepted },
        { nameof(TimelineEntry.To), ServiceRequestStatus.Declined },
        { nameof(TimelineEntry.Hash), new string('0', 64) },
    };

    [Theory]
    [MemberData(nameof(Alterations))]
    public void One_changed_value_is_found(string property, object value)
    {
        var request = ARequest.Completed();
        var altered = request.Timeline[^1];
        Set(altered, property, value);

        Assert.Equal(altered.Number, TimelineChain.FirstBroken(request.Reference, request.Timeline));
    }

    [Fact]
    public void One_changed_byte_of_an_old_text_is_found_even_when_its_own_hash_is_made_anew()
    {
        var request = ARequest.Completed().Then((it, now) => it.AddNote("ปิดงาน", ARequest.Officer, now));
        var altered = request.Timeline[^2];
        Set(altered, nameof(TimelineEntry.Text), altered.Text[..^1] + (char)(altered.Text[^1] + 1));
        Assert.Equal(altered.Number, TimelineChain.FirstBroken(request.Reference, request.Timeline));

        Set(altered, nameof(TimelineEntry.Hash), altered.HashAfter(request.Timeline[^3].Hash, request.Reference));

        Assert.Equal(altered.Number + 1, TimelineChain.FirstBroken(request.Reference, request.Timeline));
    }

    [Fact]
    public void An_entry_removed_moved_or_taken_to_another_request_is_found()
    {
        var request = ARequest.Completed();
        var story = request.Timeline;

        Assert.Equal(2, TimelineChain.FirstBroken(request.Reference, story.Where(entry => entry.Number != 2)));
        Assert.Equal(1, TimelineChain.FirstBroken(request.Reference, story.Skip(1)));
        Assert.Equal(2, TimelineChain.FirstBroken(request.Reference, [story[0], story[2], story[1]]));
        Assert.Equal(1, TimelineChain.FirstBroken("69-00002-6", story));
    }

    static void Set(TimelineEntry entry, string property, object value) =>
        typeof(TimelineEntry).GetProperty(property, BindingFlags.Public | BindingFlags.Instance)!.SetValue(entry, value);
}
