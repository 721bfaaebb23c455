using Songthang.Domain.Officers;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Uploads;

namespace Songthang.Web.Features.Handling.Writing;

/// <summary>A message to the requester, with photos that wait under a form key.</summary>
public sealed record OfficersMessage(string Reference, int SeenNumber, string? Text, string FormKey, IReadOnlyList<string> PhotoKeys)
    : ActInput(Reference, SeenNumber);

/// <summary>An officer writes to the requester, who is told of it.</summary>
public sealed class WriteToRequester(AppDb db)
{
    public Task RunAsync(OfficersMessage input, Actor by, DateTime now, CancellationToken cancellationToken) =>
        db.ActAsync(input, by, now, async request =>
        {
            var photos = await UploadDesk.TakeAsync(db, input.FormKey, input.PhotoKeys, cancellationToken);
            request.WriteToRequester(ThaiText.Clean(input.Text), photos, by, now);
        }, cancellationToken);
}
