using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Web.Features.DataSubjects;

/// <summary>An officer ends that somebody follows a report of others, because they asked for it.</summary>
public sealed class ForgetFollower(AppDb db, AuditLog audit)
{
    /// <summary>Doing it again changes nothing.</summary>
    public async Task RunAsync(long id, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var reference = await db.Followers.Where(it => it.Id == id)
            .Select(it => db.ServiceRequests.Where(request => request.Id == it.ServiceRequestId).Select(request => request.Reference).First())
            .SingleOrDefaultAsync(cancellationToken);
        if (reference is null)
            return;
        await using var transaction = await db.BeginAsync(cancellationToken);
        await db.Followers.Where(it => it.Id == id).ExecuteDeleteAsync(cancellationToken);
        await audit.WriteAsync(AuditAction.FollowerForgotten, by, now, AuditSubject.Request(reference), "", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
