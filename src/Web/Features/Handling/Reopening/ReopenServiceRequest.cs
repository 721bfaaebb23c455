using Songthang.Domain.Officers;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Handling.Reopening;

/// <summary>Why a settled request is taken up again.</summary>
public sealed record NewStart(string Reference, int SeenNumber, string Reason) : ActInput(Reference, SeenNumber);

public sealed class ReopenServiceRequest(AppDb db)
{
    public Task RunAsync(NewStart input, Actor by, DateTime now, CancellationToken cancellationToken) =>
        db.ActAsync(input, by, now, request => request.Reopen(ThaiText.Clean(input.Reason), by, now), cancellationToken);
}
