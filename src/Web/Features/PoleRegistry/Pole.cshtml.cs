using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.PoleRegistry;

/// <summary>Everything that is known of a pole: facts, map, photos, faults, repairs with their cost, history.</summary>
[Authorize(Policy = Policies.Readers)]
public sealed class PoleModel(PolesAtHand poles, TimeProvider time) : PolePage(poles, time)
{
    /// <summary>What all shown repairs cost, in baht; null when no price is known.</summary>
    public decimal? Baht => It.Repairs.Any(repair => repair.Baht is not null) ? It.Repairs.Sum(repair => repair.Baht ?? 0) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is { } missing)
            return missing;
        // One address for one pole, however the code was typed.
        return Code == It.Pole.Code.ToString() ? Page() : LocalRedirect(Address);
    }
}
