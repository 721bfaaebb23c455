using System.Globalization;
using Songthang.Domain.Settings;
using Songthang.Infrastructure.Settings;

namespace Songthang.Web.Features.Administration;

/// <summary>How the plan of backups is set.</summary>
static class BackupShape
{
    const int MostKept = 400;

    public static Shape<BackupPlan> Create() => new(Topics.Backups, plan => plan.IsOn
        ? new(
            string.Create(CultureInfo.InvariantCulture, $"ทุกวัน {plan.At:HH.mm} น. เก็บ {plan.Keep} ชุด"),
            string.Create(CultureInfo.InvariantCulture, $"every day at {plan.At:HH:mm}, {plan.Keep} are kept"))
        : new("ยังไม่ได้เปิดใช้", "Off"))
    {
        About = new("ระบบสำรองฐานข้อมูล ภาพ เอกสาร และกุญแจเป็นไฟล์เดียวทุกวัน", "The program writes database, photos, documents and keys into one file every day"),
        Rule = plan => !plan.IsOn || Path.IsPathFullyQualified(plan.Folder)
            ? null
            : ("folder", new("กรุณาระบุที่อยู่เต็มของโฟลเดอร์ เช่น /var/backups/songthang", "Please enter the full path of a folder, such as /var/backups/songthang")),
        Fields =
        [
            new FlagField("isOn", new("สำรองข้อมูลทุกวัน", "Back up every day"), new("เปิด", "On"), new("ปิด", "Off")),
            new TimeField("at", new("เวลา", "Time")),
            new TextField("folder", new("โฟลเดอร์", "Folder"))
            {
                Hint = new("ควรอยู่คนละดิสก์กับข้อมูล ไฟล์มีข้อมูลส่วนบุคคล โปรดเก็บเป็นความลับ", "Best on another disk. The files hold personal data: keep them secret."),
            },
            new NumberField("keep", new("จำนวนชุดที่เก็บไว้", "How many to keep"), 1, MostKept, kept => new($"{kept} ชุด", $"{kept}")),
        ],
    };
}
