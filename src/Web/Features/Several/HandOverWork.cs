using Microsoft.EntityFrameworkCore;
using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Queries;

namespace Songthang.Web.Features.Several;

/// <param name="FromId">Whose open work it is now.</param>
/// <param name="ToId">Who sees to it from now on; null for nobody in particular.</param>
public sealed record WorkHandover(int FromId, int? ToId);

/// <summary>All open work of one officer goes to another, or back to the team: at most <see cref="EachRequest.Most"/> requests at a time.</summary>
public sealed class HandOverWork(AppDb db)
{
    /// <exception cref="RuleBroken"><c>officer.same</c>, or the other account handles nothing.</exception>
    public async Task<IReadOnlyList<RowResult>> RunAsync(WorkHandover input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        if (input.ToId == input.FromId)
        {
            throw new RuleBroken("officer.same", new(
                "กรุณาเลือกเจ้าหน้าที่คนอื่น", "Please choose another officer."));
        }

        var to = input.ToId is { } id ? await db.RequireColleagueAsync(id, cancellationToken) : null;
        var work = await db.OpenWorkOf(input.FromId).OrderBy(request => request.Id).Select(request => request.Reference)
            .Take(EachRequest.Most).ToListAsync(cancellationToken);
        var share = new LetterShare(work.Count);
        return await db.GoThroughAsync(work, reference => reference, async reference =>
        {
            await db.TryToActAsync(reference, request =>
            {
                // What others did to it is no hindrance, unless somebody else sees to it already.
                if (request.AssigneeId != input.FromId)
                {
                    throw new RuleBroken("request.handed-over", new(
                        "มีผู้เปลี่ยนผู้รับผิดชอบเรื่องนี้ไปก่อนแล้ว", "Somebody else sees to it already."));
                }

                if (to is null)
                    request.Unassign(by, now);
                else
                    request.AssignTo(to.Id, to.Name, by, now, share.Next);
                return Task.FromResult(true);
            }, cancellationToken);
            share.OneIsDone();
        });
    }
}
