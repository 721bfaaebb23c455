using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Queries;

namespace Songthang.Web.Features.Several;

/// <param name="Chosen">Which requests.</param>
/// <param name="OfficerId">Who sees to them from now on; null for nobody in particular.</param>
public sealed record SeveralAssignments(IReadOnlyList<ChosenRequest> Chosen, int? OfficerId);

/// <summary>Assigns several requests to one officer, who gets one letter for all of them.</summary>
public sealed class AssignSeveral(AppDb db)
{
    public async Task<IReadOnlyList<RowResult>> RunAsync(
        SeveralAssignments input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var colleague = input.OfficerId is { } id ? await db.RequireColleagueAsync(id, cancellationToken) : null;
        var share = new LetterShare(input.Chosen.Count);
        return await db.GoThroughAsync(input.Chosen, one => one.Reference, async one =>
        {
            await db.ActAsync(new OneAssignment(one.Reference, one.SeenNumber, input.OfficerId), by, now, request =>
            {
                if (colleague is null)
                    request.Unassign(by, now);
                else
                    request.AssignTo(colleague.Id, colleague.Name, by, now, share.Next);
            }, cancellationToken);
            share.OneIsDone();
        });
    }

    sealed record OneAssignment(string Reference, int SeenNumber, int? OfficerId) : ActInput(Reference, SeenNumber);
}

/// <summary>The first request that is really assigned carries the letter for all.</summary>
sealed class LetterShare(int count)
{
    bool isTold;

    public AssignmentShare Next => count == 1 ? AssignmentShare.Alone : isTold ? AssignmentShare.Further : AssignmentShare.First;

    public void OneIsDone() => isTold = true;
}
