using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Mentions;

/// <summary>Where colleagues named the reader in a note.</summary>
[Authorize(Policy = Policies.Readers)]
public sealed class MentionsModel(MentionList list) : PageModel
{
    public const int PageSize = 25;

    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public IReadOnlyList<MentionRow> Rows { get; private set; } = [];

    /// <summary>Where the next page begins; null on the last one.</summary>
    public long? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var rows = await list.ReadAsync(User.ToActor().OfficerId!.Value, Before, PageSize, cancellationToken);
        Rows = [.. rows.Take(PageSize)];
        Next = rows.Count > PageSize ? Rows[^1].Id : null;
    }
}
