using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Domain.WorkOrders;

/// <summary>The result of repairs.</summary>
/// <param name="WhatWasDone">In words, for everyone.</param>
/// <param name="CauseCode">A code of the settings' causes; empty when not said.</param>
/// <param name="Materials">What was used up for all of them together.</param>
public sealed record RepairResult(string WhatWasDone, string CauseCode, IReadOnlyList<MaterialUse> Materials);

/// <summary>Photos of one request's repair, as keys of the photo store.</summary>
/// <param name="Reference">The request.</param>
/// <param name="Before">Taken before.</param>
/// <param name="After">Taken after.</param>
public sealed record RepairPhotos(string Reference, IReadOnlyList<string> Before, IReadOnlyList<string> After);

// Each verb is given the requests that are pending on the order. One that has changed by itself meanwhile falls out and
// never stands in the way of the others; who falls out is returned.
public sealed partial class WorkOrder
{
    /// <summary>The crew begins: each request is in progress from now on.</summary>
    /// <param name="requests">All that are pending.</param>
    /// <param name="by">The crew or an officer.</param>
    /// <param name="now">UTC.</param>
    public IReadOnlyList<LeftBehind> Start(IReadOnlyCollection<ServiceRequest> requests, Actor by, DateTime now)
    {
        WorkOrderStates.Require(State, WorkOrderState.Started);
        var left = DropChanged(requests, by, now);
        if (!State.IsOpen())
            return left;
        foreach (var request in requests.Where(request => IsPending(request) && request.Status == ServiceRequestStatus.Accepted))
            request.StartWork("", by, now);
        State = WorkOrderState.Started;
        StartedAt ??= now;
        Tell(WorkOrderEvent.Started, by, now);
        return left;
    }

    /// <summary>The work rests; the requesters are told why.</summary>
    /// <param name="reasonCode">A code of <see cref="PauseReason"/>.</param>
    /// <param name="text">In words, to the requesters; may be empty.</param>
    /// <param name="requests">All that are pending.</param>
    /// <param name="by">The crew or an officer.</param>
    /// <param name="now">UTC.</param>
    public IReadOnlyList<LeftBehind> Pause(
        string reasonCode, string text, IReadOnlyCollection<ServiceRequest> requests, Actor by, DateTime now)
    {
        WorkOrderStates.Require(State, WorkOrderState.Planned);
        var reason = RequireReason(reasonCode);
        RequireLength(text);
        var left = DropChanged(requests, by, now);
        if (!State.IsOpen())
            return left;
        foreach (var request in requests.Where(request => IsPending(request) && request.Status == ServiceRequestStatus.InProgress))
            request.PauseWork(reasonCode, text, by, now);
        State = WorkOrderState.Planned;
        Tell(WorkOrderEvent.Paused, by, now, text: Join(reason.Sentence.Thai, text));
        return left;
    }

    /// <summary>Some or all of the requests are repaired; the last one completes the order.</summary>
    /// <param name="result">What was done; needed unless none of them can be worked on any more.</param>
    /// <param name="requests">Those that it is about.</param>
    /// <param name="photos">Their photos.</param>
    /// <param name="by">The crew or an officer.</param>
    /// <param name="now">UTC.</param>
    public IReadOnlyList<LeftBehind> Repair(
        RepairResult result, IReadOnlyCollection<ServiceRequest> requests, IReadOnlyCollection<RepairPhotos> photos, Actor by, DateTime now)
    {
        RequirePending(requests);
        if (requests.Count == 0)
            throw new RuleBroken("work-order.nothing-chosen", new("กรุณาเลือกเรื่องที่ซ่อมเสร็จ", "Please choose what was repaired."));
        var repaired = requests.Where(request => request.IsWorkable).ToList();
        // The words are checked before anything changes: a refused act must change nothing.
        if (repaired.Count > 0 && result.WhatWasDone.Length == 0)
            throw new RuleBroken("request.result-missing", new("กรุณาระบุผลการดำเนินการ", "Please say what was done."));
        RequireLength(result.WhatWasDone);
        RequireQuantities(result.Materials);
        foreach (var request in repaired)
        {
            var own = photos.FirstOrDefault(one => one.Reference == request.Reference);
            request.CompleteOnWorkOrder(result.WhatWasDone, own?.Before ?? [], own?.After ?? [], by, now);
            Settle(request, ItemOutcome.Repaired, result.CauseCode, "", result.WhatWasDone, by, now);
        }

        // What was used up is used up, also for a request that was withdrawn while the crew stood there.
        materials.AddRange(result.Materials.Select(use => new UsedMaterial(use, requests.Count == 1 ? requests.First().Id : null, now)));
        return DropUnworkable(requests, by, now);
    }

    /// <summary>The crew was there and could not repair it: it stays accepted and can go on another order.</summary>
    /// <param name="request">The request.</param>
    /// <param name="reasonCode">A code of <see cref="PauseReason"/>.</param>
    /// <param name="text">In words, to the requester; may be empty.</param>
    /// <param name="causeCode">What was found, a code of the settings' causes; may be empty.</param>
    /// <param name="photoKeys">Photos of how it is.</param>
    /// <param name="by">The crew or an officer.</param>
    /// <param name="now">UTC.</param>
    public IReadOnlyList<LeftBehind> LeaveUnrepaired(
        ServiceRequest request, string reasonCode, string text, string causeCode, IReadOnlyList<string> photoKeys, Actor by, DateTime now)
    {
        RequirePending([request]);
        var reason = RequireReason(reasonCode);
        RequireLength(text);
        if (request.IsWorkable)
        {
            request.AddSitePhotos(photoKeys, now);
            request.LeaveWorkOrder(reasonCode, text, Join(reason.Sentence.Thai, text), by, now);
            Settle(request, ItemOutcome.NotRepaired, causeCode, reasonCode, text, by, now);
        }

        return DropUnworkable([request], by, now);
    }

    /// <summary>An officer takes a request out; it can go on another order.</summary>
    public void TakeOut(ServiceRequest request, Actor by, DateTime now)
    {
        RequirePending([request]);
        Release(request, "", by, now);
        EndWhenSettled(by, now);
    }

    /// <summary>The order is given up; its requests are released.</summary>
    /// <param name="reason">To colleagues.</param>
    /// <param name="requests">All that are pending.</param>
    /// <param name="by">The officer.</param>
    /// <param name="now">UTC.</param>
    public void Cancel(string reason, IReadOnlyCollection<ServiceRequest> requests, Actor by, DateTime now)
    {
        WorkOrderStates.Require(State, WorkOrderState.Cancelled);
        if (reason.Length == 0)
            throw new RuleBroken("work-order.reason-missing", new("กรุณาระบุเหตุผลที่ยกเลิก", "Please say why it is cancelled."));
        RequireLength(reason);
        foreach (var request in requests.Where(IsPending).ToList())
            Release(request, reason, by, now);
        End(WorkOrderState.Cancelled, WorkOrderEvent.Cancelled, by, now, reason);
    }

    void Release(ServiceRequest request, string toOfficers, Actor by, DateTime now)
    {
        request.LeaveWorkOrder("other", "", toOfficers, by, now);
        Settle(request, ItemOutcome.TakenOut, "", "", toOfficers, by, now);
    }

    void Settle(ServiceRequest request, ItemOutcome outcome, string causeCode, string reasonCode, string text, Actor by, DateTime now)
    {
        Find(request)!.Settle(outcome, causeCode, reasonCode, text, now);
        Tell(outcome switch
        {
            ItemOutcome.Repaired => WorkOrderEvent.Repaired,
            ItemOutcome.NotRepaired => WorkOrderEvent.NotRepaired,
            ItemOutcome.TakenOut => WorkOrderEvent.TakenOut,
            _ => WorkOrderEvent.FellOut,
        }, by, now, request.Reference, text);
    }

    /// <summary>What waits for an answer of its requester comes back and may stay; everything else that is not workable goes.</summary>
    List<LeftBehind> DropChanged(IReadOnlyCollection<ServiceRequest> requests, Actor by, DateTime now) => DropUnworkable(
        [.. requests.Where(request => request.Status != ServiceRequestStatus.AwaitingInformation)], by, now);

    List<LeftBehind> DropUnworkable(IReadOnlyCollection<ServiceRequest> requests, Actor by, DateTime now)
    {
        var left = new List<LeftBehind>();
        foreach (var request in requests.Where(request => IsPending(request) && !request.IsWorkable))
        {
            request.FallOffWorkOrder();
            Settle(request, ItemOutcome.FellOut, "", request.Status.ToString(), request.Status.Name().Thai, by, now);
            left.Add(new(request.Reference, request.Status.Name()));
        }

        EndWhenSettled(by, now);
        return left;
    }

    void EndWhenSettled(Actor by, DateTime now)
    {
        if (Pending.Any())
            return;
        // An order on which a crew did nothing at all was not completed.
        if (items.Exists(item => item.Outcome is ItemOutcome.Repaired or ItemOutcome.NotRepaired))
            End(WorkOrderState.Completed, WorkOrderEvent.Completed, by, now);
        else
            End(WorkOrderState.Cancelled, WorkOrderEvent.Cancelled, by, now);
    }

    void End(WorkOrderState state, WorkOrderEvent kind, Actor by, DateTime now, string text = "")
    {
        State = state;
        EndedAt = now;
        Tell(kind, by, now, text: text);
    }

    WorkOrderItem? Find(ServiceRequest request) => items.Find(item => item.Reference == request.Reference);

    bool IsPending(ServiceRequest request) => Find(request)?.Outcome == ItemOutcome.Pending;

    void RequirePending(IReadOnlyCollection<ServiceRequest> requests)
    {
        if (!State.IsOpen())
            throw WorkOrderStates.Forbidden(State);
        if (requests.FirstOrDefault(request => !IsPending(request)) is { } settled)
            throw Settled(settled.Reference);
    }

    /// <summary>Somebody said what became of a request before.</summary>
    public static RuleBroken Settled(string reference) => new("work-order.settled", new(
        $"เรื่อง {reference} มีผลในใบสั่งงานนี้แล้ว", $"Request {reference} has a result on this order already."));

    static PauseReason RequireReason(string code) => PauseReason.Find(code)
        ?? throw new RuleBroken("request.reason-missing", new("กรุณาเลือกเหตุผล", "Please choose the reason."));

    static void RequireQuantities(IReadOnlyList<MaterialUse> uses)
    {
        if (uses.Any(use => use.Quantity is < 1 or > UsedMaterial.MostQuantity))
        {
            throw new RuleBroken("work-order.quantity", new(
                $"จำนวนวัสดุต้องเป็น 1 ถึง {UsedMaterial.MostQuantity:N0}", $"A quantity is 1 to {UsedMaterial.MostQuantity:N0}."));
        }
    }

    static string Join(string reason, string text) => text.Length == 0 ? reason : $"{reason}: {text}";
}
