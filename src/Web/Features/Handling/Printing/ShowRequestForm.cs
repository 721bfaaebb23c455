using Microsoft.Extensions.Options;
using Songthang.Domain.Geography;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Papers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Infrastructure.Photos;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Photos;
using Document = Songthang.Infrastructure.Documents.Document;

namespace Songthang.Web.Features.Handling.Printing;

/// <param name="Reference">Whose form.</param>
/// <param name="HasSmallPhotos">With the thumbnails, where many forms make one file.</param>
/// <param name="IsBeingPrinted">It is being printed now, and that will be recorded.</param>
public sealed record RequestFormWanted(string Reference, bool HasSmallPhotos = false, bool IsBeingPrinted = false);

/// <summary>Somebody looks at the paper form of a request. That it was printed is another matter: <see cref="RecordPrinting"/>.</summary>
public sealed class ShowRequestForm(
    AppDb db, PhotoStore photos, Province province, FaultTypes faults, CurrentSettings settings, IOptions<Agency> agency,
    PublicAddress address, AuditLog audit)
{
    /// <summary>The form, or null when there is no such request.</summary>
    public async Task<Document?> RunAsync(RequestFormWanted input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        if (await db.ReadRequestAsync(input.Reference, cancellationToken) is not { } it)
            return null;
        // Printing leaves a record of its own.
        if (!input.IsBeingPrinted)
            await audit.SeeAsync(AuditAction.FormSeen, by, now, AuditSubject.Request(it.Reference), cancellationToken);
        var pictures = await photos.ReadAllAsync(
            it.Photos.Where(photo => photo.Kind is PhotoKind.Report or PhotoKind.Answer).Select(photo => photo.Key), input.HasSmallPhotos, cancellationToken);
        var form = new RequestForm(new PaperWords(settings.Get(Topics.Papers)));
        return form.Of(new(it, faults.Find(it.FaultCode), agency.Value, province,
            address.Of(Links.OfficerRequest(it.Reference)), PrintingOf(it, input.IsBeingPrinted), pictures,
            agency.Value.Logo is { Length: > 0 } logo ? await photos.ReadAsync(logo, isSmall: true, cancellationToken) : null,
            await settings.RepairInWordsAsync(db, it.Id, cancellationToken)));
    }

    /// <summary>The first printout is the one that is signed and filed; whatever is printed after it is a copy.</summary>
    static Infrastructure.Papers.Printing PrintingOf(ServiceRequest it, bool isBeingPrinted) =>
        (it.Timeline.Count(entry => entry.Kind == TimelineKind.FormPrinted) + (isBeingPrinted ? 1 : 0)) switch
        {
            0 => Infrastructure.Papers.Printing.Preview,
            1 => Infrastructure.Papers.Printing.Original,
            _ => Infrastructure.Papers.Printing.Copy,
        };
}
