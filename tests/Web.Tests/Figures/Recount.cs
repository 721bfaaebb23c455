using Songthang.Domain.Figures;
using Songthang.Domain.ServiceLevels;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence.Queries;

namespace Songthang.Web.Tests.Figures;

/// <summary>The figures counted anew, one request and one timeline entry after the other, by nothing that the kept sums are made with.</summary>
sealed class Recount(IEnumerable<ServiceRequest> requests, ServiceLevel level)
{
    readonly List<Known> all = [.. requests.Select(request => new Known(request, level))];

    public Tally Of(FiguresOf of) => new(
        Received(of, _ => true), Received(of, it => it.State == ServiceRequestStatus.Completed),
        Received(of, it => it.State == ServiceRequestStatus.Forwarded), Received(of, it => it.State == ServiceRequestStatus.Declined),
        Received(of, it => it.State == ServiceRequestStatus.Duplicate), Received(of, it => it.State == ServiceRequestStatus.Withdrawn),
        Received(of, it => it.Has(TimelineKind.Reopened)),
        Completed(of).Count(), Completed(of).Count(it => it.Taken(ManualStep.DoWork) <= TimeSpan.FromDays(7)),
        Ratings(of).Count(), Ratings(of).Count(entry => entry.Detail.EndsWith(" fixed", StringComparison.Ordinal)),
        Ratings(of).Sum(entry => entry.Detail[0] - '0'));

    /// <summary>How long a step took for each request that was completed in the period, where that was recorded.</summary>
    public List<int> Minutes(FiguresOf of, ManualStep step) =>
    [
        .. Completed(of).Where(it => step switch
            {
                ManualStep.OpenNotification => it.Has(TimelineKind.Opened),
                ManualStep.CheckDetails => it.Has(TimelineKind.DetailsChecked),
                ManualStep.PrintForm => it.Has(TimelineKind.FormPrinted),
                _ => true,
            })
            .Select(it => (int)it.Taken(step).TotalMinutes).Order(),
    ];

    int Received(FiguresOf of, Func<Known, bool> isSo) => Among(of).Count(it => In(of, it.Received) && isSo(it));

    IEnumerable<Known> Completed(FiguresOf of) => Among(of).Where(it => it.Completed is { } day && In(of, day));

    IEnumerable<TimelineEntry> Ratings(FiguresOf of) =>
        Among(of).SelectMany(it => it.Rated).Where(entry => In(of, ThaiDates.BangkokDate(entry.At)));

    IEnumerable<Known> Among(FiguresOf of) => all.Where(it =>
        (of.AmphoeCode.Length == 0 || (of.AmphoeCode == PublicFilter.NoAmphoe ? it.TambonCode.Length == 0 : it.TambonCode.StartsWith(of.AmphoeCode, StringComparison.Ordinal)))
        && (of.FaultCode.Length == 0 || it.FaultCode == of.FaultCode));

    static bool In(FiguresOf of, DateOnly day) => of.Period.From <= day && day <= of.Period.To;

    /// <summary>What one timeline tells; read off once, as it is asked for of many periods.</summary>
    sealed class Known
    {
        readonly HashSet<TimelineKind> kinds;
        readonly Dictionary<ManualStep, TimeSpan> taken = [];

        public Known(ServiceRequest request, ServiceLevel level)
        {
            (TambonCode, FaultCode) = (request.Place.TambonCode, request.FaultCode);
            Received = ThaiDates.BangkokDate(request.Timeline[0].At);
            State = request.Timeline[^1].To;
            kinds = [.. request.Timeline.Select(entry => entry.Kind)];
            Rated = [.. request.Timeline.Where(entry => entry.Kind == TimelineKind.Rated)];
            if (State != ServiceRequestStatus.Completed)
                return;
            Completed = ThaiDates.BangkokDate(request.Timeline.Last(entry => entry.Kind == TimelineKind.Completed).At);
            foreach (var clock in StepClocks.Of(request.Moments(), level).Where(clock => clock.Stopped is not null))
                taken[clock.Step] = clock.Taken(clock.Stopped!.Value);
        }

        public string TambonCode { get; }

        public string FaultCode { get; }

        public DateOnly Received { get; }

        public ServiceRequestStatus State { get; }

        public DateOnly? Completed { get; }

        public IReadOnlyList<TimelineEntry> Rated { get; }

        public bool Has(TimelineKind kind) => kinds.Contains(kind);

        public TimeSpan Taken(ManualStep step) => taken[step];
    }
}
