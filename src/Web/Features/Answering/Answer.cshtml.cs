using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.RateLimiting;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Infrastructure.Uploads;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Documents;
using Songthang.Web.Shared.Forms;
using Songthang.Web.Shared.Own;
using Songthang.Web.Shared.Photos;

namespace Songthang.Web.Features.Answering;

/// <summary>Where the requester answers the open question.</summary>
[EnableRateLimiting(RateLimits.SubmitPolicy)]
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class AnswerModel(
    OwnServiceRequests requests, AnswerInformationRequest answer, UploadDesk desk, DocumentDesk documentDesk, TimeProvider time)
    : OwnActPage(requests, time), IReceivePhotos
{
    const long MostBytes = PhotoField.MostBytes + DocumentField.MostBytes;

    /// <summary>Number of the entry that asked: an answer to an older question must not pass for one to the new one.</summary>
    [BindProperty]
    public int Question { get; set; }

    [BindProperty]
    [AtMost(ServiceRequest.MaxSymptom)]
    public string? Text { get; set; }

    [BindProperty]
    public PhotoField Photos { get; set; } = PhotoField.New();

    [BindProperty]
    public DocumentField Documents { get; set; } = DocumentField.New();

    public override bool IsPossible => Found?.OpenQuestion is not null;

    public override string? Typed => Text;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReceivePhotosAsync(cancellationToken);
        if (Photos.IsOnlyPhotos || Documents.IsOnlyDocuments)
            return await AgainAsync(cancellationToken);
        var input = new InformationAnswer(Secret, Question, Text, Photos.FormKey, Photos.PhotoKeys, Documents.FormKey);
        return await SendAsync(
            (by, now) => answer.RunAsync(input, by, now, cancellationToken),
            "ได้รับข้อมูลเพิ่มเติมของท่านแล้ว ขอบคุณ", "Your answer has arrived. Thank you.", cancellationToken);
    }

    /// <summary>Whoever has no valid link, or nothing to answer, is not given room for files.</summary>
    public async Task ReceivePhotosAsync(CancellationToken cancellationToken)
    {
        await FindAsync(cancellationToken);
        if (Found?.OpenQuestion is null)
            return;
        await Photos.ReceiveAsync(desk, ModelState, nameof(Photos), Now, cancellationToken);
        await Documents.ReceiveAsync(documentDesk, ModelState, nameof(Documents), Now, cancellationToken);
    }

    public override async Task ShowAgainAsync(CancellationToken cancellationToken)
    {
        await base.ShowAgainAsync(cancellationToken);
        if (HttpMethods.IsPost(Request.Method))
        {
            await Photos.LoadAsync(desk, cancellationToken);
            await Documents.LoadAsync(documentDesk, cancellationToken);
        }

        // What was typed stays, but it is now an answer to the question that is shown.
        Question = Found?.OpenQuestion?.Number ?? Question;
        ModelState.SetModelValue(nameof(Question), new ValueProviderResult(Question.ToString(CultureInfo.InvariantCulture)));
    }
}
