using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Papers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Handling.Printing;

/// <summary>The request as the authority's paper form, in Thai as every official paper. Looking at it records nothing.</summary>
[Authorize(Policy = Policies.Readers)]
public sealed class FormModel(AppDb db, AuditLog audit, CurrentSettings settings, TimeProvider time) : PageModel
{
    [FromRoute]
    public string Reference { get; set; } = "";

    public ServiceRequest It { get; private set; } = null!;

    /// <summary>What was done at last; null while it is not.</summary>
    public TimelineEntry? Result { get; private set; }

    /// <summary>When the requester was told the result, UTC.</summary>
    public DateTime? ResultToldAt { get; private set; }

    /// <summary>By whom and with what it was repaired.</summary>
    public RepairFacts Repair { get; private set; } = RepairFacts.Unknown;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await db.ReadRequestAsync(Reference, cancellationToken) is not { } found) return NotFound();
        await audit.SeeAsync(
            AuditAction.FormSeen, User.ToActor(), time.GetUtcNow().UtcDateTime, AuditSubject.Request(found.Reference), cancellationToken);
        It = found;
        var moments = found.Moments();
        Result = moments.Completed is null ? null : found.Timeline.Last(entry => entry.Kind == TimelineKind.Completed);
        ResultToldAt = moments.ResultSent;
        Repair = await settings.RepairInWordsAsync(db, found.Id, cancellationToken);
        return Page();
    }

    /// <summary>Numbers and dates as the office has them on paper.</summary>
    public PaperWords Words => new(settings.Get(Topics.Papers));
}
