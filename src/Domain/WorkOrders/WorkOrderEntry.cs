using Songthang.Domain.Officers;
using Songthang.Domain.Thai;

namespace Songthang.Domain.WorkOrders;

/// <summary>What happened to a work order. Stored by name.</summary>
public enum WorkOrderEvent
{
    /// <summary>Made.</summary>
    Planned,

    /// <summary>The crew began.</summary>
    Started,

    /// <summary>The work rests.</summary>
    Paused,

    /// <summary>One of its requests was repaired.</summary>
    Repaired,

    /// <summary>One of its requests could not be repaired.</summary>
    NotRepaired,

    /// <summary>One of its requests was taken out.</summary>
    TakenOut,

    /// <summary>One of its requests had changed by itself.</summary>
    FellOut,

    /// <summary>Nothing is left to do.</summary>
    Completed,

    /// <summary>Given up.</summary>
    Cancelled,
}

/// <summary>One thing that happened to a work order: who, when, what. Only ever added.</summary>
public sealed class WorkOrderEntry
{
    WorkOrderEntry() { }

    internal WorkOrderEntry(int number, WorkOrderEvent kind, Actor by, DateTime at, string reference, string text) =>
        (Number, Kind, OfficerId, ActorName, At, Reference, Text) = (number, kind, by.OfficerId, by.Name, at, reference, text);

    /// <summary>Key in storage.</summary>
    public long Id { get; private set; }

    /// <summary>The order.</summary>
    public long WorkOrderId { get; private set; }

    /// <summary>1 for the first, then without gaps.</summary>
    public int Number { get; private set; }

    /// <summary>What happened.</summary>
    public WorkOrderEvent Kind { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Whose account did it; null for the program.</summary>
    public int? OfficerId { get; private set; }

    /// <summary>The name at that time.</summary>
    public string ActorName { get; private set; } = "";

    /// <summary>The request it is about; empty for the whole order.</summary>
    public string Reference { get; private set; } = "";

    /// <summary>In words: the reason, the result; may be empty.</summary>
    public string Text { get; private set; } = "";
}

/// <summary>The words of what happens to work orders.</summary>
public static class WorkOrderEvents
{
    /// <summary>One line for an entry of this kind.</summary>
    public static Phrase Title(this WorkOrderEvent kind) => kind switch
    {
        WorkOrderEvent.Planned => new("ออกใบสั่งงาน", "Work order made"),
        WorkOrderEvent.Started => new("เริ่มงาน", "Work started"),
        WorkOrderEvent.Paused => new("พักงาน", "Work paused"),
        WorkOrderEvent.Repaired => new("ซ่อมเสร็จ", "Repaired"),
        WorkOrderEvent.NotRepaired => new("ซ่อมไม่ได้", "Could not be repaired"),
        WorkOrderEvent.TakenOut => new("นำเรื่องออก", "Request taken out"),
        WorkOrderEvent.FellOut => new("เรื่องเปลี่ยนสถานะ จึงออกจากใบสั่งงาน", "The request changed and left the order"),
        WorkOrderEvent.Completed => new("งานเสร็จสิ้น", "Work completed"),
        WorkOrderEvent.Cancelled => new("ยกเลิกใบสั่งงาน", "Work order cancelled"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
