using System.Globalization;
using Songthang.Domain.ServiceLevels;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;

namespace Songthang.Domain.Figures;

/// <summary>How long a step of a completed request took.</summary>
/// <param name="Step">The step.</param>
/// <param name="Minutes">Whole minutes of the kind that the step's allowance counts.</param>
/// <param name="IsKept">Whether that was within the allowance.</param>
public readonly record struct StepTaken(ManualStep Step, int Minutes, bool IsKept);

/// <summary>What a requester said of a repair.</summary>
/// <param name="Day">On which day in Bangkok.</param>
/// <param name="Points">1 to <see cref="ServiceRequest.BestSatisfaction"/>.</param>
/// <param name="IsFixed">Whether the light works, as the requester says.</param>
public readonly record struct GivenRating(DateOnly Day, int Points, bool IsFixed);

/// <summary>
/// What one request adds to the figures. Read off its timeline and the present service level alone, so that sums of it can be
/// proved by counting anew.
/// </summary>
/// <param name="Received">Day of the report in Bangkok.</param>
/// <param name="AmphoeCode">Four digits; empty when the place is not known.</param>
/// <param name="FaultCode">What is wrong.</param>
/// <param name="Channel">By which way it came in.</param>
/// <param name="Ended">The state in which it has ended; null while it is open.</param>
/// <param name="IsReopened">Whether it was ever taken up again.</param>
/// <param name="Completed">Day of the repair in Bangkok; null unless it is completed.</param>
/// <param name="Steps">The steps of a completed request whose beginning and end were recorded.</param>
/// <param name="Ratings">What its requester said, oldest first.</param>
public sealed record RequestTally(
    DateOnly Received, string AmphoeCode, string FaultCode, IntakeChannel Channel, ServiceRequestStatus? Ended, bool IsReopened,
    DateOnly? Completed, IReadOnlyList<StepTaken> Steps, IReadOnlyList<GivenRating> Ratings)
{
    // Of another shape when what is counted changes: then all requests are to be counted anew.
    const string Shape = "1";

    /// <summary>Whether the work was done within its allowance (manual step 6); null unless it is completed.</summary>
    public bool? IsWorkKept => Completed is null ? null : Steps.Any(step => step is { Step: ManualStep.DoWork, IsKept: true });

    /// <summary>The tally of a request with its whole timeline.</summary>
    public static RequestTally Of(ServiceRequest request, ServiceLevel level) => new(
        ThaiDates.BangkokDate(request.SubmittedAt), request.Place.AmphoeCode, request.FaultCode, request.Channel,
        request.Status.IsOpen() ? null : request.Status, request.ReopenedCount > 0,
        request.CompletedAt is { } completed ? ThaiDates.BangkokDate(completed) : null,
        request.CompletedAt is null ? [] : [.. StepsOf(request, level)],
        [.. request.Timeline.Where(entry => entry.Kind == TimelineKind.Rated).Select(RatingOf)]);

    /// <summary>As it is kept beside the request.</summary>
    public string Code => string.Join('|',
        Shape, Write(Received), AmphoeCode, FaultCode, Channel, Ended, IsReopened ? "r" : "", Completed is { } day ? Write(day) : "",
        string.Join(' ', Steps.Select(step => Invariant($"{(int)step.Step}:{step.Minutes}{(step.IsKept ? "k" : "")}"))),
        string.Join(' ', Ratings.Select(rating => Invariant($"{Write(rating.Day)}:{rating.Points}{(rating.IsFixed ? "f" : "")}"))));

    /// <summary>Reads a <see cref="Code"/>; null for an empty one, of a request that was not counted yet.</summary>
    /// <exception cref="FormatException">It is no such code.</exception>
    public static RequestTally? Read(string code)
    {
        if (code.Length == 0)
            return null;
        if (code.Split('|') is not [Shape, var received, var amphoe, var fault, var channel, var ended, var reopened, var completed, var steps, var ratings])
            throw new FormatException("This is no tally of a request.");
        return new(
            Day(received), amphoe, fault, Enum.Parse<IntakeChannel>(channel), ended.Length == 0 ? null : Enum.Parse<ServiceRequestStatus>(ended),
            reopened.Length > 0, completed.Length == 0 ? null : Day(completed),
            [.. Pairs(steps).Select(pair => new StepTaken((ManualStep)Number(pair[0]), Number(pair[1].TrimEnd('k')), pair[1].EndsWith('k')))],
            [.. Pairs(ratings).Select(pair => new GivenRating(Day(pair[0]), Number(pair[1].TrimEnd('f')), pair[1].EndsWith('f')))]);
    }

    static IEnumerable<StepTaken> StepsOf(ServiceRequest request, ServiceLevel level)
    {
        var moments = request.Moments();
        return StepClocks.Of(moments, level)
            .Where(clock => clock is { Started: not null, Stopped: not null } && IsRecorded(clock.Step, moments))
            // An older register knows days, not times: nothing shorter can be told of it.
            .Where(clock => request.ImportKey is null || clock.Step == ManualStep.DoWork)
            .Select(clock => (clock.Step, Taken: clock.Taken(clock.Stopped!.Value), clock.Allowance))
            .Select(took => new StepTaken(took.Step, (int)took.Taken.TotalMinutes, took.Taken <= took.Allowance.Time));
    }

    /// <summary>A step that was passed over took no time that anybody measured.</summary>
    static bool IsRecorded(ManualStep step, StepMoments moments) => step switch
    {
        ManualStep.OpenNotification => moments.FirstOpened,
        ManualStep.CheckDetails => moments.DetailsChecked,
        ManualStep.TellRequester => moments.RequesterTold,
        ManualStep.PrintForm => moments.FormPrinted,
        ManualStep.SetStatus => moments.Decided,
        ManualStep.DoWork => moments.Completed,
        _ => moments.ResultSent,
    } is not null;

    static GivenRating RatingOf(TimelineEntry entry)
    {
        var parts = entry.Detail.Split(' ');
        return new(ThaiDates.BangkokDate(entry.At), Number(parts[0]), parts.ElementAtOrDefault(1) == ServiceRequest.FixedWord);
    }

    static IEnumerable<string[]> Pairs(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split(':'));

    static string Write(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture);

    static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
