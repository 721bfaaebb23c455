using System.Globalization;
using Songthang.Domain.Officers;

namespace Songthang.Domain.ServiceRequests;

public sealed partial class ServiceRequest
{
    /// <summary>Best satisfaction; 1 is the worst.</summary>
    public const int BestSatisfaction = 5;

    // Stand in entries behind the points.
    internal const string FixedWord = "fixed", NotFixedWord = "not-fixed";

    /// <summary>How satisfied the requester is with the repair, 1 to <see cref="BestSatisfaction"/>; null while not said.</summary>
    public int? Satisfaction { get; private set; }

    /// <summary>Whether the requester may still say how satisfied they are: once for each repair.</summary>
    public bool MayRate => Status == ServiceRequestStatus.Completed && Satisfaction is null;

    /// <summary>Whether the requester of this merged request may still rate the repair of its main request: once for each.</summary>
    public bool MayRateRepairOf(ServiceRequest main) => main.Status == ServiceRequestStatus.Completed
        && !(timeline.FindLast(entry => entry.Kind == TimelineKind.Rated)?.At >= main.CompletedAt);

    /// <summary>Asks once more whether the light works, when that can be seen.</summary>
    /// <param name="now">UTC.</param>
    /// <exception cref="RuleBroken"><c>request.transition</c> when it is not completed.</exception>
    public void AskForEvaluation(DateTime now)
    {
        Workflow.RequireFrom(Status, ServiceRequestStatus.Completed);
        Add(TimelineKind.EvaluationAsked, Actor.System, now, Audience.Requester);
    }

    /// <summary>The requester rates the repair (Good Governance Decree 2546: satisfaction is measured).</summary>
    /// <param name="isFixed">Whether the light works.</param>
    /// <param name="satisfaction">1 to <see cref="BestSatisfaction"/>.</param>
    /// <param name="comment">In words; may be empty. Read by officers, never public.</param>
    /// <param name="by">The requester.</param>
    /// <param name="now">UTC.</param>
    /// <param name="main">The request whose repair it was, when this one had been merged into it.</param>
    /// <exception cref="RuleBroken"><c>request.rated</c> when this repair was rated before.</exception>
    public void Rate(bool isFixed, int satisfaction, string comment, Actor by, DateTime now, ServiceRequest? main = null)
    {
        if (satisfaction is < 1 or > BestSatisfaction)
            throw new RuleBroken("request.satisfaction", new("กรุณาเลือกคะแนน 1 ถึง 5", "Please choose 1 to 5."));
        RequireLength(comment, MaxSymptom);
        Workflow.RequireFrom((main ?? this).Status, ServiceRequestStatus.Completed);
        if (!(main is null ? MayRate : MayRateRepairOf(main)))
        {
            throw new RuleBroken("request.rated", new(
                "ท่านได้ให้คะแนนการซ่อมครั้งนี้แล้ว ขอบคุณ", "You have rated this repair already. Thank you."));
        }

        Satisfaction = satisfaction;
        Add(TimelineKind.Rated, by, now, Audience.Requester, comment, string.Create(CultureInfo.InvariantCulture, $"{satisfaction} {(isFixed ? FixedWord : NotFixedWord)}"));
    }
}
