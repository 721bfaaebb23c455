using Microsoft.EntityFrameworkCore;
using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.DataSubjects;

/// <param name="Reference">The report.</param>
/// <param name="WithPhotos">The photos too that people sent.</param>
public sealed record ErasureWanted(string Reference, bool WithPhotos);

/// <summary>An officer erases what is held about the person who made a report, because they asked for it (PDPA s. 33).</summary>
public sealed class EraseForPerson(AppDb db, RemovePersonalData remove)
{
    /// <exception cref="RuleBroken"><c>data-subject.open</c>: it is still worked on, which is the public task that s. 33 leaves out.</exception>
    public async Task RunAsync(ErasureWanted input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var status = await db.ServiceRequests.Where(request => request.Reference == input.Reference).Select(request => request.Status).SingleAsync(cancellationToken);
        if (status.IsOpen())
        {
            throw new RuleBroken("data-subject.open", new(
                "เรื่องนี้ยังไม่สิ้นสุด จึงต้องใช้ข้อมูลเพื่อปฏิบัติภารกิจ (มาตรา 24 (4) และ 33) หากผู้แจ้งต้องการ ให้ยกเลิกเรื่องก่อน",
                "This report is still worked on, so that the data are needed for the public task (ss. 24 (4), 33). If the requester wishes, withdraw it first."));
        }

        await remove.RunAsync(input.Reference, by, now, cancellationToken);
        db.ChangeTracker.Clear();
        if (input.WithPhotos)
            await remove.RemovePhotosAsync(input.Reference, by, now, cancellationToken);
    }
}
