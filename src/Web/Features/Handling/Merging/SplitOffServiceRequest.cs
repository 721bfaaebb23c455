using Songthang.Domain.Officers;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Handling.Merging;

/// <summary>A merged request that turned out to be about something else.</summary>
public sealed record Separation(string Reference, int SeenNumber, string Reason) : ActInput(Reference, SeenNumber);

/// <summary>A merged request goes on by itself again.</summary>
public sealed class SplitOffServiceRequest(AppDb db)
{
    public Task RunAsync(Separation input, Actor by, DateTime now, CancellationToken cancellationToken) =>
        db.ActAsync(input, by, now, request => db.SplitOffAsync(request, ThaiText.Clean(input.Reason), by, now, cancellationToken), cancellationToken);
}
