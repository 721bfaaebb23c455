using System.Globalization;
using Songthang.Domain.Officers;

namespace Songthang.Domain.ServiceRequests;

public sealed partial class ServiceRequest
{
    /// <summary>Days that the requester has to answer unless the officer says otherwise.</summary>
    public const int DefaultAnswerDays = 7;

    /// <summary>Most days to answer: who waits longer has forgotten.</summary>
    public const int MaxAnswerDays = 30;

    /// <summary>Most documents of one answer.</summary>
    public const int MaxDocuments = 3;

    /// <summary>How long before the end the requester is reminded.</summary>
    public static TimeSpan RemindedBefore { get; } = TimeSpan.FromDays(2);

    /// <summary>Nobody is reminded sooner after the question.</summary>
    public static TimeSpan RemindedAfter { get; } = TimeSpan.FromDays(1);

    /// <summary>When the requester is to be reminded of the open question, UTC; null when nobody is, or was already.</summary>
    public DateTime? RemindAt { get; private set; }

    /// <summary>The open question: the newest one, while the state is <see cref="ServiceRequestStatus.AwaitingInformation"/>.</summary>
    public TimelineEntry? OpenQuestion => Status == ServiceRequestStatus.AwaitingInformation
        ? timeline.FindLast(entry => entry.Kind == TimelineKind.InformationAsked)
        : null;

    /// <summary>Asks the requester for what is missing; step 6 stands still until the answer.</summary>
    /// <param name="question">What is wanted, once and in full (Licensing Facilitation Act 2558); may be empty when things are wanted.</param>
    /// <param name="answerBy">UTC, in the future, at most <see cref="MaxAnswerDays"/> days.</param>
    /// <param name="by">The officer.</param>
    /// <param name="now">UTC.</param>
    /// <param name="wanted">What is to be sent.</param>
    public void AskForInformation(
        string question, DateTime answerBy, Actor by, DateTime now, IReadOnlyList<WantedItem>? wanted = null)
    {
        wanted ??= [];
        if (wanted.Count == 0)
            RequireText(question, "request.question-missing", "กรุณาเขียนคำถามหรือเลือกสิ่งที่ขอ", "Please write the question or choose what is wanted.");
        RequireLength(question, MaxSymptom);
        Workflow.Require(Status, ServiceRequestStatus.AwaitingInformation);
        if (answerBy <= now)
        {
            throw new RuleBroken("request.answer-by-past", new(
                "กำหนดตอบต้องเป็นเวลาในอนาคต", "The time to answer must be in the future."));
        }

        // A day to answer by is a whole day.
        if (answerBy > now.AddDays(MaxAnswerDays + 1))
        {
            throw new RuleBroken("request.answer-by-late", new(
                $"กำหนดตอบต้องไม่เกิน {MaxAnswerDays} วัน", $"The time to answer is at most {MaxAnswerDays} days."));
        }

        Add(TimelineKind.InformationAsked, by, now, Audience.Requester, question, WantedItem.Codes(wanted),
            ServiceRequestStatus.AwaitingInformation);
        AnswerBy = ToMillisecond(answerBy);
        RemindAt = TimeToRemind(answerBy);
    }

    /// <summary>
    /// The question is answered; the request goes back to where it was asked from. An answer that the requester sends
    /// is unread until an officer opens it; one that an officer took down is not.
    /// </summary>
    /// <param name="answer">In words; may be empty when there are photos or documents.</param>
    /// <param name="photoKeys">Keys of the photo store.</param>
    /// <param name="by">The requester, or the officer who was told by phone.</param>
    /// <param name="now">UTC.</param>
    /// <param name="attached">Documents, at most <see cref="MaxDocuments"/>.</param>
    /// <exception cref="RuleBroken"><c>request.not-awaiting-information</c>: nothing is asked any more.</exception>
    public void AnswerInformation(
        string answer, IReadOnlyList<string> photoKeys, Actor by, DateTime now, IReadOnlyList<AttachedDocument>? attached = null)
    {
        attached ??= [];
        var question = RequireOpenQuestion();
        if (photoKeys.Count + attached.Count == 0)
            RequireText(answer, "request.answer-missing", "กรุณาเขียนคำตอบหรือแนบไฟล์", "Please write an answer or add a file.");
        RequireLength(answer, MaxSymptom);
        if (attached.Count > MaxDocuments)
        {
            throw new RuleBroken("request.documents", new(
                $"แนบเอกสารได้ไม่เกิน {MaxDocuments} ไฟล์", $"Please attach at most {MaxDocuments} documents."));
        }

        AddPhotos(photoKeys, PhotoKind.Answer, now);
        documents.AddRange(attached.Select(document => new Document(document, ToMillisecond(now))));
        EndQuestion();
        IsUnread |= by.Kind == ActorKind.Requester;
        Add(TimelineKind.InformationAnswered, by, now, Audience.Requester, answer, to: question.From);
    }

    /// <summary>Reminds the requester, by email, of the open question; once for each question.</summary>
    /// <exception cref="RuleBroken"><c>request.not-awaiting-information</c>, or <c>request.reminded</c> when it is not due or was done.</exception>
    public void RemindOfQuestion(DateTime now)
    {
        var question = RequireOpenQuestion();
        if (RemindAt is null || now < RemindAt)
            throw new RuleBroken("request.reminded", new("ไม่ต้องเตือนในขณะนี้", "Nothing is to be reminded of now."));
        RemindAt = null;
        Add(TimelineKind.InformationReminded, Actor.System, now, Audience.Requester,
            detail: question.Number.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Nobody answered in time; the request goes back to where it was asked from.</summary>
    public void LetQuestionLapse(DateTime now)
    {
        var question = RequireOpenQuestion();
        if (now < AnswerBy)
            throw new RuleBroken("request.answer-not-due", new("ยังไม่ถึงกำหนดตอบ", "The time to answer is not over."));
        EndQuestion();
        IsUnread = true;
        Add(TimelineKind.InformationLapsed, Actor.System, now, Audience.Requester, to: question.From);
    }

    TimelineEntry RequireOpenQuestion() => OpenQuestion ?? throw new RuleBroken(
        "request.not-awaiting-information",
        new("ขณะนี้ไม่มีคำถามที่รอคำตอบจากท่าน", "No question is waiting for your answer at the moment."));

    /// <summary>Only whom an email reaches can be reminded, and only when there is time left to answer.</summary>
    DateTime? TimeToRemind(DateTime answerBy)
    {
        if (Requester.ToldBy != ToldBy.Email || Requester.Email.Length == 0)
            return null;
        var (early, late) = (UpdatedAt + RemindedAfter, ToMillisecond(answerBy) - RemindedBefore);
        var at = early > late ? early : late;
        return at < answerBy ? at : null;
    }

    void EndQuestion() => (AnswerBy, RemindAt) = (null, null);
}
