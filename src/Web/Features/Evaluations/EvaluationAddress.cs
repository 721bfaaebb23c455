using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Evaluations;

/// <summary>Which completions are shown; what cannot be read is as if it were not there.</summary>
static class EvaluationAddress
{
    /// <summary>The period of an address: twelve months up to today unless it says otherwise.</summary>
    public static EvaluationPeriod Read(IQueryCollection query, DateTime now)
    {
        var today = ThaiDates.BangkokDate(now);
        var to = TypedDay.Read(query["to"]) ?? today;
        var from = TypedDay.Read(query["from"]) ?? new DateOnly(to.Year, to.Month, 1).AddMonths(-11);
        return from <= to ? new(from, to) : new(to, from);
    }

    public static string Query(EvaluationPeriod period) => $"?from={TypedDay.Write(period.From)}&to={TypedDay.Write(period.To)}";
}
