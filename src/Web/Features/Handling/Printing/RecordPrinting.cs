using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Infrastructure.Settings;

namespace Songthang.Web.Features.Handling.Printing;

/// <summary>A request whose form is printed.</summary>
public sealed record Printout(string Reference, int SeenNumber) : ActInput(Reference, SeenNumber);

/// <summary>An officer prints the form: that stops step 4, and where the program keeps the register the form gets its number.</summary>
public sealed class RecordPrinting(AppDb db, CurrentSettings settings, AuditLog audit)
{
    public Task RunAsync(Printout input, Actor by, DateTime now, CancellationToken cancellationToken) =>
        db.ActAsync(input, by, now, async request =>
        {
            audit.Add(AuditAction.FormPrinted, by, now, AuditSubject.Request(request.Reference));
            await db.ReceiveAsync(request, settings, by, now, cancellationToken);
            request.RecordPrinting(by, now);
        }, cancellationToken);
}
