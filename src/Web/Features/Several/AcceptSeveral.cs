using Songthang.Domain.Officers;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Several;

/// <param name="Chosen">Which requests.</param>
/// <param name="Message">A word to each requester; empty for the usual one in the requester's language.</param>
public sealed record SeveralAcceptances(IReadOnlyList<ChosenRequest> Chosen, string Message);

/// <summary>Takes on several requests, whose details were checked.</summary>
public sealed class AcceptSeveral(AppDb db)
{
    static readonly Phrase Usual = new(
        "ขอบคุณที่แจ้งให้ทราบ ช่างไฟฟ้าจะเข้าดำเนินการตามลำดับ", "Thank you for telling us. A crew will see to it in turn.");

    public Task<IReadOnlyList<RowResult>> RunAsync(SeveralAcceptances input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var message = ThaiText.Clean(input.Message);
        return db.GoThroughAsync(input.Chosen, one => one.Reference, one => db.ActAsync(
            new OneAcceptance(one.Reference, one.SeenNumber, message), by, now,
            request => request.Accept(message.Length > 0 ? message : Usual.In(request.Requester.Language), by, now), cancellationToken));
    }

    sealed record OneAcceptance(string Reference, int SeenNumber, string Message) : ActInput(Reference, SeenNumber);
}
