using Microsoft.Extensions.Options;
using Songthang.Domain.Geography;
using Songthang.Domain.Publication;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Infrastructure.Pictures;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Sharing;

/// <summary>The picture of a report: what is wrong, where it stands, where it is as far as everyone may know.</summary>
sealed class ReportPicture(PublicServiceRequests requests, Province province, FaultTypes faults, IOptions<Agency> agency, KeptForAWhile kept)
{
    sealed record Made(PublicFile? File);

    /// <summary>The picture, or null when there is no such report.</summary>
    public async Task<PublicFile?> ReadAsync(Reference reference, CancellationToken cancellationToken) => (await kept.GetAsync(
        $"picture {reference}", TimeSpan.FromMinutes(5), made => made.File?.Body.Length ?? 0,
        async stop => new Made(await requests.FindAsync(reference, stop) is { } story ? Draw(story.Request) : null), cancellationToken)).File;

    PublicFile Draw(PublicServiceRequest request)
    {
        var status = PublicStatus.Of(request.MergedIntoStatus ?? request.Status);
        var tambon = province.Find(request.Place.TambonCode);
        var isPoint = Position.TryCreate(request.Place.Latitude, request.Place.Longitude, out var position) && province.Contains(position);
        var place = request.Place.InWords(province, "th");
        var card = ShareCard.Draw(
            new(agency.Value.ServiceName.Thai, faults.NameOf(request.FaultCode).Thai, place.Length > 0 ? place : "เจ้าหน้าที่กำลังตรวจสอบสถานที่",
                $"เลขที่เรื่อง {request.Reference}   แจ้งเมื่อ {ThaiDates.LongDate(request.SubmittedAt)}"),
            new(status.Name.Thai, status.States.Contains(ServiceRequestStatus.Completed)),
            isPoint ? new(position, true, province) : tambon is null ? null : new(tambon.Centre, false, province));
        return new(card, "image/png", request.UpdatedAt);
    }
}
