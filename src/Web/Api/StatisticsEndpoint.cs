using System.ComponentModel;
using Songthang.Domain.Figures;
using Songthang.Domain.Geography;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceLevels;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared.Figures;

namespace Songthang.Web.Api;

/// <summary>Days that the figures are of, both included, in Bangkok.</summary>
public sealed record ApiPeriod(
    [property: Description("As the parameter period takes it; null for days chosen freely.")] string? Code, DateOnly From, DateOnly To, ApiWords Name);

/// <summary>What a group of requests comes to.</summary>
public sealed record ApiTally(
    [property: Description("Received in the period.")] int Received,
    [property: Description("Of those received, done by now.")] int Done,
    [property: Description("Of those received, still open.")] int Open,
    [property: Description("Of those received, ended without a repair.")] int EndedOtherwise,
    [property: Description("Repaired in the period, whenever they were received.")] int Repaired,
    [property: Description("Of those repaired, within the allowance of the work.")] int RepairedInTime,
    [property: Description("Ratings given in the period.")] int Ratings,
    [property: Description("Mean of the ratings, 1 to 5; null with fewer than five.")] double? MeanSatisfaction)
{
    internal static ApiTally Of(Tally it) => new(
        it.Received, it.Done, it.Open, it.EndedOtherwise, it.Completed, it.Kept, it.Ratings,
        it.PublicMean is { } mean ? Math.Round(mean, 2) : null);
}

/// <summary>A line of a table.</summary>
public sealed record ApiFigures(
    [property: Description("The month (2026-11), the amphoe's or the service's code; null for places that are not known.")] string? Key,
    ApiWords? Name, ApiTally Tally,
    [property: Description("Minutes within which half were repaired; null where that is not known.")] int? MedianMinutes,
    [property: Description("Minutes within which nine of ten were repaired.")] int? NinetiethPercentileMinutes);

/// <summary>How long a step of the manual took, of what was repaired in the period.</summary>
public sealed record ApiStepFigures(
    [property: Description("1 to 7.")] int Step, ApiWords Name, [property: Description("Minutes that the step may take.")] int AllowanceMinutes,
    [property: Description("What counts: office, calendar-days or working-days.")] string TimeCounted,
    [property: Description("Requests that it was measured of.")] int Count, int InTime, int? MedianMinutes, int? NinetiethPercentileMinutes);

/// <summary>The figures of /statistics.</summary>
public sealed record ApiStatistics(
    ApiPeriod Period, string? Amphoe, string? Service, ApiTally Total, IReadOnlyList<ApiFigures> Months, IReadOnlyList<ApiFigures> Amphoes,
    IReadOnlyList<ApiFigures> Services, IReadOnlyList<ApiStepFigures> Steps,
    [property: Description("False while the program still counts requests of an older version of itself.")] bool IsComplete);

/// <summary>What became of the reports: the same query as the page for people.</summary>
static class StatisticsEndpoint
{
    public static void MapStatistics(this IEndpointRouteBuilder api) =>
        api.MapGet("/statistics", ShowAsync).WithName("GetStatistics").WithTags("Statistics").WithSummary("What became of the reports of a period")
            .Produces<ApiStatistics>().ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    static async Task<IResult> ShowAsync(
        [Description("A fiscal year (2570), quarter (2570q1) or month (2569m11) of the Buddhist Era; the present fiscal year when nothing is given")] string? period,
        [Description("First day, such as 2026-10-01, instead of period")] string? from, [Description("Last day")] string? to,
        [Description("a and an amphoe (a1401), or f and a code of /api/v1/services (flamp_out)")] string? only,
        HttpContext context, FiguresQuery query, Province province, FaultTypes faults, ServiceLevel level, TimeProvider time, CancellationToken cancellationToken)
    {
        var choice = PeriodChoice.Read(context.Request.Query, time.GetUtcNow().UtcDateTime, province, faults);
        var mistakes = new ApiMistakes();
        mistakes.Check(string.IsNullOrEmpty(from) && string.IsNullOrEmpty(to) ? "period" : "from", choice.Of is not null);
        mistakes.Check("only", only, _ => choice.Only.Length > 0);
        if (mistakes.Any)
            return mistakes.ToProblem();
        var of = choice.Of!;
        var figures = await query.RunAsync(of, cancellationToken);
        return ApiAnswer.Json(context, new ApiStatistics(
            new(ApiRequest.Said(of.Period.Code), of.Period.From, of.Period.To, ApiWords.Of(of.Period.Title)), ApiRequest.Said(of.AmphoeCode), ApiRequest.Said(of.FaultCode),
            ApiTally.Of(figures.Total),
            [.. figures.Months.Select(line => Write(line, $"{line.Key[..4]}-{line.Key[4..]}", null))],
            [.. figures.Amphoes.Select(line => Write(line, ApiRequest.Said(line.Key), NameOf(line.Key, province)))],
            [.. figures.Faults.Select(line => Write(line, line.Key, ApiWords.Of(faults.NameOf(line.Key))))],
            [.. figures.Steps.Select(step => Write(step, level))], figures.IsComplete));
    }

    static ApiFigures Write(FiguresLine line, string? key, ApiWords? name) =>
        new(key, name, ApiTally.Of(line.Tally), line.Work?.Median, line.Work?.NinetiethPercentile);

    static ApiStepFigures Write(StepFigures step, ServiceLevel level)
    {
        var allowance = level.AllowanceFor(step.Step);
        return new((int)step.Step, ApiWords.Of(step.Step.Name()), (int)allowance.Time.TotalMinutes,
            System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(allowance.Kind.ToString()),
            step.Count, step.Kept, step.Median, step.NinetiethPercentile);
    }

    static ApiWords? NameOf(string amphoe, Province province) =>
        province.Amphoes.FirstOrDefault(known => known.Code == amphoe) is { } found ? new(found.Name("th"), found.Name("en")) : null;
}
