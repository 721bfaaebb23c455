using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Handling.Merging;

/// <summary>The main request and what is to go on with it.</summary>
/// <param name="Reference">The main request.</param>
/// <param name="SeenNumber">See <see cref="ActInput"/>.</param>
/// <param name="Others">References of the requests to merge into it.</param>
public sealed record Gathering(string Reference, int SeenNumber, IReadOnlyList<string> Others) : ActInput(Reference, SeenNumber);

/// <summary>Merges several requests into one: all of them or, when one cannot be merged, none.</summary>
public sealed class MergeOtherRequests(AppDb db)
{
    public Task RunAsync(Gathering input, Actor by, DateTime now, CancellationToken cancellationToken) =>
        db.ActAsync(input, by, now, async main =>
        {
            foreach (var reference in input.Others.Distinct(StringComparer.Ordinal))
                await MergeAsync(reference, main, by, now, cancellationToken);
        }, cancellationToken);

    async Task MergeAsync(string reference, ServiceRequest main, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var other = await db.FindRequestAsync(reference, cancellationToken) ?? throw new RuleBroken("request.unknown", new(
            $"ไม่พบเลขที่เรื่อง {reference} กรุณาตรวจสอบตัวเลข", $"There is no request {reference}. Please check the digits."));
        try
        {
            await db.MergeAsync(other, main, by, now, cancellationToken);
        }
        catch (RuleBroken rule)
        {
            // Of several, which one?
            throw new RuleBroken(rule.Code, new($"{reference}: {rule.Sentence.Thai}", $"{reference}: {rule.Sentence.English}"));
        }
    }
}
