using Songthang.Domain.Thai;
using Songthang.Domain.WorkOrders;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.WorkOrders;

/// <summary>What the pages of work orders say again and again.</summary>
static class WorkOrderWords
{
    public static string CrewName(this CurrentSettings settings, string code) =>
        settings.Get(Topics.Crews).Find(code) is { } crew ? Say.T(crew.Name) : code;

    public static string? CauseName(this CurrentSettings settings, string code) =>
        settings.Get(Topics.Causes).Find(code) is { } cause ? Say.T(cause.Name) : null;

    /// <summary>What was done, and which requests had left by then.</summary>
    public static Phrase And(this Phrase done, IReadOnlyList<LeftBehind> left) => left.Count == 0 ? done : new(
        $"{done.Thai} · เรื่องที่เปลี่ยนสถานะไปแล้วจึงไม่รวมในใบสั่งงาน: {string.Join(", ", left.Select(one => $"{one.Reference} ({one.Reason.Thai})"))}",
        $"{done.English} · Requests that had changed and are not on the order: {string.Join(", ", left.Select(one => $"{one.Reference} ({one.Reason.English})"))}");

    /// <summary>The status mark of an order: shape and words.</summary>
    public static (string Code, string Words) Mark(this WorkOrderState state) => (state switch
    {
        WorkOrderState.Planned => "Accepted",
        WorkOrderState.Started => "InProgress",
        WorkOrderState.Completed => "Completed",
        _ => "Withdrawn",
    }, Say.T(state.Name()));

    /// <summary>The mark of what became of a request on the order.</summary>
    public static (string Code, string Words) Mark(this ItemOutcome outcome) => (outcome switch
    {
        ItemOutcome.Pending => "Submitted",
        ItemOutcome.Repaired => "Completed",
        ItemOutcome.NotRepaired => "AwaitingInformation",
        _ => "Withdrawn",
    }, Say.T(outcome.Name()));
}
