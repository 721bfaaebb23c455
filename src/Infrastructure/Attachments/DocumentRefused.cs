using Songthang.Domain;
using Songthang.Domain.Thai;

namespace Songthang.Infrastructure.Attachments;

/// <summary>Every reason for not taking a document, each with a sentence that says what to do next.</summary>
static class DocumentRefused
{
    public static RuleBroken Empty() => new("document.empty", new Phrase(
        "ไฟล์ว่างเปล่า กรุณาเลือกไฟล์ใหม่อีกครั้ง", "The file is empty. Please choose it again."));

    public static RuleBroken TooLarge() => new("document.too-large", new Phrase(
        "ไฟล์ใหญ่เกิน 15 MB กรุณาเลือกไฟล์ที่เล็กลง หรือส่งเฉพาะหน้าที่จำเป็น",
        "The file is larger than 15 MB. Please choose a smaller one, or send only the pages that are needed."));

    public static RuleBroken NotAPdf() => new("document.not-a-pdf", new Phrase(
        "ไฟล์นี้ไม่ใช่ PDF กรุณาเลือกไฟล์ PDF หรือส่งเป็นภาพถ่ายในช่องภาพถ่าย",
        "This file is not a PDF. Please choose a PDF, or send it as a photo in the field for photos."));

    public static RuleBroken Damaged() => new("document.damaged", new Phrase(
        "ไฟล์ PDF นี้ไม่ครบหรือเสียหาย กรุณาบันทึกเป็น PDF ใหม่ หรือส่งเป็นภาพถ่าย",
        "This PDF is incomplete or damaged. Please save it as a PDF again, or send it as a photo."));

    public static RuleBroken Encrypted() => new("document.encrypted", new Phrase(
        "ไฟล์ PDF นี้ล็อกหรือมีรหัสผ่าน เจ้าหน้าที่จะเปิดไม่ได้ กรุณาส่งไฟล์ที่ไม่ล็อก",
        "This PDF is locked or has a password, so the officers could not open it. Please send one without a lock."));

    public static RuleBroken Active() => new("document.active", new Phrase(
        "ไฟล์ PDF นี้มีคำสั่งหรือไฟล์อื่นแนบอยู่ข้างใน จึงรับไว้ไม่ได้ กรุณาพิมพ์เป็น PDF ใหม่ (Print to PDF) หรือส่งเป็นภาพถ่าย",
        "This PDF carries a script or another file, so it cannot be taken. Please print it to a new PDF, or send it as a photo."));

    public static RuleBroken Infected() => new("document.infected", new Phrase(
        "โปรแกรมตรวจไวรัสพบสิ่งผิดปกติในไฟล์นี้ จึงรับไว้ไม่ได้ กรุณาส่งเป็นภาพถ่ายแทน",
        "The virus scanner found something in this file, so it cannot be taken. Please send it as a photo."));

    public static RuleBroken TooMany(int most) => new("document.too-many", new Phrase(
        $"แนบเอกสารได้ไม่เกิน {most} ไฟล์ กรุณาลบไฟล์ที่ไม่ต้องการก่อน", $"At most {most} documents can be added. Please remove one first."));
}
