using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Songthang.Domain.Geography;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Papers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Infrastructure.Settings;

namespace Songthang.Web.Features.Handling.Letters;

/// <param name="Reference">The request.</param>
/// <param name="Words">The letter's wording.</param>
/// <param name="SavedAt">When somebody saved it, UTC; null while it is only proposed.</param>
public sealed record LetterAtHand(string Reference, LetterWords Words, DateTime? SavedAt);

/// <summary>
/// Somebody looks at the letter of a forwarded request: as it was saved, else a proposal made of what is known. Who reported
/// is not in it: the other authority needs the lamp, not the citizen.
/// </summary>
public sealed class ShowForwardingLetter(
    AppDb db, Province province, FaultTypes faults, CurrentSettings settings, IOptions<Agency> agency, AuditLog audit)
{
    /// <summary>The letter, or null when there is no such request or it is not forwarded.</summary>
    public async Task<LetterAtHand?> RunAsync(string input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        if (await db.ReadRequestAsync(input, cancellationToken) is not { Status: ServiceRequestStatus.Forwarded } it)
            return null;
        await audit.SeeAsync(AuditAction.RequestSeen, by, now, AuditSubject.Request(it.Reference), cancellationToken);
        var saved = await db.LetterDrafts.AsNoTracking().SingleOrDefaultAsync(draft => draft.ServiceRequestId == it.Id, cancellationToken);
        return new(it.Reference, saved?.Read<LetterWords>() ?? Propose(it), saved?.At);
    }

    LetterWords Propose(ServiceRequest it)
    {
        var papers = settings.Get(Topics.Papers);
        var (us, receiver) = (agency.Value, it.Forwarding?.Detail ?? "");
        var number = Reference.TryParse(it.Reference, out var reference) ? reference.PaperNumber : it.Reference;
        return new(
            it.Letter?.Number ?? "", it.Letter?.Date, "ขอส่งเรื่องแจ้งไฟฟ้าสาธารณะขัดข้อง", receiver, "",
            $"แบบแจ้งไฟฟ้าสาธารณะขัดข้อง เลขที่คำร้อง {number} จำนวน 1 ฉบับ",
            string.Join('\n',
                $"ด้วย{us.Name.Thai}ได้รับแจ้งเหตุไฟฟ้าสาธารณะขัดข้อง เมื่อวันที่ {ThaiDates.LongDate(it.SubmittedAt)} เลขที่เรื่อง {it.Reference} "
                    + $"อาการ {faults.NameOf(it.FaultCode).Thai} {Where(it.Place)}",
                $"{us.ShortName.Thai}ได้ตรวจสอบแล้ว พบว่าไฟฟ้าสาธารณะบริเวณดังกล่าวอยู่ในความรับผิดชอบของ{receiver}",
                $"จึงเรียนมาเพื่อโปรดพิจารณาดำเนินการ และขอได้โปรดแจ้งผลการดำเนินการให้{us.ShortName.Thai}ทราบ เพื่อแจ้งผู้แจ้งเหตุต่อไป"),
            papers.SignerName, papers.SignerPosition);
    }

    string Where(Place place)
    {
        string[] parts =
        [
            place.InWords(province, "th"), place.Landmark, place.PoleNumber.Length > 0 ? $"เสาหมายเลข {place.PoleNumber}" : "",
            place.PositionInWords(5) is { Length: > 0 } position ? $"พิกัด {position}" : "",
        ];
        return "บริเวณ " + string.Join(' ', parts.Where(part => part.Length > 0));
    }
}
