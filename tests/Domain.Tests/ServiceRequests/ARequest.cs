using Songthang.Domain.Geography;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Domain.Tests.ServiceRequests;

/// <summary>Requests to start from, made by the verbs alone; each step takes a minute.</summary>
static class ARequest
{
    public static readonly DateTime Monday = new(2026, 11, 23, 3, 0, 0, DateTimeKind.Utc);

    public static Province Province { get; } = new(
        [
            new("140101", "ประตูชัย", "Pratu Chai", new("1401", "พระนครศรีอยุธยา", "Phra Nakhon Si Ayutthaya"), "13000", Position.Create(14.35, 100.56)),
            new("140102", "กะมัง", "Kamang", new("1401", "พระนครศรีอยุธยา", "Phra Nakhon Si Ayutthaya"), "13000", Position.Create(14.36, 100.58)),
        ],
        new BoundingBox(100.2, 14.0, 100.9, 14.8));

    public static Actor Officer { get; } = Actor.Officer(7, "สมศรี ทดสอบ");

    public static Submission Submission { get; } = new(
        "69-00001-8", "0123456789abcdefghijkl", "lamp_out", "ไฟดับหน้าบ้าน", null,
        new Place("140101", "ถนนทดสอบ", "", "", "", null, null),
        new Requester("ทดสอบ ใจดี", "0812345678", "", ToldBy.OwnPage, "th"), IntakeChannel.Web, ["a1", "a2"]);

    public static ServiceRequest Submitted(ToldBy toldBy = ToldBy.OwnPage) => ServiceRequest.Submit(
        Submission with { Requester = Submission.Requester with { ToldBy = toldBy, Email = toldBy == ToldBy.Email ? "reporter@example.org" : "" } },
        FaultTypes.Shipped, Actor.Requester, Monday);

    public static ServiceRequest Checked(ToldBy toldBy = ToldBy.OwnPage) =>
        Submitted(toldBy).Then((it, now) => it.CheckDetails("ไฟดับ", [], false, Officer, now));

    public static ServiceRequest Accepted(ToldBy toldBy = ToldBy.OwnPage) =>
        Checked(toldBy).Then((it, now) => it.Accept("", Officer, now));

    public static ServiceRequest InProgress(ToldBy toldBy = ToldBy.OwnPage) =>
        Accepted(toldBy).Then((it, now) => it.StartWork("", Officer, now));

    public static ServiceRequest Completed(ToldBy toldBy = ToldBy.OwnPage) =>
        InProgress(toldBy).Then((it, now) => it.Complete("เปลี่ยนหลอดแล้ว", ["b1"], Officer, now));

    public static ServiceRequest AwaitingInformation(ServiceRequest? askedFrom = null) =>
        (askedFrom ?? Submitted()).Then((it, now) => it.AskForInformation("อยู่ฝั่งใด", now.AddDays(7), Officer, now));

    public static ServiceRequest Forwarded() => Submitted().Then((it, now) => it.Forward("เทศบาลทดสอบ", "", Officer, now));

    public static ServiceRequest Declined() =>
        Submitted().Then((it, now) => it.Decline(DeclineReason.Find("working")!, "ไฟติดแล้ว", Officer, now));

    public static ServiceRequest Duplicate() => Submitted().Then((it, now) => it.MergeInto(Other(), Officer, now));

    public static ServiceRequest Withdrawn() => Submitted().Then((it, now) => it.Withdraw("", Actor.Requester, now));

    /// <summary>Another request, to merge into.</summary>
    public static ServiceRequest Other() =>
        ServiceRequest.Submit(Submission with { Reference = "69-00002-6", PhotoKeys = [] }, FaultTypes.Shipped, Actor.Requester, Monday);

    public static ServiceRequest In(ServiceRequestStatus status) => status switch
    {
        ServiceRequestStatus.Submitted => Submitted(),
        ServiceRequestStatus.AwaitingInformation => AwaitingInformation(),
        ServiceRequestStatus.Accepted => Accepted(),
        ServiceRequestStatus.InProgress => InProgress(),
        ServiceRequestStatus.Completed => Completed(),
        ServiceRequestStatus.Forwarded => Forwarded(),
        ServiceRequestStatus.Declined => Declined(),
        ServiceRequestStatus.Duplicate => Duplicate(),
        ServiceRequestStatus.Withdrawn => Withdrawn(),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>Does something a minute after the last thing.</summary>
    public static ServiceRequest Then(this ServiceRequest request, Action<ServiceRequest, DateTime> step)
    {
        step(request, request.Later());
        return request;
    }

    public static DateTime Later(this ServiceRequest request, int minutes = 1) => request.UpdatedAt.AddMinutes(minutes);
}
