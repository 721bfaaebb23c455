using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.ApiKeys;

/// <summary>Asks once more before a key stops working.</summary>
[Authorize(Policy = Policies.Administrators)]
[ConfirmFirst]
public sealed class RevokeModel(AppDb db, RevokeApiKey revoke, TimeProvider time) : PageModel
{
    [FromRoute]
    public int Id { get; set; }

    public string Partner { get; private set; } = "";

    public string Prefix { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await ReadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken)) return NotFound();
        await revoke.RunAsync(Id, User.ToActor(), time.GetUtcNow().UtcDateTime, cancellationToken);
        this.ShowNext("เพิกถอนกุญแจแล้ว", "The key is revoked");
        return LocalRedirect(Links.ApiKey(Id));
    }

    async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        var key = await db.ApiKeys.AsNoTracking().SingleOrDefaultAsync(key => key.Id == Id, cancellationToken);
        (Partner, Prefix) = (key?.Partner ?? "", key?.Prefix ?? "");
        return key is not null;
    }
}
