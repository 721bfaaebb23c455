using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Domain.Publication;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Following;

/// <summary>A follower's own page: how the request goes on, and a way to stop.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SubmitPolicy)]
[ExpiredFormShownAgain]
public sealed class FollowedModel(AppDb db, PublicServiceRequests requests, StopFollowing stop, TimeProvider time) : PageModel, IShowAgain
{
    [FromRoute]
    public string Secret { get; init; } = "";

    /// <summary>What is followed; null when the link leads nowhere (any more).</summary>
    public PublicServiceRequestStory? Story { get; private set; }

    /// <summary>Whether messages go to an email address.</summary>
    public bool IsTold { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await ShowAgainAsync(cancellationToken);
        return Story is null ? new PageResult { StatusCode = StatusCodes.Status404NotFound } : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ShowAgainAsync(cancellationToken);
        if (Story is null) return new PageResult { StatusCode = StatusCodes.Status404NotFound };
        await stop.RunAsync(Secret, Actor.Requester, time.GetUtcNow().UtcDateTime, cancellationToken);
        this.ShowNext("หยุดติดตามแล้ว และลบข้อมูลติดต่อของท่านแล้ว", "You follow it no longer, and your contact data is deleted.");
        return LocalRedirect("~" + Links.PublicReport(Story.Request.Reference));
    }

    public async Task ShowAgainAsync(CancellationToken cancellationToken)
    {
        var followed = await db.Followers.AsNoTracking().Where(follower => follower.Secret == Secret)
            .Join(db.ServiceRequests, follower => follower.ServiceRequestId, request => request.Id, (follower, request) => new
            {
                IsTold = follower.Email != "",
                request.Reference,
                Main = db.ServiceRequests.Where(main => main.Id == request.MergedIntoId).Select(main => main.Reference).FirstOrDefault(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        // A merged request is followed in its main one.
        if (followed is null || !Domain.ServiceRequests.Reference.TryParse(followed.Main ?? followed.Reference, out var reference)) return;
        IsTold = followed.IsTold;
        Story = await requests.FindAsync(reference, cancellationToken);
    }
}
