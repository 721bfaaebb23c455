using Microsoft.Extensions.Options;
using Songthang.Domain.Geography;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceLevels;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Papers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Infrastructure.Photos;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Photos;

namespace Songthang.Web.Features.Handling.Printing;

/// <summary>Somebody looks at the report of a completed request.</summary>
public sealed class ShowCompletionReport(
    AppDb db, PhotoStore photos, Province province, FaultTypes faults, ServiceLevel level, CurrentSettings settings, IOptions<Agency> agency,
    PublicAddress address, AuditLog audit)
{
    /// <summary>What the report says; null when there is no such request, or it is not completed.</summary>
    public async Task<CompletionFacts?> RunAsync(string input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        if (await db.ReadRequestAsync(input, cancellationToken) is not { Status: ServiceRequestStatus.Completed } it)
            return null;
        await audit.SeeAsync(AuditAction.FormSeen, by, now, AuditSubject.Request(it.Reference), cancellationToken);
        return new(
            it, faults.Find(it.FaultCode), agency.Value, province, await settings.RepairInWordsAsync(db, it.Id, cancellationToken),
            [.. StepClocks.Of(it.Moments(), level).Select(clock => Step(StepRow.Of(clock, now, "th")))],
            await OfAsync(it, [PhotoKind.Report, PhotoKind.Answer, PhotoKind.Before], cancellationToken),
            await OfAsync(it, [PhotoKind.After], cancellationToken), address.Of(Links.OfficerRequest(it.Reference)));
    }

    static StepOnPaper Step(StepRow row) => new($"{(int)row.Step}. {row.Step.Name().Thai}", row.Allowed, row.Taken, row.IsOverdue);

    Task<IReadOnlyList<ReadOnlyMemory<byte>>> OfAsync(ServiceRequest it, PhotoKind[] kinds, CancellationToken cancellationToken) =>
        photos.ReadAllAsync(it.Photos.Where(photo => kinds.Contains(photo.Kind)).Select(photo => photo.Key), isSmall: false, cancellationToken);
}
