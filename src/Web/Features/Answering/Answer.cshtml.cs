using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Infrastructure.Uploads;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;
using Songthang.Web.Shared.Photos;

namespace Songthang.Web.Features.Answering;

/// <summary>Where the requester answers the open question.</summary>
[EnableRateLimiting(RateLimits.SubmitPolicy)]
[RequestSizeLimit(PhotoField.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = PhotoField.MostBytes)]
[ExpiredFormShownAgain]
public sealed class AnswerModel(
    OwnServiceRequests requests, AnswerInformationRequest answer, UploadDesk desk, TimeProvider time) : PageModel, IShowAgain, IReceivePhotos
{
    [FromRoute]
    public string Secret { get; init; } = "";

    /// <summary>Number of the entry that asked: an answer to an older question must not pass for one to the new one.</summary>
    [BindProperty]
    public int Question { get; set; }

    [BindProperty]
    [AtMost(ServiceRequest.MaxSymptom)]
    public string? Text { get; set; }

    [BindProperty]
    public PhotoField Photos { get; set; } = PhotoField.New();

    /// <summary>Null when the link leads nowhere.</summary>
    public ServiceRequest? Found { get; private set; }

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

        var input = new InformationAnswer(Secret, Question, Text, Photos.FormKey, Photos.PhotoKeys);
        if (!await answer.RunAsync(input, Actor.Requester, time.GetUtcNow().UtcDateTime, cancellationToken))
            return NotThere();
        this.ShowNext("ได้รับข้อมูลเพิ่มเติมของท่านแล้ว ขอบคุณ", "Your answer has arrived. Thank you.");
        return LocalRedirect("~" + Links.OwnPage(Secret));
    }

    /// <summary>Whoever has no valid link is not given room for files.</summary>
    public async Task ReceivePhotosAsync(CancellationToken cancellationToken)
    {
        Found = await requests.ReadAsync(Secret, cancellationToken);
        if (Found is not null)
            await Photos.ReceiveAsync(desk, ModelState, nameof(Photos), time.GetUtcNow().UtcDateTime, cancellationToken);
    }

    public async Task ShowAgainAsync(CancellationToken cancellationToken)
    {
        Found = await requests.ReadAsync(Secret, cancellationToken);
        if (HttpMethods.IsPost(Request.Method))
            await Photos.LoadAsync(desk, cancellationToken);
        // What was typed stays, but it is now an answer to the question that is shown.
        Question = Found?.OpenQuestion?.Number ?? Question;
        ModelState.SetModelValue(nameof(Question), new ValueProviderResult(Question.ToString(CultureInfo.InvariantCulture)));
    }

    static PageResult NotThere() => new() { StatusCode = StatusCodes.Status404NotFound };
}
