using Songthang.Domain.Figures;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Infrastructure.Persistence.Sums;

/// <summary>
/// The differences that requests make to the sums: what they were counted as goes away, what they are now comes in. Those of
/// many requests that are saved together meet in the same rows.
/// </summary>
public sealed class SumChanges
{
    readonly Dictionary<(int, string, string, string), DailySum> days = [];
    readonly Dictionary<(int, string, int, int), StepSum> steps = [];

    /// <summary>The same for what the office alone sees.</summary>
    public WorkChanges Work { get; } = new();

    /// <summary>The same for the cells of the map.</summary>
    public MapChanges Map { get; } = new();

    /// <summary>The rows to be added, without those that come to nothing.</summary>
    public IEnumerable<DailySum> Days => days.Values.Where(sum => !sum.IsNothing);

    /// <summary>The rows to be added, without those that come to nothing.</summary>
    public IEnumerable<StepSum> Steps => steps.Values.Where(sum => (sum.Count, sum.Kept) != (0, 0));

    /// <summary>Whether no sum changes.</summary>
    public bool IsNothing => !Days.Any() && !Steps.Any() && !Work.Rows.Any() && !Map.Cells.Any();

    /// <summary>A request is counted as something else from now on.</summary>
    /// <param name="before">What it was counted as; null when it was not.</param>
    /// <param name="after">What it is to be counted as.</param>
    public void Add(RequestTally? before, RequestTally after)
    {
        if (before is not null)
            Count(before, -1);
        Count(after, 1);
    }

    void Count(RequestTally tally, int times)
    {
        Count(tally, tally.Received, times, new()
        {
            Received = 1,
            Done = One(tally.Ended == ServiceRequestStatus.Completed),
            Forwarded = One(tally.Ended == ServiceRequestStatus.Forwarded),
            Declined = One(tally.Ended == ServiceRequestStatus.Declined),
            Merged = One(tally.Ended == ServiceRequestStatus.Duplicate),
            Withdrawn = One(tally.Ended == ServiceRequestStatus.Withdrawn),
            Reopened = One(tally.IsReopened),
        });
        foreach (var rating in tally.Ratings)
            Count(tally, rating.Day, times, new() { Ratings = 1, Fixed = One(rating.IsFixed), Points = rating.Points });
        if (tally.Completed is not { } completed)
            return;
        Count(tally, completed, times, new() { Completed = 1, Kept = One(tally.IsWorkKept == true) });
        foreach (var step in tally.Steps)
            foreach (var cut in CutsOf(tally))
                Count(completed, cut, step, times);
    }

    void Count(RequestTally tally, DateOnly day, int times, DailySum what)
    {
        foreach (var span in SpansOf(day))
        {
            var key = (span, tally.AmphoeCode, tally.FaultCode, tally.Channel.ToString());
            if (!days.TryGetValue(key, out var sum))
            {
                days[key] = sum = new()
                {
                    Span = span,
                    AmphoeCode = tally.AmphoeCode,
                    FaultCode = tally.FaultCode,
                    Channel = tally.Channel.ToString(),
                    IsFresh = true,
                };
            }

            sum.Add(what, times);
        }
    }

    void Count(DateOnly day, string cut, StepTaken step, int times)
    {
        foreach (var span in SpansOf(day))
        {
            var key = (span, cut, (int)step.Step, DurationScale.Round(step.Minutes));
            if (!steps.TryGetValue(key, out var sum))
                steps[key] = sum = new() { Span = key.span, Cut = cut, Step = key.Item3, Place = key.Item4, IsFresh = true };
            sum.Count += times;
            sum.Kept += times * One(step.IsKept);
        }
    }

    static IEnumerable<string> CutsOf(RequestTally tally) =>
        [StepCuts.All, StepCuts.OfAmphoe(tally.AmphoeCode), StepCuts.OfFault(tally.FaultCode)];

    static IEnumerable<int> SpansOf(DateOnly day) => [Spans.OfDay(day), Spans.OfMonth(day)];

    static int One(bool isSo) => isSo ? 1 : 0;
}
