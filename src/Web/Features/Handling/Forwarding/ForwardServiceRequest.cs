using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Handling.Forwarding;

/// <summary>Who gets the request, whom the requester can ask there, and with which letter it went.</summary>
public sealed record Handover(string Reference, int SeenNumber, string Receiver, string Text, ForwardingLetter? Letter)
    : ActInput(Reference, SeenNumber);

public sealed class ForwardServiceRequest(AppDb db)
{
    public Task RunAsync(Handover input, Actor by, DateTime now, CancellationToken cancellationToken) =>
        db.ActAsync(input, by, now, request => request.Forward(
            ThaiText.Clean(input.Receiver), ThaiText.Clean(input.Text), by, now, input.Letter), cancellationToken);
}
