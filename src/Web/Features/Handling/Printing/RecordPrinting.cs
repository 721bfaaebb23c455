using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Web.Features.Handling.Printing;

/// <summary>A request whose form is printed.</summary>
public sealed record Printout(string Reference, int SeenNumber) : ActInput(Reference, SeenNumber);

public sealed class RecordPrinting(AppDb db, AuditLog audit)
{
    public Task RunAsync(Printout input, Actor by, DateTime now, CancellationToken cancellationToken) =>
        db.ActAsync(input, by, now, request =>
        {
            audit.Add(AuditAction.FormPrinted, by, now, AuditSubject.Request(request.Reference));
            request.RecordPrinting(by, now);
        }, cancellationToken);
}
