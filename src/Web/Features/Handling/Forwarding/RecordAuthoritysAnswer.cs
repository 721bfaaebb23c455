using Songthang.Domain.Officers;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Handling.Forwarding;

/// <summary>What the authority in charge answered, and whether everyone may read it.</summary>
public sealed record AuthoritysAnswer(string Reference, int SeenNumber, string Text, bool IsPublic) : ActInput(Reference, SeenNumber);

public sealed class RecordAuthoritysAnswer(AppDb db)
{
    public Task RunAsync(AuthoritysAnswer input, Actor by, DateTime now, CancellationToken cancellationToken) =>
        db.ActAsync(input, by, now, request => request.RecordAuthoritysAnswer(ThaiText.Clean(input.Text), input.IsPublic, by, now), cancellationToken);
}
