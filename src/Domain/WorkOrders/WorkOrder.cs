using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;

namespace Songthang.Domain.WorkOrders;

/// <summary>What a new work order says.</summary>
/// <param name="Number">Its number.</param>
/// <param name="CrewCode">A code of the settings' crews.</param>
/// <param name="CrewName">What the crew is called, for the requests' timelines.</param>
/// <param name="PlannedOn">The day of the work, Bangkok.</param>
/// <param name="Instructions">To the crew; may be empty.</param>
public sealed record WorkPlan(WorkOrderNumber Number, string CrewCode, Phrase CrewName, DateOnly PlannedOn, string Instructions);

/// <summary>A request that does not go along, and why.</summary>
/// <param name="Reference">The request.</param>
/// <param name="Reason">Why, in a few words.</param>
public sealed record LeftBehind(string Reference, Phrase Reason);

/// <summary>
/// Work for a crew: one or more requests, done one after the other. The verbs in the other part of this class change the
/// order and its requests together; what is saved is saved in one transaction. A request is on one open order at most.
/// </summary>
public sealed partial class WorkOrder
{
    /// <summary>Requests that one order may have.</summary>
    public const int MostRequests = 30;

    readonly List<WorkOrderItem> items = [];
    readonly List<UsedMaterial> materials = [];
    readonly List<WorkOrderEntry> story = [];

    WorkOrder() { }

    /// <summary>Key in storage.</summary>
    public long Id { get; private set; }

    /// <summary>Full Buddhist year of its number.</summary>
    public int Year { get; private set; }

    /// <summary>Running number in the year.</summary>
    public int RunningNumber { get; private set; }

    /// <summary>Its number as people know it.</summary>
    public WorkOrderNumber Number => new(Year, RunningNumber);

    /// <summary>Where it stands.</summary>
    public WorkOrderState State { get; private set; }

    /// <summary>Who does it, a code of the settings' crews.</summary>
    public string CrewCode { get; private set; } = "";

    /// <summary>The day of the work, Bangkok.</summary>
    public DateOnly PlannedOn { get; private set; }

    /// <summary>To the crew; may be empty.</summary>
    public string Instructions { get; private set; } = "";

    /// <summary>When it was made, UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>When the crew first began, UTC; null before.</summary>
    public DateTime? StartedAt { get; private set; }

    /// <summary>When it was completed or cancelled, UTC; null while it is open.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Raised by every change; two changes of the same version conflict.</summary>
    public int Version { get; private set; }

    /// <summary>Its requests, in the order in which they were put on it.</summary>
    public IReadOnlyList<WorkOrderItem> Items => items;

    /// <summary>What was used up.</summary>
    public IReadOnlyList<UsedMaterial> Materials => materials;

    /// <summary>What happened, oldest first.</summary>
    public IReadOnlyList<WorkOrderEntry> Story => story;

    /// <summary>Requests that are still to be done.</summary>
    public IEnumerable<WorkOrderItem> Pending => items.Where(item => item.Outcome == ItemOutcome.Pending);

    /// <summary>Makes an order of the requests that can be worked on; the others stay behind.</summary>
    /// <param name="plan">What it says.</param>
    /// <param name="requests">In the order of the list.</param>
    /// <param name="by">The officer.</param>
    /// <param name="now">UTC.</param>
    /// <exception cref="RuleBroken"><c>work-order.no-requests</c>: not one of them can go on it.</exception>
    public static (WorkOrder Order, IReadOnlyList<LeftBehind> Left) Plan(
        WorkPlan plan, IReadOnlyList<ServiceRequest> requests, Actor by, DateTime now)
    {
        var left = requests.Where(request => !Fits(request)).Select(request => new LeftBehind(request.Reference, Unfit(request))).ToList();
        var fit = requests.Where(Fits).ToList();
        if (fit.Count == 0)
            throw NoRequests(left);
        if (fit.Count > MostRequests)
        {
            throw new RuleBroken("work-order.too-many", new(
                $"ใบสั่งงานหนึ่งใบมีได้ไม่เกิน {MostRequests} เรื่อง", $"One work order takes at most {MostRequests} requests."));
        }

        RequireLength(plan.Instructions);
        var order = new WorkOrder
        {
            Year = plan.Number.Year,
            RunningNumber = plan.Number.Number,
            CrewCode = plan.CrewCode,
            PlannedOn = plan.PlannedOn,
            Instructions = plan.Instructions,
            CreatedAt = now,
        };
        foreach (var request in fit)
        {
            request.PutOnWorkOrder(order.Number.ToString(), plan.CrewName.Thai, by, now);
            order.items.Add(new WorkOrderItem(request, order.items.Count + 1));
        }

        order.Tell(WorkOrderEvent.Planned, by, now);
        return (order, left);
    }

    /// <summary>Whether a request can go on an order.</summary>
    public static bool Fits(ServiceRequest request) => request.IsWorkable && request.WorkOrder.Length == 0;

    static Phrase Unfit(ServiceRequest request) => request.WorkOrder.Length > 0
        ? new($"อยู่ในใบสั่งงาน {request.WorkOrder} แล้ว", $"on work order {request.WorkOrder} already")
        : request.Status.Name();

    static RuleBroken NoRequests(List<LeftBehind> left) => new("work-order.no-requests", left.Count == 0
        ? new("กรุณาเลือกเรื่องที่จะออกใบสั่งงานอย่างน้อย 1 เรื่อง", "Please choose at least one request for the work order.")
        : new($"เรื่องที่เลือกออกใบสั่งงานไม่ได้: {string.Join(", ", left.Select(one => $"{one.Reference} ({one.Reason.Thai})"))}",
            $"None of the requests can go on a work order: {string.Join(", ", left.Select(one => $"{one.Reference} ({one.Reason.English})"))}"));

    void Tell(WorkOrderEvent kind, Actor by, DateTime now, string reference = "", string text = "")
    {
        story.Add(new WorkOrderEntry(story.Count + 1, kind, by, now, reference, text));
        Version++;
    }

    static void RequireLength(string text)
    {
        if (ThaiText.Length(text) > ServiceRequest.MaxSymptom)
        {
            throw new RuleBroken("work-order.text-too-long", new(
                $"ข้อความยาวเกิน {ServiceRequest.MaxSymptom} ตัวอักษร", $"The text is longer than {ServiceRequest.MaxSymptom} characters."));
        }
    }
}
