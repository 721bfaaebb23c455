using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Domain.WorkOrders;

namespace Songthang.Infrastructure.Persistence.Sums;

/// <summary>
/// The differences that a save makes to the office's own figures. What a row counted as before is what was read of it: everything
/// that is counted stands in the rows themselves, and two who save the same one conflict by its version.
/// </summary>
public sealed class WorkChanges
{
    readonly Dictionary<(int, WorkCut, string, string, string, string, string), WorkSum> rows = [];

    /// <summary>The rows to be added, without those that come to nothing.</summary>
    public IEnumerable<WorkSum> Rows => rows.Values.Where(sum => !sum.IsNothing);

    /// <summary>A request that is added or changed.</summary>
    public void Add(EntityEntry<ServiceRequest> tracked)
    {
        var it = tracked.Entity;
        if (tracked.State == EntityState.Modified)
        {
            Count(it.SubmittedAt, Officer(tracked.Property(request => request.AssigneeId).OriginalValue,
                tracked.Property(request => request.Status).OriginalValue, tracked.Property(request => request.ReopenedCount).OriginalValue), -1);
        }

        Count(it.SubmittedAt, Officer(it.AssigneeId, it.Status, it.ReopenedCount), 1);
    }

    /// <summary>What became of a request on an order.</summary>
    /// <param name="tracked">The line of the order, added or changed.</param>
    /// <param name="crew">The crew of the order.</param>
    public void Add(EntityEntry<WorkOrderItem> tracked, string crew)
    {
        if (tracked.State == EntityState.Modified)
        {
            Settled(tracked.Property(item => item.SettledAt).OriginalValue, tracked.Property(item => item.Outcome).OriginalValue,
                crew, tracked.Property(item => item.CauseCode).OriginalValue, -1);
        }

        Settled(tracked.Entity.SettledAt, tracked.Entity.Outcome, crew, tracked.Entity.CauseCode, 1);
    }

    /// <summary>A material that was used; such lines are only ever added.</summary>
    public void Add(UsedMaterial used) => Count(used.UsedAt, new()
    {
        Cut = WorkCut.Material,
        Code = used.Code,
        NameThai = used.NameThai,
        NameEnglish = used.NameEnglish,
        UnitThai = used.UnitThai,
        UnitEnglish = used.UnitEnglish,
        Quantity = used.Quantity,
        Unpriced = used.UnitSatang == 0 ? used.Quantity : 0,
        Satang = (long)used.Quantity * used.UnitSatang,
    }, 1);

    /// <summary>Counts something of a moment to its day and its month in Bangkok.</summary>
    /// <param name="at">UTC.</param>
    /// <param name="what">The row of it, without a span.</param>
    /// <param name="times">1, or -1 to take it away.</param>
    public void Count(DateTime at, WorkSum what, int times)
    {
        var day = ThaiDates.BangkokDate(at);
        foreach (var span in (int[])[Spans.OfDay(day), Spans.OfMonth(day)])
        {
            var empty = what.EmptyIn(span);
            if (!rows.TryGetValue(empty.Key, out var sum))
            {
                rows[empty.Key] = sum = empty;
                sum.IsFresh = true;
            }

            sum.Add(what, times);
        }
    }

    /// <summary>What a request adds to the figures of its officer.</summary>
    public static WorkSum Officer(int? assigneeId, ServiceRequestStatus status, int reopened) => new()
    {
        Cut = WorkCut.Officer,
        Code = assigneeId?.ToString(CultureInfo.InvariantCulture) ?? "",
        Received = 1,
        Done = One(status == ServiceRequestStatus.Completed),
        Open = One(status.IsOpen()),
        Reopened = One(reopened > 0),
    };

    void Settled(DateTime? at, ItemOutcome outcome, string crew, string cause, int times)
    {
        if (at is not { } settled || outcome is not (ItemOutcome.Repaired or ItemOutcome.NotRepaired))
            return;
        var isRepaired = outcome == ItemOutcome.Repaired;
        Count(settled, new() { Cut = WorkCut.Crew, Code = crew, Repaired = One(isRepaired), NotRepaired = One(!isRepaired) }, times);
        if (isRepaired)
            Count(settled, new() { Cut = WorkCut.Cause, Code = cause, Repaired = 1 }, times);
    }

    static int One(bool isSo) => isSo ? 1 : 0;
}
