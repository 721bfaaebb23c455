using Songthang.Domain.Notifications;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Tests.ServiceRequests;
using Songthang.Domain.WorkOrders;

namespace Songthang.Domain.Tests.WorkOrders;

public class WorkOrderTests
{
    static readonly DateTime Later = AnOrder.Now.AddHours(2);

    [Fact]
    public void A_new_order_is_told_to_officers_on_each_request_and_to_nobody_else()
    {
        var (order, requests) = AnOrder.With(2);

        Assert.Equal("12/2569", order.Number.ToString());
        Assert.All(requests, request =>
        {
            var entry = request.Timeline[^1];
            Assert.Equal((TimelineKind.WorkOrdered, Audience.Officers, "12/2569"), (entry.Kind, entry.Audience, entry.Detail));
            Assert.Empty(NotificationPolicy.For(entry));
            Assert.Equal("12/2569", request.WorkOrder);
        });
    }

    [Fact]
    public void What_cannot_go_along_stays_behind_with_its_reason()
    {
        var (_, ordered) = AnOrder.With(1);
        ServiceRequest[] requests = [ARequest.Completed(), ordered[0], AnOrder.Request(7)];

        var (order, left) = WorkOrder.Plan(AnOrder.PlanOf(13), requests, ARequest.Officer, Later);

        Assert.Equal(requests[2].Reference, Assert.Single(order.Items).Reference);
        Assert.Equal(["ดำเนินการแล้ว", "อยู่ในใบสั่งงาน 12/2569 แล้ว"], left.Select(one => one.Reason.Thai));
    }

    [Fact]
    public void An_order_of_nothing_is_refused() =>
        Assert.Equal("work-order.no-requests", Assert.Throws<RuleBroken>(() =>
            WorkOrder.Plan(AnOrder.PlanOf(1), [ARequest.Declined()], ARequest.Officer, Later)).Code);

    [Fact]
    public void Starting_tells_each_requester_once()
    {
        var (order, requests) = AnOrder.With(2);
        requests[0].StartWork("", ARequest.Officer, AnOrder.Now);

        order.Start(requests, AnOrder.Crew, Later);

        Assert.All(requests, request => Assert.Single(request.Timeline, entry => entry.Kind == TimelineKind.WorkStarted));
        Assert.All(requests, request => Assert.Equal(ServiceRequestStatus.InProgress, request.Status));
    }

    [Fact]
    public void What_was_withdrawn_meanwhile_falls_out_and_the_rest_starts()
    {
        var (order, requests) = AnOrder.With(3);
        requests[1].Withdraw("ไฟติดแล้ว", Actor.Requester, AnOrder.Now);

        var left = order.Start(requests, AnOrder.Crew, Later);

        Assert.Equal((requests[1].Reference, "ผู้แจ้งขอยกเลิก"), (Assert.Single(left).Reference, left[0].Reason.Thai));
        Assert.Equal(ItemOutcome.FellOut, order.Items[1].Outcome);
        Assert.Equal("", requests[1].WorkOrder);
        Assert.Equal(WorkOrderState.Started, order.State);
        Assert.Equal(ServiceRequestStatus.InProgress, requests[2].Status);
    }

    [Fact]
    public void What_waits_for_its_requester_stays_while_the_rest_starts()
    {
        var (order, requests) = AnOrder.With(2);
        requests[0].AskForInformation("เสาใด", Later.AddDays(7), ARequest.Officer, AnOrder.Now);

        Assert.Empty(order.Start(requests, AnOrder.Crew, Later));

        Assert.Equal(2, order.Pending.Count());
        Assert.Equal(ServiceRequestStatus.AwaitingInformation, requests[0].Status);
    }

    [Fact]
    public void When_all_have_changed_the_order_ends_without_having_been_started()
    {
        var (order, requests) = AnOrder.With(1);
        requests[0].Withdraw("", Actor.Requester, AnOrder.Now);

        order.Start(requests, AnOrder.Crew, Later);

        Assert.Equal(WorkOrderState.Cancelled, order.State);
    }

    [Fact]
    public void A_pause_tells_the_requesters_why_and_the_order_can_start_again()
    {
        var (order, requests) = AnOrder.In(WorkOrderState.Started);

        order.Pause("weather", "น้ำท่วมถนน", requests, AnOrder.Crew, Later);

        Assert.All(requests, request => Assert.Equal(
            (TimelineKind.WorkPaused, "weather", "น้ำท่วมถนน"), (request.Timeline[^1].Kind, request.Timeline[^1].Detail, request.Timeline[^1].Text)));
        order.Start(requests, AnOrder.Crew, Later.AddDays(1));
        Assert.Equal(WorkOrderState.Started, order.State);
    }

    [Fact]
    public void A_repair_completes_its_request_with_photos_cause_and_materials_and_the_last_one_the_order()
    {
        var (order, requests) = AnOrder.In(WorkOrderState.Started);

        order.Repair(AnOrder.Repaired, [requests[0]], [new(requests[0].Reference, ["b1"], ["a1"])], AnOrder.Crew, Later);

        Assert.Equal(WorkOrderState.Started, order.State);
        Assert.Equal(ServiceRequestStatus.Completed, requests[0].Status);
        Assert.Equal([PhotoKind.Before, PhotoKind.After], requests[0].Photos.Select(photo => photo.Kind));
        Assert.Equal(("lamp", "เปลี่ยนหลอดแล้ว"), (order.Items[0].CauseCode, order.Items[0].Text));
        Assert.Equal(("sodium-lamp", 2, requests[0].Id), (order.Materials[0].Code, order.Materials[0].Quantity, order.Materials[0].ServiceRequestId));
        order.Repair(AnOrder.Repaired, [requests[1]], [], AnOrder.Crew, Later);
        Assert.Equal(WorkOrderState.Completed, order.State);
        Assert.Equal(Later, order.EndedAt);
    }

    [Fact]
    public void What_has_a_result_gets_no_second_one()
    {
        var (order, requests) = AnOrder.In(WorkOrderState.Started);
        order.Repair(AnOrder.Repaired, [requests[0]], [], AnOrder.Crew, Later);

        Assert.Equal("work-order.settled", Assert.Throws<RuleBroken>(() =>
            order.LeaveUnrepaired(requests[0], "parts", "", "", [], AnOrder.Crew, Later)).Code);
        Assert.Single(requests[0].Timeline, entry => entry.Kind == TimelineKind.Completed);
    }

    [Fact]
    public void What_could_not_be_repaired_stays_accepted_with_its_reason_and_can_go_on_a_new_order()
    {
        var (order, requests) = AnOrder.In(WorkOrderState.Started);

        order.LeaveUnrepaired(requests[0], "parts", "รอโคมไฟ", "lamp", ["b1"], AnOrder.Crew, Later);

        Assert.Equal(ServiceRequestStatus.Accepted, requests[0].Status);
        Assert.Equal(("parts", "รอโคมไฟ"), (order.Items[0].ReasonCode, order.Items[0].Text));
        Assert.Contains(requests[0].Timeline, entry => entry is { Kind: TimelineKind.WorkPaused, Detail: "parts" });
        Assert.True(WorkOrder.Fits(requests[0]));
        Assert.Single(WorkOrder.Plan(AnOrder.PlanOf(13), [requests[0]], ARequest.Officer, Later).Order.Items);
    }

    [Fact]
    public void Materials_are_kept_also_when_the_request_was_withdrawn_while_the_crew_stood_there()
    {
        var (order, requests) = AnOrder.In(WorkOrderState.Planned);
        requests[0].Withdraw("", Actor.Requester, AnOrder.Now);

        var left = order.Repair(AnOrder.Repaired, [requests[0]], [], AnOrder.Crew, Later);

        Assert.Single(left);
        Assert.Single(order.Materials);
        Assert.Equal(ServiceRequestStatus.Withdrawn, requests[0].Status);
    }

    [Fact]
    public void Cancelling_releases_every_request()
    {
        var (order, requests) = AnOrder.In(WorkOrderState.Started);

        order.Cancel("รถเสีย", requests, ARequest.Officer, Later);

        Assert.All(requests, request => Assert.True(WorkOrder.Fits(request)));
        Assert.All(requests, request => Assert.Equal(ServiceRequestStatus.Accepted, request.Status));
        // The reason is for colleagues.
        Assert.All(requests, request => Assert.DoesNotContain(
            request.Timeline, entry => entry.Text.Contains("รถเสีย", StringComparison.Ordinal) && entry.Audience != Audience.Officers));
    }

    [Theory]
    [InlineData("2569-12", true)]
    [InlineData("2569-012", false)]
    [InlineData("2569-0", false)]
    [InlineData("2569", false)]
    [InlineData("69-1-2", false)]
    public void Only_the_one_spelling_of_an_address_is_read(string slug, bool isRead) =>
        Assert.Equal(isRead, WorkOrderNumber.TryParseSlug(slug, out var number) && number == new WorkOrderNumber(2569, 12));

    [Theory]
    [InlineData("12/2569")]
    [InlineData(" ๑๒/๒๕๖๙ ")]
    [InlineData("12")]
    public void A_number_is_read_as_people_type_it(string typed) =>
        Assert.Equal(new WorkOrderNumber(2569, 12), WorkOrderNumber.ReadTyped(typed, 2569));
}
