using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Settings;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Infrastructure.Settings;

namespace Songthang.Web.Features.Handling.Receiving;

/// <param name="Reference">The request.</param>
/// <param name="Stamp">What the registry gave.</param>
public sealed record TypedReceiveNumber(string Reference, ReceiveStamp Stamp);

/// <summary>An officer types the number that the registry gave to the paper, or corrects it.</summary>
public sealed class RecordReceiveNumber(AppDb db, CurrentSettings settings, AuditLog audit)
{
    /// <exception cref="RuleBroken"><c>receive-number.not-typed</c>, <c>request.unknown</c>, or there is no number.</exception>
    public async Task RunAsync(TypedReceiveNumber input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        if (settings.Get(Topics.Papers).ReceiveNumbers != ReceiveNumbers.Typed)
        {
            throw new RuleBroken("receive-number.not-typed", new(
                "ตั้งค่าไว้ว่าไม่ต้องพิมพ์เลขรับในระบบ", "The settings say that receive numbers are not typed in here."));
        }

        var stamp = input.Stamp with { Number = ThaiText.Clean(input.Stamp.Number) };
        await db.TryToActAsync(input.Reference, request =>
        {
            if (request.Stamp == stamp)
                return Task.FromResult(false);
            request.GiveReceiveNumber(stamp, by, now);
            audit.Add(AuditAction.ReceiveNumberGiven, by, now, AuditSubject.Request(request.Reference));
            return Task.FromResult(true);
        }, cancellationToken);
    }
}
