using Songthang.Domain.Officers;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Tests.ServiceRequests;
using Songthang.Domain.WorkOrders;

namespace Songthang.Domain.Tests.WorkOrders;

/// <summary>Work orders to start from, with their requests.</summary>
static class AnOrder
{
    public static readonly DateTime Now = ARequest.Monday.AddHours(3);

    public static Actor Crew { get; } = Actor.Officer(9, "สมชาย ช่างไฟ");

    public static ServiceRequest Request(int number) => ServiceRequest.Submit(
            ARequest.Submission with { Reference = Reference.Create(2569, number).ToString(), PhotoKeys = [] }, FaultTypes.Shipped, Actor.Requester, ARequest.Monday)
        .Then((it, now) => it.CheckDetails("ไฟดับ", [], false, ARequest.Officer, now))
        .Then((it, now) => it.Accept("", ARequest.Officer, now));

    public static WorkPlan PlanOf(int number) => new(
        new(2569, number), "crew-1", new("ชุดช่างไฟฟ้า 1", "Electricians 1"), new DateOnly(2026, 11, 24), "");

    public static (WorkOrder Order, ServiceRequest[] Requests) With(int requests)
    {
        ServiceRequest[] all = [.. Enumerable.Range(1, requests).Select(Request)];
        return (WorkOrder.Plan(PlanOf(12), all, ARequest.Officer, Now).Order, all);
    }

    public static (WorkOrder Order, ServiceRequest[] Requests) In(WorkOrderState state)
    {
        var (order, requests) = With(2);
        switch (state)
        {
            case WorkOrderState.Started:
                order.Start(requests, Crew, Now);
                break;
            case WorkOrderState.Completed:
                order.Repair(Repaired, requests, [], Crew, Now);
                break;
            case WorkOrderState.Cancelled:
                order.Cancel("รวมกับใบอื่น", requests, ARequest.Officer, Now);
                break;
        }

        return (order, requests);
    }

    public static RepairResult Repaired { get; } = new("เปลี่ยนหลอดแล้ว", "lamp", [new("sodium-lamp", new("หลอด", "Lamp"), new("หลอด", "lamp"), 2)]);
}
