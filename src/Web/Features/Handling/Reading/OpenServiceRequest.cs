using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Handling.Reading;

/// <summary>An officer looks at a request: the first time stops the manual's step 1, later times take off the unread mark.</summary>
public sealed class OpenServiceRequest(AppDb db)
{
    public Task RunAsync(string reference, Actor by, DateTime now, CancellationToken cancellationToken) =>
        db.TryToActAsync(reference, request => Task.FromResult(request.Open(by, now)), cancellationToken);
}
