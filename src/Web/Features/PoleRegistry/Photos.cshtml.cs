using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Infrastructure.Uploads;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Photos;

namespace Songthang.Web.Features.PoleRegistry;

/// <summary>Photos of a pole are added and taken off.</summary>
[Authorize(Policy = Policies.Officers)]
[RequestSizeLimit(PhotoField.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = PhotoField.MostBytes)]
public sealed class PhotosModel(ChangePolePhotos useCase, PolesAtHand poles, UploadDesk desk, TimeProvider time) : PolePage(poles, time)
{
    [BindProperty]
    public PhotoField Photos { get; set; } = PhotoField.New();

    /// <summary>Keys of photos to take off.</summary>
    [BindProperty]
    public List<string> TakeOff { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await FindAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Photos.ReceiveAsync(desk, ModelState, nameof(Photos), Now, cancellationToken);
        if (await FindAsync(cancellationToken) is { } missing)
            return missing;
        if (Photos.IsOnlyPhotos)
            return await AgainAsync(ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, cancellationToken);
        if (Photos.PhotoKeys.Count == 0 && TakeOff.Count == 0)
            ModelState.AddModelError("Photos.Files", Say.T("กรุณาแนบภาพ หรือเลือกภาพที่จะนำออก", "Please add a photo, or tick those to take off"));
        return await SendAsync(
            (code, by) => useCase.RunAsync(new(code, SeenVersion, Photos.FormKey, Photos.PhotoKeys, TakeOff), by, Now, cancellationToken),
            "บันทึกภาพถ่ายแล้ว", "The photos are saved.", cancellationToken);
    }
}
