using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Several;

/// <summary>A chosen request as the confirmation lists it.</summary>
/// <param name="Reference">As people know it.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="IsChecked">Whether an officer has checked the details.</param>
/// <param name="FaultCode">What is wrong.</param>
/// <param name="Place">Where.</param>
/// <param name="Assignee">Who sees to it; null when nobody does.</param>
/// <param name="LastActNumber">What the form carries to notice that somebody acted in between.</param>
public sealed record ChosenRow(
    string Reference, ServiceRequestStatus Status, bool IsChecked, string FaultCode, Place Place, string? Assignee, int LastActNumber)
{
    /// <summary>The rows of these references, oldest first.</summary>
    public static async Task<IReadOnlyList<ChosenRow>> ReadAsync(AppDb db, List<string> references, CancellationToken cancellationToken) =>
        await db.ServiceRequests.AsNoTracking().Where(r => references.Contains(r.Reference)).OrderBy(r => r.Reference)
            .Select(r => new ChosenRow(r.Reference, r.Status, r.CheckedAt != null, r.FaultCode, r.Place,
                db.Users.Where(account => account.Id == r.AssigneeId).Select(account => account.DisplayName).FirstOrDefault(),
                db.Timeline.Where(e => e.ServiceRequestId == r.Id && e.ActorKind != ActorKind.System).Max(e => e.Number)))
            .ToListAsync(cancellationToken);

    /// <summary>As the form carries it.</summary>
    public ChosenRequest Chosen => new(Reference, LastActNumber);

    /// <summary>Why the act will not be done; null when nothing stands against it now.</summary>
    public Phrase? Against(Act act) => act.IsAllowed(Status, IsChecked) ? null
        : act == Act.Accept && Status == ServiceRequestStatus.Submitted
            ? new("ยังไม่ได้ตรวจสอบข้อมูล", "The details are not checked yet")
            : new($"ทำไม่ได้ในสถานะ “{Status.Name().Thai}”", $"Not possible while “{Status.Name().English}”");
}
