using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Inbox;

/// <summary>A busy inbox: many requests of every kind, in one go.</summary>
static class Many
{
    static readonly string[] Tambons = ["140101", "140102", "141403", "140405", ""];

    /// <summary>Requests with many equal values in each column, so that only the id tells them apart.</summary>
    public static Task<int> RequestsAsync(TestApp app, int count) => app.WithDbAsync(async db =>
    {
        var now = app.Time.GetUtcNow().UtcDateTime;
        var officer = Given.Officer;
        for (var i = 1; i <= count; i++)
        {
            var at = now.AddHours(-(i * 7 % 40));
            var request = ServiceRequest.Submit(
                new Submission(
                    Reference.Create(2569, i).ToString(), $"secret-{i}", FaultTypes.Shipped.All[i % 4].Code, $"ไฟดับ ข้อ {i}", null,
                    new Place(Tambons[i % Tambons.Length], "ถนนทดสอบ", "", "", "", null, null),
                    new Requester("ทดสอบ ใจดี", "0812345678", "", ToldBy.OwnPage, "th"), IntakeChannel.Web, []),
                FaultTypes.Shipped, Actor.Requester, at);
            if (i % 3 > 0)
                request.CheckDetails(null, [], i % 5 == 0, officer, at);
            if (i % 3 == 1)
                request.Accept("", officer, at);
            if (i % 6 == 4)
                request.Complete("เปลี่ยนหลอดแล้ว", [], officer, at);
            if (i % 9 == 2)
                request.AskForInformation("เสาใด", at.AddDays(5), officer, at);
            if (i % 2 == 0)
                request.Open(officer, at);
            db.ServiceRequests.Add(request);
        }

        db.ReferenceCounters.Add(new ReferenceCounter { Year = 2569, Last = count });
        return await db.SaveChangesAsync();
    });

    /// <summary>Copies of one request, made by the database itself.</summary>
    public static Task<int> CopiesAsync(TestApp app, int count) => app.WithDbAsync(async db =>
    {
        var columns = db.Model.FindEntityType(typeof(ServiceRequest))!.GetFlattenedProperties()
            .Select(property => property.GetColumnName()).Except(["id", "reference", "secret"]).ToList();
        var all = string.Join(", ", columns);
        var original = await db.ServiceRequests.MinAsync(request => request.Id);
        // Names of columns and numbers, from here alone.
        var sql = $"INSERT INTO service_requests (reference, secret, {all}) WITH RECURSIVE numbers (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers "
            + $"WHERE i < {count}) SELECT 'copy-' || i, 'copy-' || i, {all} FROM service_requests, numbers WHERE id = {original}";
        return await db.Database.ExecuteSqlRawAsync(sql);
    });
}
