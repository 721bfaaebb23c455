using Songthang.Domain.Thai;
using static Songthang.Domain.WorkOrders.WorkOrderState;

namespace Songthang.Domain.WorkOrders;

/// <summary>Where a work order stands. Stored by name.</summary>
public enum WorkOrderState
{
    /// <summary>Given to a crew, or resting; nobody is on site.</summary>
    Planned,

    /// <summary>The crew works on it.</summary>
    Started,

    /// <summary>Nothing is left to do: each of its requests has a result.</summary>
    Completed,

    /// <summary>Given up; its requests were released.</summary>
    Cancelled,
}

/// <summary>The whole life of a work order: a small table, and the words of its states.</summary>
public static class WorkOrderStates
{
    static readonly Dictionary<WorkOrderState, WorkOrderState[]> Table = new()
    {
        [Planned] = [Started, Completed, Cancelled],
        // A pause goes back to planned.
        [Started] = [Planned, Completed, Cancelled],
        [Completed] = [],
        [Cancelled] = [],
    };

    /// <summary>Whether the table allows the step.</summary>
    public static bool Allows(WorkOrderState from, WorkOrderState to) => Table[from].Contains(to);

    /// <summary>Whether work on it can still be expected.</summary>
    public static bool IsOpen(this WorkOrderState state) => state is Planned or Started;

    /// <summary>The word on the screen.</summary>
    public static Phrase Name(this WorkOrderState state) => state switch
    {
        Planned => new("วางแผนแล้ว", "Planned"),
        Started => new("กำลังดำเนินการ", "In progress"),
        Completed => new("เสร็จสิ้น", "Completed"),
        Cancelled => new("ยกเลิก", "Cancelled"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>Throws unless the table allows the step.</summary>
    /// <exception cref="RuleBroken"><c>work-order.transition</c>: the step is forbidden.</exception>
    public static void Require(WorkOrderState from, WorkOrderState to)
    {
        if (!Allows(from, to))
            throw Forbidden(from);
    }

    internal static RuleBroken Forbidden(WorkOrderState state) => new("work-order.transition", new(
        $"ทำขั้นตอนนี้ไม่ได้ เพราะใบสั่งงานอยู่ในสถานะ “{state.Name().Thai}”",
        $"This step is not possible because the work order is “{state.Name().English}”."));
}
