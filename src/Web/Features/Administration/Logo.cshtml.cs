using Microsoft.AspNetCore.Authorization;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Photos;
using Songthang.Infrastructure.Settings;
using Songthang.Infrastructure.Uploads;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Administration;

/// <summary>The authority's emblem, in the header and on printed forms.</summary>
[Authorize(Policy = Policies.Administrators)]
public sealed class LogoModel(
    Shapes shapes, CurrentSettings settings, ChangeSetting change, UploadDesk desk, PhotoStore store, AppDb db, TimeProvider time)
    : PicturePage(shapes, settings, change, desk, store, db, time)
{
    public override Phrase Title => new("ตราหน่วยงาน", "Emblem of the agency");

    public override Phrase Hint => new(
        "ภาพ JPEG, PNG หรือ WebP พื้นหลังสีขาว ด้านยาวอย่างน้อย 200 จุด แสดงที่หัวเว็บและบนแบบพิมพ์",
        "JPEG, PNG or WebP on white, at least 200 pixels long. It stands in the header and on the printed form.");

    public override Phrase NoneWords => new("ใช้ตราของระบบแทน", "Use the program's own mark");

    protected override string OfTopic => Topics.Agency.Name;

    protected override string FieldName => "logo";
}
