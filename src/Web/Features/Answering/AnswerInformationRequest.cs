using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Infrastructure.Uploads;

namespace Songthang.Web.Features.Answering;

/// <summary>An answer to a question of the officers.</summary>
/// <param name="Secret">The unguessable part of the own link.</param>
/// <param name="Question">Number of the timeline entry that asked, as the form showed it.</param>
/// <param name="Text">As typed; may be empty when there are photos or documents.</param>
/// <param name="FormKey">The form that the photos were sent with.</param>
/// <param name="PhotoKeys">The photos that wait for this form.</param>
/// <param name="DocumentsFormKey">The form that the documents were sent with.</param>
public sealed record InformationAnswer(
    string Secret, int Question, string? Text, string FormKey, IReadOnlyList<string> PhotoKeys, string DocumentsFormKey);

/// <summary>The requester answers what the officers asked; the request goes back to where it was asked from.</summary>
public sealed class AnswerInformationRequest(AppDb db, OwnServiceRequests requests)
{
    /// <returns>False when there is no such request.</returns>
    /// <exception cref="RuleBroken">The question is not the open one any more: answered, superseded, or the request went on.</exception>
    public async Task<bool> RunAsync(InformationAnswer input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        if (await requests.ReferenceAsync(input.Secret, cancellationToken) is not { } reference)
            return false;
        await db.TryToActAsync(reference, async request =>
        {
            RequireStillAsked(request, input.Question);
            var photos = await UploadDesk.TakeAsync(db, input.FormKey, input.PhotoKeys, cancellationToken);
            var documents = await DocumentDesk.TakeAsync(db, input.DocumentsFormKey, cancellationToken);
            request.AnswerInformation(ThaiText.Clean(input.Text), photos, by, now, documents);
            return true;
        }, cancellationToken);
        return true;
    }

    static void RequireStillAsked(ServiceRequest request, int question)
    {
        if (request.OpenQuestion is { } open && open.Number != question)
        {
            throw new RuleBroken("request.question-superseded", new(
                "เจ้าหน้าที่ถามคำถามใหม่แล้ว กรุณาอ่านคำถามล่าสุดด้านล่าง แล้วแก้ไขคำตอบก่อนส่งอีกครั้ง",
                "The officers have asked a new question. Please read it below and change your answer before you send it again."));
        }

        if (Refusal.Of(request, question) is { } refusal)
            throw new RuleBroken("request.not-awaiting-information", refusal);
    }
}
