using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Infrastructure.Settings;

namespace Songthang.Infrastructure.Persistence;

/// <summary>Gives a new request to the officer who is on duty.</summary>
/// <param name="db">The database.</param>
/// <param name="settings">Holds the duty roster.</param>
public sealed class DutyOfficer(AppDb db, CurrentSettings settings)
{
    /// <summary>
    /// Assigns a request that just came in, before it is saved; several on duty take turns by its running number. With
    /// nobody on duty, or nobody whose account still handles requests, it stays with the team.
    /// </summary>
    /// <param name="request">The new request.</param>
    /// <param name="runningNumber">Its number in the year.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task AssignAsync(ServiceRequest request, int runningNumber, DateTime now, CancellationToken cancellationToken)
    {
        var onDuty = settings.Get(Topics.Duty).OnDuty(ThaiDates.BangkokDate(now));
        if (onDuty.Count == 0)
            return;
        var able = await db.Users.AsNoTracking().Where(Colleagues.Handles).Where(account => onDuty.Contains(account.Id))
            .OrderBy(account => account.Id).Select(account => new TeamMember(account.Id, account.DisplayName)).ToListAsync(cancellationToken);
        if (able.Count == 0)
            return;
        var next = able[runningNumber % able.Count];
        request.AssignTo(next.Id, next.Name, Actor.System, now);
    }
}
