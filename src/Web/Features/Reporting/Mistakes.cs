using Microsoft.AspNetCore.Mvc.ModelBinding;
using Songthang.Domain.Geography;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.Thai;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Reporting;

/// <summary>Names beside its field what is wrong with a report; the citizens' form and the officers' call a field by the same name.</summary>
sealed class Mistakes(ModelStateDictionary state, string prefix)
{
    public void Add(string field, string thai, string english)
    {
        var name = $"{prefix}.{field}";
        // One sentence a field: what was not even readable is not also judged.
        if (!state.TryGetValue(name, out var entry) || entry.Errors.Count == 0) state.AddModelError(name, Say.T(thai, english));
    }

    public void CheckFault(string? code, FaultTypes faults)
    {
        if (!string.IsNullOrEmpty(code) && faults.Find(code) is not { InUse: true })
            Add(nameof(ReportForm.Fault), "กรุณาเลือกอาการที่พบ", "Please choose what is wrong");
    }

    public void CheckNoticed(string date, string time, DateTime now)
    {
        if (!NoticedMoment.TryRead(date, time, now, out var noticed))
            Add(nameof(ReportForm.NoticedDate), "วันหรือเวลาที่พบไม่ถูกต้อง เช่น 23/11/2569 เวลา 19.30", "The date or time is not valid; for example 23/11/2026, 19:30");
        else if (noticed > now.AddMinutes(5))
            Add(nameof(ReportForm.NoticedDate), "วันและเวลาที่พบต้องไม่เป็นเวลาในอนาคต", "The time noticed cannot be in the future");
    }

    public void CheckTambon(string? code, Province province)
    {
        if (!string.IsNullOrEmpty(code) && province.Find(code) is null)
            Add(nameof(ReportForm.Tambon), "กรุณาเลือกตำบลจากรายการ", "Please choose a subdistrict from the list");
    }

    public void CheckPhone(string? phone)
    {
        if (!string.IsNullOrEmpty(phone) && phone.Any(sign => !char.IsWhiteSpace(sign)) && !PhoneNumber.TryParse(phone, out _))
            Add(nameof(ReportForm.Phone), "หมายเลขโทรศัพท์ไม่ถูกต้อง (ตัวเลข 9–10 หลัก)", "The telephone number is not valid (9 or 10 digits)");
    }
}
