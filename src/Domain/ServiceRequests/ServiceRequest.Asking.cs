using Songthang.Domain.Officers;

namespace Songthang.Domain.ServiceRequests;

public sealed partial class ServiceRequest
{
    /// <summary>Days that the requester has to answer unless the officer says otherwise.</summary>
    public const int DefaultAnswerDays = 7;

    /// <summary>The open question: the newest one, while the state is <see cref="ServiceRequestStatus.AwaitingInformation"/>.</summary>
    public TimelineEntry? OpenQuestion => Status == ServiceRequestStatus.AwaitingInformation
        ? timeline.FindLast(entry => entry.Kind == TimelineKind.InformationAsked)
        : null;

    /// <summary>Asks the requester for what is missing; step 6 stands still until the answer.</summary>
    /// <param name="question">What is wanted, once and in full (Licensing Facilitation Act 2558).</param>
    /// <param name="answerBy">UTC, in the future.</param>
    /// <param name="by">The officer.</param>
    /// <param name="now">UTC.</param>
    public void AskForInformation(string question, DateTime answerBy, Actor by, DateTime now)
    {
        RequireText(question, "request.question-missing", "กรุณาเขียนคำถาม", "Please write the question.");
        Workflow.Require(Status, ServiceRequestStatus.AwaitingInformation);
        if (answerBy <= now)
        {
            throw new RuleBroken("request.answer-by-past", new(
                "กำหนดตอบต้องเป็นเวลาในอนาคต", "The time to answer must be in the future."));
        }

        Add(TimelineKind.InformationAsked, by, now, Audience.Requester, question,
            to: ServiceRequestStatus.AwaitingInformation);
        AnswerBy = ToMillisecond(answerBy);
    }

    /// <summary>The requester answers; the request goes back to where it was asked from and is unread again.</summary>
    /// <param name="answer">In words; may be empty when there are photos.</param>
    /// <param name="photoKeys">Keys of the photo store.</param>
    /// <param name="by">The requester.</param>
    /// <param name="now">UTC.</param>
    /// <exception cref="RuleBroken"><c>request.not-awaiting-information</c>: nothing is asked any more.</exception>
    public void AnswerInformation(string answer, IReadOnlyList<string> photoKeys, Actor by, DateTime now)
    {
        var question = RequireOpenQuestion();
        if (photoKeys.Count == 0)
            RequireText(answer, "request.answer-missing", "กรุณาเขียนคำตอบหรือแนบภาพ", "Please write an answer or add a photo.");
        RequireLength(answer, MaxSymptom);
        AddPhotos(photoKeys, PhotoKind.Answer, now);
        AnswerBy = null;
        IsUnread = true;
        Add(TimelineKind.InformationAnswered, by, now, Audience.Requester, answer, to: question.From);
    }

    /// <summary>Nobody answered in time; the request goes back to where it was asked from.</summary>
    public void LetQuestionLapse(DateTime now)
    {
        var question = RequireOpenQuestion();
        if (now < AnswerBy)
            throw new RuleBroken("request.answer-not-due", new("ยังไม่ถึงกำหนดตอบ", "The time to answer is not over."));
        AnswerBy = null;
        IsUnread = true;
        Add(TimelineKind.InformationLapsed, Actor.System, now, Audience.Requester, to: question.From);
    }

    TimelineEntry RequireOpenQuestion() => OpenQuestion ?? throw new RuleBroken(
        "request.not-awaiting-information",
        new("ขณะนี้ไม่มีคำถามที่รอคำตอบจากท่าน", "No question is waiting for your answer at the moment."));
}
