using System.Globalization;
using Songthang.Domain.ServiceLevels;

namespace Songthang.Domain.ServiceRequests;

public sealed partial class ServiceRequest
{
    /// <summary>The facts that the step clocks are derived from, read off the timeline (design section 2).</summary>
    public StepMoments Moments()
    {
        // After a reopening the work, its result and its ending count anew; what was done before the decision stays.
        var round = Math.Max(0, timeline.FindLastIndex(entry => entry.Kind is TimelineKind.Reopened or TimelineKind.SplitOff));
        return new StepMoments
        {
            Received = SubmittedAt,
            FirstOpened = FirstTime(TimelineKind.Opened),
            DetailsChecked = FirstTime(TimelineKind.DetailsChecked),
            RequesterTold = FirstTold(),
            FormPrinted = FirstTime(TimelineKind.FormPrinted),
            Decided = FirstTime(TimelineKind.Accepted, TimelineKind.Declined, TimelineKind.Forwarded),
            Accepted = AcceptedAt,
            Completed = CompletedAt,
            ResultSent = CompletedAt is null ? null : ResultTold(),
            Closed = Status.IsOpen() || Status == ServiceRequestStatus.Completed ? null : LastChangeOfStatus(round),
            Waits = Waits(),
        };
    }

    /// <summary>An officer's words reached the requester when the channel took them, or a call was made, or they stand on
    /// the own page and that is where the requester wants to read them.</summary>
    DateTime? FirstTold() => timeline.Find(entry => entry.Kind == TimelineKind.RequesterCalled || IsOfficersWord(entry) && IsReadOnOwnPage
        || entry.Kind == TimelineKind.NoticeSent && IsOfficersWord(Told(entry)))?.At;

    DateTime? ResultTold()
    {
        var completed = timeline.FindLast(entry => entry.Kind == TimelineKind.Completed)!;
        if (IsReadOnOwnPage)
            return completed.At;
        return timeline.Find(entry => entry.Number > completed.Number
            && (entry.Kind == TimelineKind.RequesterCalled || entry.Kind == TimelineKind.NoticeSent && Told(entry) == completed))?.At;
    }

    bool IsReadOnOwnPage => Requester.ToldBy == ToldBy.OwnPage;

    static bool IsOfficersWord(TimelineEntry? entry) => entry?.Kind is TimelineKind.Accepted or TimelineKind.InformationAsked
        or TimelineKind.Declined or TimelineKind.Forwarded or TimelineKind.Merged or TimelineKind.Completed or TimelineKind.MessageWritten;

    TimelineEntry? Told(TimelineEntry notice) =>
        int.TryParse(notice.Detail, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? timeline.Find(entry => entry.Number == number)
            : null;

    DateTime? FirstTime(params ReadOnlySpan<TimelineKind> kinds)
    {
        foreach (var entry in timeline)
            if (kinds.Contains(entry.Kind))
                return entry.At;
        return null;
    }

    DateTime? LastChangeOfStatus(int fromIndex) =>
        timeline.FindLast(entry => entry.From != entry.To && entry.Number > fromIndex)?.At;

    List<WaitingSpan> Waits()
    {
        var waits = new List<WaitingSpan>();
        TimelineEntry? asked = null;
        foreach (var entry in timeline)
        {
            if (entry.Kind == TimelineKind.InformationAsked)
            {
                asked = entry;
            }
            else if (asked is not null && entry.From == ServiceRequestStatus.AwaitingInformation && entry.To != entry.From)
            {
                waits.Add(new WaitingSpan(asked.At, entry.At));
                asked = null;
            }
        }

        if (asked is not null)
            waits.Add(new WaitingSpan(asked.At, null));
        return waits;
    }
}
