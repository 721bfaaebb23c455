using Songthang.Domain.ServiceRequests;

namespace Songthang.Infrastructure.Persistence;

/// <summary>One completion of a request, of which its requester is asked: made when it is completed, filled in when it is answered.</summary>
public sealed class Evaluation
{
    /// <summary>Key in storage.</summary>
    public long Id { get; set; }

    /// <summary>The request.</summary>
    public ServiceRequest ServiceRequest { get; set; } = null!;

    /// <summary>Key of <see cref="ServiceRequest"/>.</summary>
    public long ServiceRequestId { get; set; }

    /// <summary>
    /// Number of the timeline entry that completed it, as a reopened request is asked about each completion; of the rating, when it was
    /// merged and its requester rated the repair of another.
    /// </summary>
    public int Number { get; set; }

    /// <summary>When it was completed, UTC.</summary>
    public DateTime CompletedAt { get; set; }

    /// <summary>Year and month of the completion in Bangkok, Common Era: <c>202611</c>.</summary>
    public int Month { get; set; }

    /// <summary>What was wrong.</summary>
    public string FaultCode { get; set; } = "";

    /// <summary>The crew whose work order repaired it, a code of the settings; empty when there was none.</summary>
    public string CrewCode { get; set; } = "";

    /// <summary>When the requester is to be asked once more, UTC; null when not or no more.</summary>
    public DateTime? AskAgainAt { get; set; }

    /// <summary>When the requester was asked once more, UTC; null when not.</summary>
    public DateTime? AskedAgainAt { get; set; }

    /// <summary>When the requester answered, UTC; null while not.</summary>
    public DateTime? AnsweredAt { get; set; }

    /// <summary>Whether the light works, as the requester says.</summary>
    public bool? IsFixed { get; set; }

    /// <summary>1 to <see cref="ServiceRequest.BestSatisfaction"/>; null while not said.</summary>
    public int? Satisfaction { get; set; }

    /// <summary>The requester's comment; never public.</summary>
    public string Comment { get; set; } = "";

    /// <summary>What the requester of one request says of the repair of another, mostly the same.</summary>
    public static Evaluation Of(ServiceRequest request, ServiceRequest repaired, int number) => new()
    {
        ServiceRequest = request,
        Number = number,
        CompletedAt = repaired.CompletedAt!.Value,
        Month = MonthOf(Domain.Thai.ThaiDates.BangkokDate(repaired.CompletedAt.Value)),
        FaultCode = request.FaultCode,
    };

    /// <summary>Number of the entry that last completed a request; null when none did.</summary>
    public static int? NumberOf(ServiceRequest request) =>
        request.Timeline.LastOrDefault(entry => entry.Kind == TimelineKind.Completed)?.Number;

    /// <summary>A month as <see cref="Month"/> holds it.</summary>
    public static int MonthOf(DateOnly day) => day.Year * 100 + day.Month;
}
