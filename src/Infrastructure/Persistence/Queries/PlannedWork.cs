using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Geography;
using Songthang.Domain.Publication;
using Songthang.Domain.WorkOrders;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>The planned work that the public may know of.</summary>
/// <param name="db">The database.</param>
public sealed class PlannedWork(AppDb db)
{
    /// <summary>Most stops that are read; the days nearest to the first one come first.</summary>
    public const int MostStops = 2_000;

    /// <summary>The work of some days by order, subdistrict and road, in the order of the days.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="amphoeCode">Only in this amphoe; empty for all.</param>
    /// <param name="tambonCode">Only in this tambon; empty for all.</param>
    /// <param name="road">Only on this road, as people write it; empty for all.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<IReadOnlyList<PublicPlannedWork>> ReadAsync(
        DateOnly from, DateOnly to, string amphoeCode, string tambonCode, string road, CancellationToken cancellationToken)
    {
        var stops = from order in db.WorkOrders.AsNoTracking()
                    where order.PlannedOn >= @from && order.PlannedOn <= to
                    from item in order.Items
                    where order.State == WorkOrderState.Cancelled || item.Outcome == ItemOutcome.Pending
                        || item.Outcome == ItemOutcome.Repaired || item.Outcome == ItemOutcome.NotRepaired
                    join request in db.ServiceRequests.AsNoTracking() on item.ServiceRequestId equals request.Id
                    where request.CheckedAt != null && (tambonCode == "" || request.Place.TambonCode == tambonCode)
                        && (amphoeCode == "" || EF.Property<string>(request, DerivedColumns.AmphoeCode) == amphoeCode)
                    orderby order.PlannedOn, order.Id, item.Position
                    select new
                    {
                        order.Id,
                        order.Year,
                        order.RunningNumber,
                        order.PlannedOn,
                        order.State,
                        order.Version,
                        ChangedAt = order.EndedAt ?? order.StartedAt ?? order.CreatedAt,
                        request.Reference,
                        request.Place.TambonCode,
                        request.Place.Road,
                    };
        var key = RoadName.Key(road);
        return
        [
            .. (await stops.Take(MostStops).ToListAsync(cancellationToken))
                .Where(stop => key.Length == 0 || RoadName.Key(stop.Road) == key)
                .GroupBy(stop => (stop.Id, stop.TambonCode, RoadName.Key(stop.Road))).Select(group => (Group: group, First: group.First()))
                .Select(one => new PublicPlannedWork(
                    KeyOf(one.First.Year, one.First.RunningNumber, one.Group.Key.TambonCode, one.Group.Key.Item3),
                    one.First.PlannedOn, one.First.TambonCode, one.First.Road, [.. one.Group.Select(stop => stop.Reference)],
                    one.First.State == WorkOrderState.Cancelled, one.First.ChangedAt, one.First.Version)),
        ];
    }

    /// <summary>The number of the order itself is the office's.</summary>
    static string KeyOf(int year, int number, string tambonCode, string roadKey) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{year}/{number}/{tambonCode}/{roadKey}"))).AsSpan(0, 12));
}
