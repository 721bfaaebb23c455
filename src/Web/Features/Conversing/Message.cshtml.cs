using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Infrastructure.Uploads;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;
using Songthang.Web.Shared.Photos;
using Songthang.Web.Shared.Talking;

namespace Songthang.Web.Features.Conversing;

/// <summary>Where the requester writes to the officers.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SubmitPolicy)]
[RequestSizeLimit(PhotoField.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = PhotoField.MostBytes)]
[ExpiredFormShownAgain]
public sealed class MessageModel(OwnServiceRequests requests, WriteToOfficers write, UploadDesk desk, TimeProvider time)
    : PageModel, IShowAgain, IReceivePhotos
{
    [FromRoute]
    public string Secret { get; init; } = "";

    [BindProperty, AtMost(ServiceRequest.MaxSymptom)]
    public string? Text { get; set; }

    [BindProperty]
    public PhotoField Photos { get; set; } = PhotoField.New();

    /// <summary>Null when the link leads nowhere.</summary>
    public ServiceRequest? Found { get; private set; }

    public bool MayWrite => Found?.MayWrite(time.GetUtcNow().UtcDateTime) == true;

    public Conversation Conversation => Conversation.ForRequester(Found!);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await ShowAgainAsync(cancellationToken);
        return Found is null ? NotThere() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReceivePhotosAsync(cancellationToken);
        if (Found is null)
            return NotThere();
        if (Photos.IsOnlyPhotos || !ModelState.IsValid)
        {
            await ShowAgainAsync(cancellationToken);
            return new PageResult { StatusCode = ModelState.IsValid ? null : StatusCodes.Status422UnprocessableEntity };
        }

        var message = new RequestersMessage(Secret, Text, Photos.FormKey, Photos.PhotoKeys);
        if (!await write.RunAsync(message, time.GetUtcNow().UtcDateTime, cancellationToken))
            return NotThere();
        this.ShowNext("ส่งข้อความถึงเจ้าหน้าที่แล้ว", "Your message is sent to the officers.");
        return LocalRedirect("~" + Links.OwnPage(Secret));
    }

    /// <summary>Whoever has no valid link is not given room for files.</summary>
    public async Task ReceivePhotosAsync(CancellationToken cancellationToken)
    {
        Found = await requests.ReadAsync(Secret, cancellationToken);
        if (MayWrite)
            await Photos.ReceiveAsync(desk, ModelState, nameof(Photos), time.GetUtcNow().UtcDateTime, cancellationToken);
    }

    public async Task ShowAgainAsync(CancellationToken cancellationToken)
    {
        Found = await requests.ReadAsync(Secret, cancellationToken);
        if (HttpMethods.IsPost(Request.Method))
            await Photos.LoadAsync(desk, cancellationToken);
    }

    static PageResult NotThere() => new() { StatusCode = StatusCodes.Status404NotFound };
}
