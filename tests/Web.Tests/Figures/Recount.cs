using Songthang.Domain.Figures;
using Songthang.Domain.ServiceLevels;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence.Queries;

namespace Songthang.Web.Tests.Figures;

/// <summary>The figures counted anew, one request and one timeline entry after the other, by nothing that the kept sums are made with.</summary>
sealed class Recount(IReadOnlyList<ServiceRequest> all, ServiceLevel level)
{
    public Tally Of(FiguresOf of) => new(
        Received(of, _ => true), Received(of, it => it.Timeline[^1].To == ServiceRequestStatus.Completed),
        Received(of, it => it.Timeline[^1].To == ServiceRequestStatus.Forwarded), Received(of, it => it.Timeline[^1].To == ServiceRequestStatus.Declined),
        Received(of, it => it.Timeline[^1].To == ServiceRequestStatus.Duplicate), Received(of, it => it.Timeline[^1].To == ServiceRequestStatus.Withdrawn),
        Received(of, it => it.Timeline.Any(entry => entry.Kind == TimelineKind.Reopened)),
        Completed(of).Count(), Completed(of).Count(it => Clock(it, ManualStep.DoWork) is var clock && clock.Taken(clock.Stopped!.Value) <= TimeSpan.FromDays(7)),
        Ratings(of).Count(), Ratings(of).Count(entry => entry.Detail.EndsWith(" fixed", StringComparison.Ordinal)),
        Ratings(of).Sum(entry => entry.Detail[0] - '0'));

    /// <summary>How long a step took for each request that was completed in the period, where that was recorded.</summary>
    public List<int> Minutes(FiguresOf of, ManualStep step) =>
    [
        .. Completed(of).Where(it => step switch
            {
                ManualStep.OpenNotification => Has(it, TimelineKind.Opened),
                ManualStep.CheckDetails => Has(it, TimelineKind.DetailsChecked),
                ManualStep.PrintForm => Has(it, TimelineKind.FormPrinted),
                _ => true,
            })
            .Select(it => Clock(it, step)).Select(clock => (int)clock.Taken(clock.Stopped!.Value).TotalMinutes).Order(),
    ];

    int Received(FiguresOf of, Func<ServiceRequest, bool> isSo) => Among(of).Count(it => In(of, it.Timeline[0].At) && isSo(it));

    IEnumerable<ServiceRequest> Completed(FiguresOf of) => Among(of).Where(it => it.Timeline[^1].To == ServiceRequestStatus.Completed
        && In(of, it.Timeline.Last(entry => entry.Kind == TimelineKind.Completed).At));

    IEnumerable<TimelineEntry> Ratings(FiguresOf of) =>
        Among(of).SelectMany(it => it.Timeline).Where(entry => entry.Kind == TimelineKind.Rated && In(of, entry.At));

    IEnumerable<ServiceRequest> Among(FiguresOf of) => all.Where(it =>
        (of.AmphoeCode.Length == 0 || (of.AmphoeCode == PublicFilter.NoAmphoe ? it.Place.TambonCode.Length == 0 : it.Place.TambonCode.StartsWith(of.AmphoeCode, StringComparison.Ordinal)))
        && (of.FaultCode.Length == 0 || it.FaultCode == of.FaultCode));

    StepClock Clock(ServiceRequest it, ManualStep step) => StepClocks.Of(it.Moments(), level).Single(clock => clock.Step == step);

    static bool Has(ServiceRequest it, TimelineKind kind) => it.Timeline.Any(entry => entry.Kind == kind);

    static bool In(FiguresOf of, DateTime at) => ThaiDates.BangkokDate(at) is var day && of.Period.From <= day && day <= of.Period.To;
}
