using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Queries;

namespace Songthang.Web.Features.Handling.Assigning;

/// <summary>Who sees to a request from now on; null for nobody in particular.</summary>
public sealed record NewAssignee(string Reference, int SeenNumber, int? OfficerId) : ActInput(Reference, SeenNumber);

public sealed class AssignServiceRequest(AppDb db)
{
    public async Task RunAsync(NewAssignee input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var colleague = input.OfficerId is { } id ? await db.RequireColleagueAsync(id, cancellationToken) : null;
        await db.ActAsync(input, by, now, request =>
        {
            if (colleague is null)
                request.Unassign(by, now);
            else
                request.AssignTo(colleague.Id, colleague.Name, by, now);
        }, cancellationToken);
    }
}
