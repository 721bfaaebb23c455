using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Infrastructure.Persistence.Queries;

namespace Songthang.Web.Features.DataSubjects;

/// <param name="Sought">Whose data.</param>
/// <param name="IsCopy">They leave the program as a file.</param>
public sealed record HeldDataWanted(PersonSought Sought, bool IsCopy);

/// <summary>An officer looks at all that is held about a person, or takes a copy for them; the record says of which reports.</summary>
public sealed class SeeHeldData(AppDb db, HeldData data, AuditLog audit)
{
    public async Task<PersonHeld> RunAsync(HeldDataWanted input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var held = await data.FindAsync(input.Sought, cancellationToken);
        var action = input.IsCopy ? AuditAction.HeldDataCopied : AuditAction.HeldDataSeen;
        foreach (var reference in held.Requests.Select(request => request.Reference).Concat(held.Following.Select(follower => follower.Reference)).Distinct())
            audit.Add(action, by, now, AuditSubject.Request(reference));
        await db.SaveChangesAsync(cancellationToken);
        return held;
    }
}
