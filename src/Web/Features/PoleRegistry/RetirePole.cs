using Songthang.Domain.Assets;
using Songthang.Domain.Officers;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Web.Features.PoleRegistry;

/// <param name="Code">The pole.</param>
/// <param name="SeenVersion">Its version when the form was shown.</param>
/// <param name="On">The first day out of use, Bangkok.</param>
/// <param name="Reason">Why.</param>
public sealed record PoleRetirement(PoleCode Code, int SeenVersion, DateOnly On, string Reason) : PoleInput(Code, SeenVersion);

/// <summary>An officer takes a pole out of use.</summary>
public sealed class RetirePole(AppDb db, AuditLog audit)
{
    public Task RunAsync(PoleRetirement input, Actor by, DateTime now, CancellationToken cancellationToken) =>
        db.ActOnPoleAsync(input, by, now, pole =>
        {
            pole.Retire(input.On, ThaiText.Clean(input.Reason), by, now);
            audit.Add(AuditAction.PoleRetired, by, now, AuditSubject.Pole(pole.Code));
            return Task.CompletedTask;
        }, cancellationToken);
}
