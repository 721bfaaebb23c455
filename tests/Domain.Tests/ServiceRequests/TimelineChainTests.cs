using System.Reflection;
using Songthang.Domain.Officers;
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

        Set(altered, nameof(TimelineEntry.TextDigest), WrittenEntry.Digest(altered.Salt, altered.Text));
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

    [Fact]
    public void A_story_whose_words_were_removed_is_whole_and_says_that_they_were()
    {
        var request = ARequest.Completed().Then((it, now) => it.AddNote("ผู้แจ้งชื่อสมใจ", ARequest.Officer, now));
        var before = request.Timeline.Select(entry => entry.Hash).ToList();

        request.RemovePersonalData(Actor.System, ARequest.Monday.AddYears(1));

        Assert.Null(TimelineChain.FirstBroken(request.Reference, request.Timeline));
        Assert.Equal(before, request.Timeline.SkipLast(1).Select(entry => entry.Hash));
        Assert.DoesNotContain(request.Timeline, entry => entry.MayTellOfPerson);
        Assert.False(request.MayTellOfPerson);
        // Without the entry that says so it is no removal but a loss.
        Assert.NotNull(TimelineChain.FirstBroken(request.Reference, request.Timeline.SkipLast(1)));
    }

    [Fact]
    public void Words_of_a_removed_entry_cannot_be_found_by_guessing_nor_put_back()
    {
        var request = ARequest.Completed().Then((it, now) => it.AddNote("ผู้แจ้งชื่อสมใจ", ARequest.Officer, now));
        var note = request.Timeline[^1];
        var (salt, digest) = (note.Salt, note.TextDigest);
        Assert.Equal(digest, WrittenEntry.Digest(salt, "ผู้แจ้งชื่อสมใจ"));

        request.RemovePersonalData(Actor.System, ARequest.Monday.AddYears(1));

        Assert.Equal(("", "", digest), (note.Text, note.Salt, note.TextDigest));
        Set(note, nameof(TimelineEntry.Text), "ผู้แจ้งชื่อสมชาย");
        Assert.Equal(note.Number, TimelineChain.FirstBroken(request.Reference, request.Timeline));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Words_from_before_there_were_digests_can_be_removed_and_a_broken_chain_stays_broken(bool isBroken)
    {
        var request = ARequest.Completed().Then((it, now) => it.AddNote("ผู้แจ้งชื่อสมใจ", ARequest.Officer, now));
        var previous = "";
        foreach (var entry in request.Timeline)
        {
            Set(entry, nameof(TimelineEntry.Salt), "");
            Set(entry, nameof(TimelineEntry.TextDigest), "");
            Set(entry, nameof(TimelineEntry.Hash), previous = entry.HashAfter(previous, request.Reference));
        }

        typeof(ServiceRequest).GetProperty(nameof(ServiceRequest.TimelineHash))!.SetValue(request, previous);
        if (isBroken)
            Set(request.Timeline[1], nameof(TimelineEntry.Detail), "x");
        Assert.Equal(isBroken ? 2 : null, TimelineChain.FirstBroken(request.Reference, request.Timeline));

        request.RemovePersonalData(Actor.System, ARequest.Monday.AddYears(1));

        Assert.False(request.MayTellOfPerson);
        Assert.Equal(isBroken ? 2 : null, TimelineChain.FirstBroken(request.Reference, request.Timeline));
    }

    static void Set(TimelineEntry entry, string property, object value) =>
        typeof(TimelineEntry).GetProperty(property, BindingFlags.Public | BindingFlags.Instance)!.SetValue(entry, value);
}
