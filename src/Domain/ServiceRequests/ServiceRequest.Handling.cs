using System.Globalization;
using Songthang.Domain.Officers;

namespace Songthang.Domain.ServiceRequests;

public sealed partial class ServiceRequest
{
    /// <summary>An officer looks at it: the first time is an entry that stops step 1; later it only takes the unread mark off.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool Open(Actor by, DateTime now)
    {
        var first = !timeline.Exists(entry => entry.Kind == TimelineKind.Opened);
        if (!first && !IsUnread)
            return false;
        IsUnread = false;
        UnreadMessages = 0;
        if (first)
            Add(TimelineKind.Opened, by, now, Audience.Public);
        else
            Version++;
        return true;
    }

    /// <summary>Takes the request on: stops step 5, the seven days of step 6 begin, the requester is told.</summary>
    /// <param name="message">A word to the requester, may be empty.</param>
    /// <param name="by">The officer.</param>
    /// <param name="now">UTC.</param>
    /// <exception cref="RuleBroken"><c>request.not-checked</c> before the details were checked (manual step 2).</exception>
    public void Accept(string message, Actor by, DateTime now)
    {
        Workflow.RequireFrom(Status, ServiceRequestStatus.Submitted);
        if (CheckedAt is null)
            throw NotChecked();

        RequireLength(message, MaxSymptom);
        Add(TimelineKind.Accepted, by, now, Audience.Requester, message, to: ServiceRequestStatus.Accepted);
        AcceptedAt = UpdatedAt;
    }

    /// <summary>A crew begins.</summary>
    public void StartWork(string note, Actor by, DateTime now)
    {
        RequireLength(note, MaxSymptom);
        // The table also leads here from a question that is answered, which is not for an officer to decide.
        Workflow.RequireFrom(Status, ServiceRequestStatus.Accepted);
        Add(TimelineKind.WorkStarted, by, now, Audience.Requester, note, to: ServiceRequestStatus.InProgress);
    }

    /// <summary>The work rests; the request goes back to accepted.</summary>
    /// <param name="reasonCode">A code of <see cref="PauseReason"/>.</param>
    /// <param name="text">In words; may be empty.</param>
    /// <param name="by">The officer.</param>
    /// <param name="now">UTC.</param>
    public void PauseWork(string reasonCode, string text, Actor by, DateTime now)
    {
        if (PauseReason.Find(reasonCode) is null)
            throw new RuleBroken("request.reason-missing", new("กรุณาเลือกเหตุผล", "Please choose the reason."));
        RequireLength(text, MaxSymptom);
        Workflow.RequireFrom(Status, ServiceRequestStatus.InProgress);
        Add(TimelineKind.WorkPaused, by, now, Audience.Requester, text, reasonCode, ServiceRequestStatus.Accepted);
    }

    /// <summary>Repaired: stops step 6, the requester is told the result.</summary>
    /// <param name="whatWasDone">The result in words, shown to everyone.</param>
    /// <param name="photoKeys">Photos of the repaired lamp, public.</param>
    /// <param name="by">The officer or crew.</param>
    /// <param name="now">UTC.</param>
    public void Complete(string whatWasDone, IReadOnlyList<string> photoKeys, Actor by, DateTime now)
    {
        RequireText(whatWasDone, "request.result-missing", "กรุณาระบุผลการดำเนินการ", "Please say what was done.");
        Workflow.Require(Status, ServiceRequestStatus.Completed);
        AddPhotos(photoKeys, PhotoKind.After, now);
        Add(TimelineKind.Completed, by, now, Audience.Public, whatWasDone, to: ServiceRequestStatus.Completed);
        CompletedAt = UpdatedAt;
    }

    /// <summary>Not taken on.</summary>
    /// <param name="reason">From the list.</param>
    /// <param name="text">In words, to the requester.</param>
    /// <param name="by">The officer.</param>
    /// <param name="now">UTC.</param>
    public void Decline(DeclineReason reason, string text, Actor by, DateTime now)
    {
        RequireText(text, "request.reason-missing", "กรุณาระบุเหตุผล", "Please give the reason.");
        Workflow.Require(Status, ServiceRequestStatus.Declined);
        Close();
        Add(TimelineKind.Declined, by, now, Audience.Requester, text, reason.Code, ServiceRequestStatus.Declined);
    }

    /// <summary>Taken up again: by the requester within <see cref="Workflow.ReopenDays"/> days of completion, by an officer any time.</summary>
    /// <param name="reason">What is still wrong.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="now">UTC.</param>
    /// <param name="photoKeys">Photos that show it; keys of the photo store.</param>
    /// <param name="askedBy">Reference of the merged request whose requester asks: those words are not this requester's to read. Empty otherwise.</param>
    public void Reopen(string reason, Actor by, DateTime now, IReadOnlyList<string>? photoKeys = null, string askedBy = "")
    {
        RequireText(reason, "request.reason-missing", "กรุณาระบุเหตุผล", "Please give the reason.");
        Workflow.RequireFrom(Status, ServiceRequestStatus.Completed, ServiceRequestStatus.Forwarded,
            ServiceRequestStatus.Declined);
        if (by.Kind == ActorKind.Requester
            && (Status != ServiceRequestStatus.Completed || now > CompletedAt?.AddDays(Workflow.ReopenDays)))
        {
            throw new RuleBroken("request.reopen-too-late", new(
                $"ขอให้ตรวจสอบอีกครั้งได้ภายใน {Workflow.ReopenDays} วันหลังซ่อมเสร็จ กรุณาแจ้งเหตุใหม่",
                $"A repair can be questioned within {Workflow.ReopenDays} days. Please send a new report."));
        }

        AddPhotos(photoKeys ?? [], PhotoKind.Reopening, now);
        Add(TimelineKind.Reopened, by, now, Audience.Requester, askedBy.Length == 0 ? reason : "", askedBy, ServiceRequestStatus.Accepted);
        ReopenedCount++;
        AcceptedAt = UpdatedAt;
        CompletedAt = null;
        Satisfaction = null;
        IsUnread = by.Kind == ActorKind.Requester;
        if (askedBy.Length > 0)
            Add(TimelineKind.NoteAdded, by, now, Audience.Officers, $"{askedBy}: {reason}");
    }

    /// <summary>Photos of the requester of a merged request who wants another look at the main one; their words stand there.</summary>
    public void AddReopeningPhotos(IReadOnlyList<string> photoKeys, DateTime now)
    {
        AddPhotos(photoKeys, PhotoKind.Reopening, now);
        Version++;
    }

    /// <summary>The requester takes it back.</summary>
    public void Withdraw(string reason, Actor by, DateTime now)
    {
        RequireLength(reason, MaxSymptom);
        Workflow.Require(Status, ServiceRequestStatus.Withdrawn);
        Close();
        Add(TimelineKind.Withdrawn, by, now, Audience.Requester, reason, to: ServiceRequestStatus.Withdrawn);
        IsUnread = by.Kind == ActorKind.Requester;
    }

    /// <summary>A message reached the requester: stops step 3 or 7, whichever the told entry belongs to.</summary>
    /// <param name="toldNumber">Number of the entry that the message was about.</param>
    /// <param name="channel">Such as <c>email</c>.</param>
    /// <param name="now">UTC.</param>
    public void RecordNotice(int toldNumber, string channel, DateTime now) =>
        Add(TimelineKind.NoticeSent, Actor.System, now, Audience.Officers, channel,
            toldNumber.ToString(CultureInfo.InvariantCulture));

    /// <summary>An officer told the requester by phone: counts like a sent message (manual steps 3 and 7).</summary>
    public void RecordCall(string note, Actor by, DateTime now)
    {
        RequireLength(note, MaxSymptom);
        Add(TimelineKind.RequesterCalled, by, now, Audience.Officers, note);
    }

    /// <summary>The request form was printed (stops step 4 the first time).</summary>
    public void RecordPrinting(Actor by, DateTime now) => Add(TimelineKind.FormPrinted, by, now, Audience.Officers);

    /// <summary>A word among officers that the requester does not see.</summary>
    public void AddNote(string note, Actor by, DateTime now) =>
        Add(TimelineKind.NoteAdded, by, now, Audience.Officers,
            RequireText(note, "request.note-missing", "กรุณาเขียนบันทึก", "Please write the note."));

    static RuleBroken NotChecked() => new("request.not-checked", new(
        "กรุณาตรวจสอบข้อมูลก่อนรับเรื่อง", "Please check the details before accepting."));

    void Close() => EndQuestion();
}
