using Songthang.Domain.DataProtection;
using Songthang.Domain.Thai;

namespace Songthang.Web.Features.DataSubjects;

/// <summary>What the desk calls what people ask for, and how it ended.</summary>
static class DataSubjectWords
{
    public static Phrase Name(this DataSubjectWish wish) => wish switch
    {
        DataSubjectWish.Access => new("ขอเข้าถึงหรือรับสำเนา (มาตรา 30)", "Access or a copy (s. 30)"),
        DataSubjectWish.Correction => new("ขอแก้ไขให้ถูกต้อง (มาตรา 36)", "Correction (s. 36)"),
        DataSubjectWish.Erasure => new("ขอให้ลบ (มาตรา 33)", "Erasure (s. 33)"),
        DataSubjectWish.Objection => new("คัดค้านการใช้ (มาตรา 32)", "Objection (s. 32)"),
        DataSubjectWish.Restriction => new("ขอให้ระงับการใช้ (มาตรา 34)", "Restriction (s. 34)"),
        _ => throw new ArgumentOutOfRangeException(nameof(wish)),
    };

    public static Phrase Name(this DataSubjectOutcome outcome) => outcome switch
    {
        DataSubjectOutcome.Done => new("ดำเนินการตามคำขอแล้ว", "Done as asked"),
        DataSubjectOutcome.Partly => new("ดำเนินการบางส่วนเท่าที่กฎหมายให้ทำได้", "Done as far as the law allows"),
        DataSubjectOutcome.Refused => new("ปฏิเสธ พร้อมเหตุผล", "Refused, with the reason"),
        DataSubjectOutcome.NothingHeld => new("ไม่พบข้อมูล หรือยืนยันตัวตนไม่ได้", "Nothing is held, or nobody could show that it was they"),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };
}
