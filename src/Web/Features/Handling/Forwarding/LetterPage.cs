using Microsoft.AspNetCore.Mvc;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Acts;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Handling.Forwarding;

/// <summary>A form with the letter that goes with a forwarded request.</summary>
public abstract class LetterPage(AppDb db, TimeProvider time) : ActPage(db, time)
{
    [BindProperty, AtMost(ForwardingLetter.MaxNumber)]
    public string? Number { get; set; }

    [BindProperty]
    public DateOnly? Date { get; set; }

    /// <summary>The letter as typed; null when nothing was. A year of the Buddhist Era is understood.</summary>
    protected ForwardingLetter? ReadLetter()
    {
        var number = ThaiText.Clean(Number);
        var day = Date is { Year: >= 2400 } typed ? typed.AddYears(-543) : Date;
        if (day > ThaiDates.BangkokDate(Now))
            ModelState.AddModelError(nameof(Date), Say.T("วันที่ของหนังสือต้องไม่เป็นวันในอนาคต", "The date of the letter cannot be in the future"));
        if (number.Length == 0 && day is not null)
            ModelState.AddModelError(nameof(Number), Say.T("กรุณาระบุเลขที่หนังสือ", "Please give the number of the letter"));
        return number.Length == 0 ? null : new ForwardingLetter(number, day);
    }
}
