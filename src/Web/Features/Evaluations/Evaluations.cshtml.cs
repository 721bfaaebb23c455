using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Evaluations;

/// <summary>A table of groups with its title and the heading of its first column.</summary>
public sealed record GroupTable(string Id, string Title, string First, IReadOnlyList<(string Name, EvaluationGroup Group)> Rows);

/// <summary>What requesters said of the repairs, by month, fault and crew.</summary>
[Authorize(Policy = Policies.Readers)]
public sealed class EvaluationsModel(EvaluationList list, TimeProvider time) : PageModel
{
    public const int PageSize = 25;

    public EvaluationPeriod Period { get; private set; } = null!;
    public IReadOnlyList<EvaluationGroup> Months { get; private set; } = [];
    public IReadOnlyList<EvaluationGroup> Faults { get; private set; } = [];
    public IReadOnlyList<EvaluationGroup> Crews { get; private set; } = [];
    public IReadOnlyList<EvaluationRow> Remarks { get; private set; } = [];

    /// <summary>Where the page of remarks begins; null on the first.</summary>
    public PageStart? Start { get; private set; }

    /// <summary>Where the next page of remarks begins; null on the last one.</summary>
    public PageStart? Next { get; private set; }

    public string Query => EvaluationAddress.Query(Period);

    /// <summary>All months together; null when nobody was asked.</summary>
    public EvaluationGroup? Total => Months.Count == 0 ? null : Months.Aggregate((one, other) => new EvaluationGroup(
        0, "", one.Asked + other.Asked, one.Answered + other.Answered, one.Fixed + other.Fixed, one.Points + other.Points));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Period = EvaluationAddress.Read(Request.Query, time.GetUtcNow().UtcDateTime);
        Start = PageStart.Read(Request.Query["after"], isBackwards: false);
        Months = await list.PerMonthAsync(Period, cancellationToken);
        Faults = await list.PerFaultAsync(Period, cancellationToken);
        Crews = await list.PerCrewAsync(Period, cancellationToken);
        var remarks = await list.RemarksAsync(Period, Start, PageSize, cancellationToken);
        Remarks = [.. remarks.Take(PageSize)];
        Next = remarks.Count > PageSize ? new(Remarks[^1].CompletedAt, Remarks[^1].Id, IsBackwards: false) : null;
    }

    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Share(double? share) => share is { } part ? part.ToString("P0", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal) : "–";

    public static string Mean(double? mean) => mean?.ToString("0.0", CultureInfo.InvariantCulture) ?? "–";
}
