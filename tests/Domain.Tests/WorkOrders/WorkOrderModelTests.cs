using CsCheck;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Tests.ServiceRequests;
using Songthang.Domain.WorkOrders;

namespace Songthang.Domain.Tests.WorkOrders;

public class WorkOrderModelTests
{
    const int Requests = 6;

    [Fact]
    public void Whatever_people_do_no_ended_order_has_open_work_and_no_request_is_on_two_open_orders() =>
        Gen.Select(Gen.Int[0, 15], Gen.Int[0, 20], Gen.Int[0, 63]).Array[1, 60].Sample(steps =>
        {
            var requests = Enumerable.Range(1, Requests).Select(AnOrder.Request).ToArray();
            var orders = new List<WorkOrder>();
            var now = AnOrder.Now;
            foreach (var (verb, which, some) in steps)
            {
                now = now.AddMinutes(1);
                var before = Versions(orders, requests);
                try
                {
                    Do(verb, which, some, orders, requests, now);
                }
                catch (RuleBroken)
                {
                    Assert.Equal(before, Versions(orders, requests));
                }

                Check(orders, requests);
            }
        }, iter: 3000);

    static string Versions(List<WorkOrder> orders, ServiceRequest[] requests) =>
        string.Join(',', orders.Select(order => order.Version)) + "|" + string.Join(',', requests.Select(request => request.Version));

    static void Check(List<WorkOrder> orders, ServiceRequest[] requests)
    {
        foreach (var order in orders)
        {
            Assert.Equal(order.State.IsOpen(), order.Pending.Any());
            Assert.Equal(order.State.IsOpen(), order.EndedAt is null);
        }

        foreach (var request in requests)
        {
            var on = orders.Where(order => order.Pending.Any(item => item.Reference == request.Reference)).ToList();
            Assert.True(on.Count <= 1, $"{request.Reference} is on {on.Count} open orders");
            Assert.Equal(on.Count == 0 ? "" : on[0].Number.ToString(), request.WorkOrder);
            Assert.Null(TimelineChain.FirstBroken(request.Reference, request.Timeline));
        }
    }

    static void Do(int verb, int which, int some, List<WorkOrder> orders, ServiceRequest[] requests, DateTime now)
    {
        var (by, chosen) = (ARequest.Officer, requests[which % Requests]);
        var order = orders.Count == 0 ? null : orders[which % orders.Count];
        var pending = order is null ? [] : requests.Where(request => order.Pending.Any(item => item.Reference == request.Reference)).ToList();
        switch (verb)
        {
            case 0 or 1:
                orders.Add(WorkOrder.Plan(AnOrder.PlanOf(orders.Count + 1), [.. requests.Where((_, i) => (some >> i & 1) == 1)], by, now).Order);
                break;
            case 2 or 3:
                order?.Start(pending, by, now);
                break;
            case 4:
                order?.Pause("parts", "", pending, by, now);
                break;
            case 5 or 6:
                order?.Repair(AnOrder.Repaired, [.. pending.Where((_, i) => (some >> i & 1) == 1)], [], by, now);
                break;
            case 7:
                order?.LeaveUnrepaired(chosen, "access", "", "", [], by, now);
                break;
            case 8:
                order?.TakeOut(chosen, by, now);
                break;
            case 9:
                order?.Cancel("ไม่ไปแล้ว", pending, by, now);
                break;
            case 10:
                chosen.Withdraw("", Actor.Requester, now);
                break;
            case 11:
                chosen.AskForInformation("เสาใด", now.AddDays(1), by, now);
                break;
            case 12:
                chosen.AnswerInformation("ต้นที่สอง", [], Actor.Requester, now);
                break;
            case 13:
                chosen.Complete("ซ่อมแล้ว", [], by, now);
                break;
            case 14:
                chosen.Reopen("ยังดับ", by, now);
                break;
            default:
                chosen.Forward("เทศบาลทดสอบ", "", by, now);
                break;
        }
    }
}
