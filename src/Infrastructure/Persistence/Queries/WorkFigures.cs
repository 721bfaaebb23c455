using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Figures;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Domain.WorkOrders;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>What a crew did.</summary>
/// <param name="Code">The crew.</param>
/// <param name="Repaired">Requests that it repaired.</param>
/// <param name="NotRepaired">Requests that it could not repair.</param>
public sealed record CrewFigures(string Code, int Repaired, int NotRepaired);

/// <summary>How often a cause was found.</summary>
/// <param name="Code">A code of the settings' causes; empty where none was said.</param>
/// <param name="Count">How often.</param>
public sealed record CauseFigures(string Code, int Count);

/// <summary>How much of a material was used.</summary>
/// <param name="Code">A code of the settings' materials.</param>
/// <param name="Name">What it was called.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Quantity">How many units.</param>
/// <param name="Unpriced">How many of them had no price when they were used.</param>
/// <param name="Satang">What the others cost, in satang.</param>
public sealed record MaterialFigures(string Code, Phrase Name, Phrase Unit, int Quantity, int Unpriced, long Satang)
{
    /// <summary>What those with a price cost, in baht.</summary>
    public decimal Baht => Satang / 100m;
}

/// <summary>How much an officer sees to.</summary>
/// <param name="Name">The officer; empty for requests that nobody sees to.</param>
/// <param name="Received">Requests of the period that lie with the officer.</param>
/// <param name="Done">Of those, completed by now.</param>
/// <param name="Open">Of those, still open.</param>
/// <param name="Reopened">Of those, ever taken up again.</param>
public sealed record OfficerFigures(string Name, int Received, int Done, int Open, int Reopened);

/// <summary>What only the office sees: crews, causes, materials and who sees to what.</summary>
/// <param name="Crews">By crew.</param>
/// <param name="Causes">By cause, the most frequent first.</param>
/// <param name="Materials">By material.</param>
/// <param name="Officers">By officer.</param>
public sealed record WorkFigures(
    IReadOnlyList<CrewFigures> Crews, IReadOnlyList<CauseFigures> Causes, IReadOnlyList<MaterialFigures> Materials, IReadOnlyList<OfficerFigures> Officers);

/// <summary>Reads them from the work orders and requests of the period: as long as there are many of those, not of all.</summary>
/// <param name="db">The database.</param>
public sealed class WorkFiguresQuery(AppDb db)
{
    /// <summary>The figures.</summary>
    public async Task<WorkFigures> RunAsync(Period period, CancellationToken cancellationToken)
    {
        var start = ThaiDates.FromBangkok(period.From, TimeOnly.MinValue);
        var end = ThaiDates.FromBangkok(period.To.AddDays(1), TimeOnly.MinValue);
        return new(
            await CrewsAsync(start, end, cancellationToken), await CausesAsync(start, end, cancellationToken),
            await MaterialsAsync(start, end, cancellationToken), await OfficersAsync(start, end, cancellationToken));
    }

    Task<List<CrewFigures>> CrewsAsync(DateTime start, DateTime end, CancellationToken cancellationToken) => Settled(start, end)
        .Where(item => item.Outcome == ItemOutcome.Repaired || item.Outcome == ItemOutcome.NotRepaired)
        .Join(db.WorkOrders, item => item.WorkOrderId, order => order.Id, (item, order) => new { order.CrewCode, item.Outcome })
        .GroupBy(done => done.CrewCode).OrderBy(crew => crew.Key)
        .Select(crew => new CrewFigures(
            crew.Key, crew.Count(done => done.Outcome == ItemOutcome.Repaired), crew.Count(done => done.Outcome == ItemOutcome.NotRepaired)))
        .ToListAsync(cancellationToken);

    Task<List<CauseFigures>> CausesAsync(DateTime start, DateTime end, CancellationToken cancellationToken) => Settled(start, end)
        .Where(item => item.Outcome == ItemOutcome.Repaired)
        .GroupBy(item => item.CauseCode).OrderByDescending(cause => cause.Count()).ThenBy(cause => cause.Key)
        .Select(cause => new CauseFigures(cause.Key, cause.Count())).ToListAsync(cancellationToken);

    IQueryable<WorkOrderItem> Settled(DateTime start, DateTime end) =>
        db.WorkOrderItems.AsNoTracking().Where(item => item.SettledAt >= start && item.SettledAt < end);

    async Task<List<MaterialFigures>> MaterialsAsync(DateTime start, DateTime end, CancellationToken cancellationToken)
    {
        var used = await db.UsedMaterials.AsNoTracking().Where(used => used.UsedAt >= start && used.UsedAt < end)
            .GroupBy(used => used.Code).OrderBy(material => material.Key)
            .Select(material => new
            {
                material.Key,
                NameThai = material.Max(used => used.NameThai)!,
                NameEnglish = material.Max(used => used.NameEnglish)!,
                UnitThai = material.Max(used => used.UnitThai)!,
                UnitEnglish = material.Max(used => used.UnitEnglish)!,
                Quantity = material.Sum(used => used.Quantity),
                Unpriced = material.Sum(used => used.UnitSatang == 0 ? used.Quantity : 0),
                Satang = material.Sum(used => (long)used.Quantity * used.UnitSatang),
            }).ToListAsync(cancellationToken);
        return used.ConvertAll(material => new MaterialFigures(
            material.Key, new(material.NameThai, material.NameEnglish), new(material.UnitThai, material.UnitEnglish),
            material.Quantity, material.Unpriced, material.Satang));
    }

    async Task<List<OfficerFigures>> OfficersAsync(DateTime start, DateTime end, CancellationToken cancellationToken)
    {
        var groups = await db.ServiceRequests.AsNoTracking().Where(request => request.SubmittedAt >= start && request.SubmittedAt < end)
            .GroupBy(request => request.AssigneeId)
            .Select(officer => new
            {
                officer.Key,
                Received = officer.Count(),
                Done = officer.Count(request => request.Status == ServiceRequestStatus.Completed),
                Open = officer.Count(request => request.Status == ServiceRequestStatus.Submitted || request.Status == ServiceRequestStatus.AwaitingInformation
                    || request.Status == ServiceRequestStatus.Accepted || request.Status == ServiceRequestStatus.InProgress),
                Reopened = officer.Count(request => request.ReopenedCount > 0),
            }).ToListAsync(cancellationToken);
        var ids = groups.Where(group => group.Key is not null).Select(group => group.Key!.Value).ToList();
        var names = await db.Users.AsNoTracking().Where(account => ids.Contains(account.Id))
            .ToDictionaryAsync(account => account.Id, account => account.DisplayName, cancellationToken);
        return
        [
            .. groups.Select(group => new OfficerFigures(
                    group.Key is { } id ? names.GetValueOrDefault(id, "–") : "", group.Received, group.Done, group.Open, group.Reopened))
                .OrderBy(officer => officer.Name.Length == 0).ThenBy(officer => officer.Name, StringComparer.Ordinal),
        ];
    }
}
