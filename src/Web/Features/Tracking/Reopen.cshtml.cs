using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Infrastructure.Uploads;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;
using Songthang.Web.Shared.Own;
using Songthang.Web.Shared.Photos;

namespace Songthang.Web.Features.Tracking;

/// <summary>Where the requester says that the repair did not help.</summary>
[EnableRateLimiting(RateLimits.SubmitPolicy)]
[RequestSizeLimit(PhotoField.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = PhotoField.MostBytes)]
public sealed class ReopenModel(OwnServiceRequests requests, ReopenOwnRequest reopen, UploadDesk desk, TimeProvider time)
    : OwnActPage(requests, time), IReceivePhotos
{
    [BindProperty]
    [Needed("กรุณาระบุว่ายังมีสิ่งใดไม่เรียบร้อย", "Please say what is still wrong")]
    [AtMost(ServiceRequest.MaxSymptom)]
    public string? Reason { get; set; }

    [BindProperty]
    public PhotoField Photos { get; set; } = PhotoField.New();

    public override bool IsPossible => Found is not null && OwnChoices.Of(Found, Now, Main).MayReopen;

    public override string? Typed => Reason;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReceivePhotosAsync(cancellationToken);
        if (Photos.IsOnlyPhotos)
        {
            // The gap is no mistake yet.
            ModelState.Remove(nameof(Reason));
            return await AgainAsync(cancellationToken);
        }

        return await SendAsync(
            (by, now) => reopen.RunAsync(new Reopening(Secret, Reason, Photos.FormKey, Photos.PhotoKeys), by, now, cancellationToken),
            "ส่งเรื่องให้เจ้าหน้าที่ตรวจสอบอีกครั้งแล้ว", "The works division will look at it again.", cancellationToken);
    }

    /// <summary>Whoever has no valid link is not given room for files.</summary>
    public async Task ReceivePhotosAsync(CancellationToken cancellationToken)
    {
        await FindAsync(cancellationToken);
        if (Found is not null)
            await Photos.ReceiveAsync(desk, ModelState, nameof(Photos), Now, cancellationToken);
    }

    public override async Task ShowAgainAsync(CancellationToken cancellationToken)
    {
        await base.ShowAgainAsync(cancellationToken);
        if (HttpMethods.IsPost(Request.Method))
            await Photos.LoadAsync(desk, cancellationToken);
    }
}
