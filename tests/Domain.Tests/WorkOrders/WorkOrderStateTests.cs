using Songthang.Domain.ServiceRequests;
using Songthang.Domain.WorkOrders;

namespace Songthang.Domain.Tests.WorkOrders;

public class WorkOrderStateTests
{
    // Written down once more: what each verb makes of each state; a dot is refused.
    const string Table = """
        Planned    start Started   pause .         repair Completed leave Completed takeout Cancelled cancel Cancelled
        Started    start .         pause Planned   repair Completed leave Completed takeout Cancelled cancel Cancelled
        Completed  start .         pause .         repair .         leave .         takeout .         cancel .
        Cancelled  start .         pause .         repair .         leave .         takeout .         cancel .
        """;

    public static TheoryData<WorkOrderState, string, string> EveryStateAndVerb { get; } = [..
        from line in Table.Split('\n')
        let cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        from verb in Enumerable.Range(0, 6)
        select new TheoryDataRow<WorkOrderState, string, string>(Enum.Parse<WorkOrderState>(cells[0]), cells[1 + 2 * verb], cells[2 + 2 * verb])];

    [Theory]
    [MemberData(nameof(EveryStateAndVerb))]
    public void Each_verb_leads_where_the_table_says_and_a_refused_one_changes_nothing(WorkOrderState from, string verb, string to)
    {
        var (order, requests) = AnOrder.In(from);
        var before = (order.State, order.Version, order.Story.Count, order.Materials.Count, string.Join(',', requests.Select(r => r.Version)));

        var refused = Record.Exception(() => Do(verb, order, requests));

        if (to == ".")
        {
            Assert.Equal("work-order.transition", Assert.IsType<RuleBroken>(refused).Code);
            Assert.Equal(before, (order.State, order.Version, order.Story.Count, order.Materials.Count, string.Join(',', requests.Select(r => r.Version))));
        }
        else
        {
            Assert.Null(refused);
            Assert.Equal(Enum.Parse<WorkOrderState>(to), order.State);
            Assert.True(order.Version > before.Version);
        }
    }

    public static TheoryData<WorkOrderState, WorkOrderState, bool> EveryPair { get; } = [..
        from pair in (string[])["Planned .xxx", "Started x.xx", "Completed ....", "Cancelled ...."]
        let cells = pair.Split(' ')
        from to in Enum.GetValues<WorkOrderState>()
        select new TheoryDataRow<WorkOrderState, WorkOrderState, bool>(Enum.Parse<WorkOrderState>(cells[0]), to, cells[1][(int)to] == 'x')];

    [Theory]
    [MemberData(nameof(EveryPair))]
    public void Every_pair_of_states_is_allowed_or_throws(WorkOrderState from, WorkOrderState to, bool allowed)
    {
        Assert.Equal(allowed, WorkOrderStates.Allows(from, to));
        Assert.Equal(!allowed, Record.Exception(() => WorkOrderStates.Require(from, to)) is RuleBroken { Code: "work-order.transition" });
        Assert.NotEqual(from.Name(), from == to ? to.Name() with { Thai = "" } : to.Name());
    }

    static void Do(string verb, WorkOrder order, ServiceRequest[] requests)
    {
        var (by, now) = (AnOrder.Crew, AnOrder.Now.AddHours(1));
        switch (verb)
        {
            case "start":
                order.Start(requests, by, now);
                break;
            case "pause":
                order.Pause("weather", "ฝนตกหนัก", requests, by, now);
                break;
            case "repair":
                order.Repair(AnOrder.Repaired, requests, [], by, now);
                break;
            case "leave":
                foreach (var request in requests)
                    order.LeaveUnrepaired(request, "parts", "", "", [], by, now);
                break;
            case "takeout":
                foreach (var request in requests)
                    order.TakeOut(request, by, now);
                break;
            default:
                order.Cancel("รวมกับใบอื่น", requests, by, now);
                break;
        }
    }
}
