using Songthang.Domain.Assets;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Web.Features.PoleRegistry;

/// <param name="Code">The pole.</param>
/// <param name="SeenVersion">Its version when the form was shown.</param>
public sealed record PoleReturn(PoleCode Code, int SeenVersion) : PoleInput(Code, SeenVersion);

/// <summary>An officer takes a pole into use again.</summary>
public sealed class ReturnPole(AppDb db, AuditLog audit)
{
    public Task RunAsync(PoleReturn input, Actor by, DateTime now, CancellationToken cancellationToken) =>
        db.ActOnPoleAsync(input, by, now, pole =>
        {
            pole.BringBack(by, now);
            audit.Add(AuditAction.PoleReturned, by, now, AuditSubject.Pole(pole.Code));
            return Task.CompletedTask;
        }, cancellationToken);
}
