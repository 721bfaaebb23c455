using Songthang.Domain.Officers;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Benchmarks.Forms;

/// <summary>Requests as citizens send them, each with a number and a name of its own.</summary>
static class SampleRequest
{
    public static DateTime At { get; } = new(2026, 11, 23, 3, 0, 0, DateTimeKind.Utc);

    public static ServiceRequest Number(int number) => ServiceRequest.Submit(
        new Submission(
            Reference.Create(2569, number + 1).ToString(), $"bench-secret-{number:0000000000}", "lamp_out", $"ไฟส่องทางชำรุด ดับมา {number % 9 + 1} คืนแล้ว ถนนมืดมากและมีรถบรรทุกวิ่งผ่านตลอดคืน",
            At.AddHours(-5),
            new Place("141403", "ถนนทางหลวงชนบทหมายเลข 3043 อุทัย-บ่อตาโล่", "ตรงหน้าอู่ น.เจริญยนต์", "3", $"อบจ.อย. 15-{number}", 14.356092, 100.723849),
            new Requester($"ทดสอบ ใจดี {number}", "0812345678", "", ToldBy.OwnPage, "th"), IntakeChannel.Web, []),
        FaultTypes.Shipped, Actor.Requester, At);
}
