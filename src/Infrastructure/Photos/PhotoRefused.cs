using System.Globalization;
using Songthang.Domain;
using Songthang.Domain.Thai;

namespace Songthang.Infrastructure.Photos;

/// <summary>Every reason for not taking a photo, each with a sentence that says what to do next.</summary>
static class PhotoRefused
{
    public static RuleBroken Empty() => new("photo.empty", new Phrase(
        "ไฟล์ภาพว่างเปล่า กรุณาถ่ายภาพหรือเลือกภาพใหม่อีกครั้ง",
        "The file is empty. Please take or choose the photo again."));

    public static RuleBroken TooLarge() => new("photo.too-large", new Phrase(
        "ไฟล์ใหญ่เกิน 15 MB กรุณาเลือกภาพที่เล็กลง หรือถ่ายใหม่ด้วยความละเอียดที่ต่ำลง",
        "The file is larger than 15 MB. Please choose a smaller photo, or take it again at a lower resolution."));

    public static RuleBroken NotAnImage() => new("photo.not-an-image", new Phrase(
        "ไฟล์นี้ไม่ใช่ภาพที่อ่านได้ กรุณาเลือกภาพชนิด JPEG, PNG, WebP หรือ HEIC",
        "This file is not a photo that can be read. Please choose a JPEG, PNG, WebP or HEIC picture."));

    public static RuleBroken TooManyPixels(long width, long height) => new("photo.too-many-pixels", new Phrase(
        string.Create(CultureInfo.InvariantCulture,
            $"ภาพมีขนาด {width:N0} × {height:N0} พิกเซล ซึ่งใหญ่เกินกว่าที่ระบบรับได้ กรุณาย่อภาพ หรือเลือกภาพที่ถ่ายด้วยความละเอียดปกติ"),
        string.Create(CultureInfo.InvariantCulture,
            $"The picture measures {width:N0} × {height:N0} pixels, more than can be taken. Please make it smaller, or choose one taken at normal resolution.")));

    public static RuleBroken Truncated() => new("photo.truncated", new Phrase(
        "ไฟล์ภาพไม่ครบหรือเสียหายจึงเปิดไม่ได้ กรุณาเลือกภาพใหม่ หรือถ่ายภาพอีกครั้ง",
        "The photo is incomplete or damaged and cannot be opened. Please choose it again or take a new one."));

    public static RuleBroken HeicUnsupported() => new("photo.heic-unsupported", new Phrase(
        "ขออภัย ระบบยังเปิดภาพชนิด HEIC ไม่ได้ กรุณาเลือกภาพชนิด JPEG หรือบันทึกภาพหน้าจอของภาพนี้แล้วส่งภาพนั้นแทน",
        "Sorry, HEIC pictures cannot be opened here yet. Please choose a JPEG, or take a screenshot of the picture and send that."));

    public static RuleBroken StoreFull() => new(PhotoStore.Full, new Phrase(
        "ขณะนี้ระบบยังเก็บภาพเพิ่มไม่ได้ กรุณาส่งเรื่องโดยไม่แนบภาพ หรือลองแนบภาพอีกครั้งในภายหลัง",
        "No more photos can be stored at the moment. Please send your report without the photo, or try again later."));
}
