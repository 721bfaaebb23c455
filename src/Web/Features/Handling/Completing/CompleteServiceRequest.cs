using Songthang.Domain.Officers;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Uploads;

namespace Songthang.Web.Features.Handling.Completing;

/// <summary>What was done, in words for everyone, with photos of the repaired light that wait under a form key.</summary>
public sealed record Completion(
    string Reference, int SeenNumber, string WhatWasDone, string FormKey, IReadOnlyList<string> PhotoKeys)
    : ActInput(Reference, SeenNumber);

public sealed class CompleteServiceRequest(AppDb db)
{
    public Task RunAsync(Completion input, Actor by, DateTime now, CancellationToken cancellationToken) =>
        db.ActAsync(input, by, now, async request =>
        {
            var photos = await UploadDesk.TakeAsync(db, input.FormKey, input.PhotoKeys, cancellationToken);
            request.Complete(ThaiText.Clean(input.WhatWasDone), photos, by, now);
        }, cancellationToken);
}
