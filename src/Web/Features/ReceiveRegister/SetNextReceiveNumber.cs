using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Domain.Settings;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Infrastructure.Settings;

namespace Songthang.Web.Features.ReceiveRegister;

/// <summary>An administrator says at which number the year's register goes on, such as when the office begins with it in the middle of a year.</summary>
public sealed class SetNextReceiveNumber(AppDb db, CurrentSettings settings, AuditLog audit)
{
    /// <exception cref="RuleBroken"><c>receive-number.not-kept</c> or <c>receive-number.taken</c>.</exception>
    public async Task RunAsync(int input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        if (settings.Get(Topics.Papers).ReceiveNumbers != ReceiveNumbers.Kept)
        {
            throw new RuleBroken("receive-number.not-kept", new(
                "ตั้งค่าไว้ว่าระบบไม่ออกเลขรับเอง", "The settings say that the program gives no receive numbers."));
        }

        var year = ThaiDates.BuddhistYear(now);
        await using var transaction = await db.BeginAsync(cancellationToken);
        await db.GoOnAtAsync(year, input, cancellationToken);
        await audit.WriteAsync(AuditAction.NextReceiveNumberSet, by, now, AuditSubject.None, $"{input}/{year}", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
