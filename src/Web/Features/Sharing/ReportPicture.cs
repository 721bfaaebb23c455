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

    /// <summary>The picture in a language, or null when there is no such report.</summary>
    public async Task<PublicFile?> ReadAsync(Reference reference, string language, CancellationToken cancellationToken) => (await kept.GetAsync(
        $"picture {language} {reference}", TimeSpan.FromMinutes(5), made => made.File?.Body.Length ?? 0,
        async stop => new Made(await requests.FindAsync(reference, stop) is { } story ? Draw(story.Request, language) : null), cancellationToken)).File;

    PublicFile Draw(PublicServiceRequest request, string language)
    {
        var status = PublicStatus.Of(request.MergedIntoStatus ?? request.Status);
        var tambon = province.Find(request.Place.TambonCode);
        var isPoint = Position.TryCreate(request.Place.Latitude, request.Place.Longitude, out var position) && province.Contains(position);
        var place = request.Place.InWords(province, language);
        var card = ShareCard.Draw(
            new(agency.Value.ServiceName.Phrase.In(language), faults.NameOf(request.FaultCode).In(language),
                place.Length > 0 ? place : new Phrase("เจ้าหน้าที่กำลังตรวจสอบสถานที่", "The place is being checked").In(language),
                new Phrase($"เลขที่เรื่อง {request.Reference}   แจ้งเมื่อ {ThaiDates.LongDate(request.SubmittedAt)}",
                    $"Report {request.Reference}   of {ThaiDates.LongDate(request.SubmittedAt, "en")}").In(language)),
            new(status.Name.In(language), status.States.Contains(ServiceRequestStatus.Completed)),
            isPoint ? new(position, true, province, language) : tambon is null ? null : new(tambon.Centre, false, province, language));
        return new(card, "image/png", request.UpdatedAt);
    }
}
