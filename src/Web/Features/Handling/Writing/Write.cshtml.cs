using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Settings;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Uploads;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Acts;
using Songthang.Web.Shared.Forms;
using Songthang.Web.Shared.Photos;

namespace Songthang.Web.Features.Handling.Writing;

[Authorize(Policy = Policies.Officers)]
[RequestSizeLimit(PhotoField.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = PhotoField.MostBytes)]
public sealed class WriteModel(WriteToRequester useCase, PreparedTexts texts, UploadDesk desk, AppDb db, TimeProvider time)
    : ActPage(db, time)
{
    public override Act Act => Act.Write;

    [BindProperty, AtMost(ServiceRequest.MaxSymptom)]
    public string? Text { get; set; }

    [BindProperty]
    public PhotoField Photos { get; set; } = PhotoField.New();

    public TemplateChoice Templates => new(texts.Offered(TemplateUse.Message), this);

    protected override void Prefill() => Text = texts.Fill(Template, TemplateUse.Message, AtHand);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Photos.ReceiveAsync(desk, ModelState, nameof(Photos), Now, cancellationToken);
        if (!await FindAsync(cancellationToken)) return NotFound();
        if (Photos.IsOnlyPhotos)
        {
            return await AgainAsync(
                ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, cancellationToken);
        }

        return await SendAsync(
            (by, now) => useCase.RunAsync(
                new OfficersMessage(Reference, SeenNumber, Text, Photos.FormKey, Photos.PhotoKeys), by, now, cancellationToken),
            "ส่งข้อความถึงผู้แจ้งแล้ว", "The message is sent to the reporter.", cancellationToken);
    }
}
