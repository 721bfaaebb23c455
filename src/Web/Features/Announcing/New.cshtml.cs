using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Songthang.Domain.Geography;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Announcing;

/// <summary>A new announcement.</summary>
[Authorize(Policy = Policies.Readers)]
public sealed class NewModel(
    SaveAnnouncement save, Infrastructure.Persistence.Queries.Announcements announcements, Province province, TimeProvider time)
    : EditPage(save, announcements, province, time)
{
    public void OnGet()
    {
        // Nothing is filled in yet, so nothing is missing.
        ModelState.Clear();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SaveAsync(null, cancellationToken);
}
