using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Settings;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Uploads;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Acts;
using Songthang.Web.Shared.Forms;
using Songthang.Web.Shared.Photos;

namespace Songthang.Web.Features.Handling.Completing;

[Authorize(Policy = Policies.Officers)]
[RequestSizeLimit(PhotoField.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = PhotoField.MostBytes)]
public sealed class CompleteModel(CompleteServiceRequest useCase, PreparedTexts texts, UploadDesk desk, AppDb db, TimeProvider time)
    : ActPage(db, time)
{
    public override Act Act => Act.Complete;

    /// <summary>What is done most often.</summary>
    public static IReadOnlyList<Phrase> Ready { get; } =
    [
        new("เปลี่ยนหลอดไฟแล้ว ไฟติดเป็นปกติ", "The lamp was replaced; the light works again."),
        new("เปลี่ยนโคมไฟแล้ว ไฟติดเป็นปกติ", "The luminaire was replaced; the light works again."),
        new("แก้ไขสายไฟหรือจุดต่อสายแล้ว", "The cable or its joints were repaired."),
        new("เปลี่ยนอุปกรณ์ในตู้ควบคุมแล้ว", "Parts of the control cabinet were replaced."),
        new("แก้ไขเสาไฟให้อยู่ในสภาพปลอดภัยแล้ว", "The pole was made safe."),
        new("ตัดแต่งกิ่งไม้ที่บังแสงแล้ว", "The branches that hid the light were cut."),
    ];

    [BindProperty]
    public List<int> Ticked { get; set; } = [];

    [BindProperty, AtMost(ServiceRequest.MaxSymptom)]
    public string? WhatWasDone { get; set; }

    [BindProperty]
    public PhotoField Photos { get; set; } = PhotoField.New();

    public TemplateChoice Templates => new(texts.Offered(TemplateUse.Complete), this);

    // What everyone reads is in the language that everyone reads.
    protected override void Prefill() => WhatWasDone = texts.Fill(Template, TemplateUse.Complete, AtHand, "th");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Photos.ReceiveAsync(desk, ModelState, nameof(Photos), Now, cancellationToken);
        if (!await FindAsync(cancellationToken)) return NotFound();
        if (Photos.IsOnlyPhotos)
        {
            return await AgainAsync(
                ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, cancellationToken);
        }

        var done = ReadyWords.Join(Ready, Ticked, WhatWasDone, "th");
        if (done.Length == 0)
            ModelState.AddModelError(nameof(WhatWasDone), Say.T("กรุณาระบุผลการดำเนินการ", "Please say what was done"));
        return await SendAsync(
            (by, now) => useCase.RunAsync(
                new Completion(Reference, SeenNumber, done, Photos.FormKey, Photos.PhotoKeys), by, now, cancellationToken),
            "บันทึกผลการดำเนินการแล้ว", "The result is saved.", cancellationToken);
    }
}
