using System.Globalization;
using Songthang.Domain.Geography;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceLevels;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;

namespace Songthang.Domain.Notifications;

/// <summary>
/// What the words of a notice are made from: an entry and as much of its request as may leave the house. Nothing about
/// the requester is in it, and nothing that the requester wrote.
/// </summary>
public sealed record NoticeFacts
{
    /// <summary>What happened.</summary>
    public required TimelineKind Kind { get; init; }

    /// <summary>Who did it.</summary>
    public required ActorKind By { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>What an officer said; empty where the requester spoke.</summary>
    public required string Text { get; init; }

    /// <summary>The entry's code, such as the reason of declining or the receiver of a forwarded request.</summary>
    public required string Detail { get; init; }

    /// <summary>Reference of the request.</summary>
    public required string Reference { get; init; }

    /// <summary>What is wrong with the light.</summary>
    public required Phrase Fault { get; init; }

    /// <summary>Road and tambon; empty when only a position is known.</summary>
    public Phrase Place { get; init; } = new("", "");

    /// <summary>People may come to harm.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>Until when the question of this entry is to be answered (UTC); null when it is no longer open.</summary>
    public DateTime? AnswerBy { get; init; }

    /// <summary>By when the light should be right (UTC); null when nobody can say or that time is over.</summary>
    public DateTime? ExpectedBy { get; init; }

    /// <summary>The request that goes on for a merged one, whose own number <see cref="Reference"/> is then; empty for everyone else.</summary>
    public string Main { get; init; } = "";

    /// <summary>Days that the work usually takes once the request is accepted.</summary>
    public int WorkDays { get; init; } = 7;

    /// <summary>The facts of an entry of a request as it stands now.</summary>
    /// <param name="request">With its whole timeline.</param>
    /// <param name="entry">One of its entries.</param>
    /// <param name="province">Names the tambon.</param>
    /// <param name="level">Says how long the work may take.</param>
    /// <param name="faults">Names what is wrong.</param>
    public static NoticeFacts Of(ServiceRequest request, TimelineEntry entry, Province province, ServiceLevel level, FaultTypes faults)
    {
        var expected = StepClocks.ExpectedCompletion(request.Moments(), level);
        // A reminder says the question once more.
        var said = entry.Kind == TimelineKind.InformationReminded
            ? request.Timeline.FirstOrDefault(asked => asked.Number.ToString(CultureInfo.InvariantCulture) == entry.Detail) ?? entry
            : entry;
        return new NoticeFacts
        {
            Kind = entry.Kind,
            By = entry.ActorKind,
            At = entry.At,
            Text = entry.ActorKind == ActorKind.Requester ? "" : said.Text,
            Detail = said.Detail,
            Reference = request.Reference,
            Fault = faults.Find(request.FaultCode)?.Name ?? new("ไฟฟ้าสาธารณะขัดข้อง", "Street-light fault"),
            Place = PlaceOf(request, province),
            IsUrgent = request.IsUrgent,
            // A later question has its own notice with its own time.
            AnswerBy = request.OpenQuestion?.Number == said.Number ? request.AnswerBy : null,
            ExpectedBy = expected > entry.At ? expected : null,
            WorkDays = (int)level.AllowanceFor(ManualStep.DoWork).Time.TotalDays,
        };
    }

    /// <summary>The same for somebody else than the requester: without what an officer said to the requester alone.</summary>
    /// <param name="audience">Who may read the entry's text.</param>
    /// <param name="reference">The number that the reader knows; null for a follower, who knows the request's own.</param>
    public NoticeFacts ForOthers(Audience audience, string? reference) => this with
    {
        Text = audience == Audience.Public ? Text : "",
        Reference = reference ?? Reference,
        Main = reference is null ? "" : Reference,
        AnswerBy = null,
    };

    static Phrase PlaceOf(ServiceRequest request, Province province)
    {
        var tambon = province.Find(request.Place.TambonCode);
        return new(Join(tambon?.FullName("th")), Join(tambon?.FullName("en")));

        string Join(string? name) => string.Join(' ', new[] { request.Place.Road, name }.Where(part => !string.IsNullOrEmpty(part)));
    }
}
