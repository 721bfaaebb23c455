using Songthang.Domain.Assets;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Geodata;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Web.Features.PoleRegistry;

/// <param name="Code">The pole.</param>
/// <param name="SeenVersion">Its version when the form was shown.</param>
/// <param name="Facts">All of it, also what stays.</param>
public sealed record PoleCorrection(PoleCode Code, int SeenVersion, PoleFacts Facts) : PoleInput(Code, SeenVersion);

/// <summary>An officer corrects what the register knows of a pole.</summary>
public sealed class CorrectPole(AppDb db, AuditLog audit, TambonFinder tambons)
{
    public Task RunAsync(PoleCorrection input, Actor by, DateTime now, CancellationToken cancellationToken) =>
        db.ActOnPoleAsync(input, by, now, pole =>
        {
            if (pole.Correct(input.Facts, tambons.CodeAt(input.Facts.Position), by, now))
                audit.Add(AuditAction.PoleCorrected, by, now, AuditSubject.Pole(pole.Code), Fields(pole.History[^1].Changes));
            return Task.CompletedTask;
        }, cancellationToken);

    static string Fields(IEnumerable<PoleChange> changes) => string.Join(", ", changes.Select(change => change.Field));
}
