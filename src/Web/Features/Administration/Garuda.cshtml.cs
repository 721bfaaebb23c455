using Microsoft.AspNetCore.Authorization;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Photos;
using Songthang.Infrastructure.Settings;
using Songthang.Infrastructure.Uploads;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Administration;

/// <summary>The picture of the Garuda for letters: the authority's own file, as the program ships none.</summary>
[Authorize(Policy = Policies.Administrators)]
public sealed class GarudaModel(
    Shapes shapes, CurrentSettings settings, ChangeSetting change, UploadDesk desk, PhotoStore store, AppDb db, TimeProvider time)
    : PicturePage(shapes, settings, change, desk, store, db, time)
{
    public override Phrase Title => new("ตราครุฑสำหรับหนังสือ", "Garuda for letters");

    public override Phrase Hint => new(
        "ภาพ JPEG, PNG หรือ WebP พื้นหลังสีขาว ด้านสูงอย่างน้อย 400 จุด พิมพ์สูง 3 ซม. กลางหัวหนังสือ หากไม่มีจะเว้นที่ว่างไว้",
        "JPEG, PNG or WebP on white, at least 400 pixels high. It is printed 3 cm high at the head of letters; without one its place stays empty.");

    public override Phrase NoneWords => new("เว้นที่ว่างไว้", "Leave its place empty");

    protected override string OfTopic => Topics.Papers.Name;

    protected override string FieldName => "garuda";
}
