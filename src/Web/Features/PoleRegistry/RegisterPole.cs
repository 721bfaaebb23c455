using Songthang.Domain;
using Songthang.Domain.Assets;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Geodata;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Infrastructure.Uploads;

namespace Songthang.Web.Features.PoleRegistry;

/// <param name="FormKey">Of the form: sent twice it makes one pole.</param>
/// <param name="Facts">What is known of the pole.</param>
public sealed record NewPole(string FormKey, PoleFacts Facts);

/// <summary>An officer takes a pole into the register.</summary>
public sealed class RegisterPole(AppDb db, AuditLog audit, TambonFinder tambons)
{
    /// <exception cref="RuleBroken"><c>pole.number-taken</c>, <c>pole.too-near</c> or <c>pole.facts</c>.</exception>
    public Task<PoleCode> RunAsync(NewPole input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        if (!FormKey.IsValid(input.FormKey))
            throw new RuleBroken("form-key.invalid", new("แบบฟอร์มนี้ใช้ไม่ได้ กรุณาโหลดหน้าใหม่", "This form cannot be used; please load the page anew."));
        return db.AddPoleAsync(input.FormKey, code =>
        {
            audit.Add(AuditAction.PoleRegistered, by, now, AuditSubject.Pole(code));
            return Task.FromResult(Pole.Register(code, input.Facts, tambons.CodeAt(input.Facts.Position), by, now));
        }, now, cancellationToken);
    }
}
