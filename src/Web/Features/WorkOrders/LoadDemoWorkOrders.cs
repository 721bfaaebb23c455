using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Uploads;

namespace Songthang.Web.Features.WorkOrders;

/// <summary>Sends the demo's crews out to what its sample reports left open, once.</summary>
public sealed class LoadDemoWorkOrders(AppDb db, CreateWorkOrder create, StartWorkOrder start)
{
    public async Task RunAsync(DateTime now, CancellationToken cancellationToken)
    {
        if (await db.WorkOrders.AnyAsync(cancellationToken))
            return;
        var officer = await db.Users.AsNoTracking().Where(account => account.Role == OfficerRole.Officer)
            .OrderBy(account => account.Id).FirstOrDefaultAsync(cancellationToken);
        if (officer is null)
            return;
        var by = Actor.Officer(officer.Id, officer.DisplayName);
        var today = ThaiDates.BangkokDate(now);
        // The first is for the demo's own crew, the other shows one on the road.
        await SendAsync(ServiceRequestStatus.Accepted, "crew-1", today, "นำรถกระเช้าไปด้วย และวางกรวยก่อนเริ่มงาน");
        if (await SendAsync(ServiceRequestStatus.InProgress, "crew-2", today.AddDays(-1), "") is { } onTheRoad)
            await start.RunAsync(new(onTheRoad.Number, null, null), by, now, cancellationToken);

        async Task<MadeWorkOrder?> SendAsync(ServiceRequestStatus status, string crew, DateOnly day, string instructions)
        {
            var references = await db.ServiceRequests.Where(request => request.Status == status && request.WorkOrder == "")
                .OrderBy(request => request.Id).Take(5).Select(request => request.Reference).ToListAsync(cancellationToken);
            return references.Count == 0 ? null : await create.RunAsync(
                new(FormKey.New(), references, crew, day, instructions), by, now, cancellationToken);
        }
    }
}
