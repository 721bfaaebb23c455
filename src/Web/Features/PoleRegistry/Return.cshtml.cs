using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.PoleRegistry;

/// <summary>A pole is taken into use again.</summary>
[Authorize(Policy = Policies.Officers)]
public sealed class ReturnModel(ReturnPole useCase, PolesAtHand poles, TimeProvider time) : PolePage(poles, time)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await FindAsync(cancellationToken) ?? Page();

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SendAsync(
        (code, by) => useCase.RunAsync(new(code, SeenVersion), by, Now, cancellationToken),
        "นำเสากลับมาใช้แล้ว", "The pole is in use again.", cancellationToken);
}
