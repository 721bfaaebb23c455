using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;

namespace Songthang.Domain.WorkOrders;

/// <summary>What became of a request on a work order. Stored by name.</summary>
public enum ItemOutcome
{
    /// <summary>Still to be done.</summary>
    Pending,

    /// <summary>Repaired.</summary>
    Repaired,

    /// <summary>The crew was there and could not repair it; it can go on another order.</summary>
    NotRepaired,

    /// <summary>An officer took it out, or cancelled the order.</summary>
    TakenOut,

    /// <summary>It changed by itself meanwhile: withdrawn, merged, declined, done by another way.</summary>
    FellOut,
}

/// <summary>A request on a work order, and what became of it there.</summary>
public sealed class WorkOrderItem
{
    WorkOrderItem() { }

    internal WorkOrderItem(ServiceRequest request, int position) =>
        (ServiceRequestId, Reference, Position) = (request.Id, request.Reference, position);

    /// <summary>Key in storage.</summary>
    public long Id { get; private set; }

    /// <summary>The order.</summary>
    public long WorkOrderId { get; private set; }

    /// <summary>The request.</summary>
    public long ServiceRequestId { get; private set; }

    /// <summary>The request's reference.</summary>
    public string Reference { get; private set; } = "";

    /// <summary>Place in the list, from 1.</summary>
    public int Position { get; private set; }

    /// <summary>What became of it.</summary>
    public ItemOutcome Outcome { get; private set; }

    /// <summary>What the crew found, a code of the settings' causes; empty when not said.</summary>
    public string CauseCode { get; private set; } = "";

    /// <summary>Why it was not repaired (a code of <see cref="PauseReason"/>) or the state that made it fall out; else empty.</summary>
    public string ReasonCode { get; private set; } = "";

    /// <summary>The result or the reason in words; may be empty.</summary>
    public string Text { get; private set; } = "";

    /// <summary>When it got its outcome, UTC; null while it is pending.</summary>
    public DateTime? SettledAt { get; private set; }

    internal void Settle(ItemOutcome outcome, string causeCode, string reasonCode, string text, DateTime now) =>
        (Outcome, CauseCode, ReasonCode, Text, SettledAt) = (outcome, causeCode, reasonCode, text, now);
}

/// <summary>The words of what became of requests.</summary>
public static class ItemOutcomes
{
    /// <summary>The word on the screen.</summary>
    public static Phrase Name(this ItemOutcome outcome) => outcome switch
    {
        ItemOutcome.Pending => new("รอดำเนินการ", "To be done"),
        ItemOutcome.Repaired => new("ซ่อมเสร็จ", "Repaired"),
        ItemOutcome.NotRepaired => new("ซ่อมไม่ได้", "Could not be repaired"),
        ItemOutcome.TakenOut => new("นำออกแล้ว", "Taken out"),
        ItemOutcome.FellOut => new("ออกเพราะเปลี่ยนสถานะ", "Left because it changed"),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };
}
