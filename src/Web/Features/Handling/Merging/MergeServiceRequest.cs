using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Handling.Merging;

/// <summary>A request and the one that goes on for it.</summary>
/// <param name="Reference">The request to merge.</param>
/// <param name="SeenNumber">See <see cref="ActInput"/>.</param>
/// <param name="Main">The main request, or one that was merged into it.</param>
public sealed record Merger(string Reference, int SeenNumber, string Main) : ActInput(Reference, SeenNumber);

/// <summary>A report of a fault that was reported before goes on together with the earlier one.</summary>
public sealed class MergeServiceRequest(AppDb db)
{
    /// <exception cref="RuleBroken">As for <see cref="Acting.ActAsync{TInput}(AppDb, TInput, Actor, DateTime, Func{Domain.ServiceRequests.ServiceRequest, Task}, CancellationToken)"/>, or <c>request.main-unknown</c>.</exception>
    public Task RunAsync(Merger input, Actor by, DateTime now, CancellationToken cancellationToken) =>
        db.ActAsync(input, by, now, async request =>
        {
            var main = await db.FindMainAsync(input.Main, cancellationToken) ?? throw new RuleBroken("request.main-unknown", new(
                $"ไม่พบเลขที่เรื่อง {input.Main} กรุณาตรวจสอบตัวเลข", $"There is no request {input.Main}. Please check the digits."));
            await db.MergeAsync(request, main, by, now, cancellationToken);
        }, cancellationToken);
}
