using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Administration;

/// <summary>Who changed what in a topic, and when.</summary>
[Authorize(Policy = Policies.Administrators)]
public sealed class HistoryModel(Shapes shapes, CurrentSettings settings, AppDb db) : PageModel
{
    const int Size = 20;

    [FromRoute]
    public string Topic { get; set; } = "";

    /// <summary>The page begins below the change with this number.</summary>
    [FromQuery(Name = "before")]
    public int? Before { get; set; }

    public Shape Shape { get; private set; } = null!;

    public IReadOnlyList<PastChange> Changes { get; private set; } = [];

    public int Newest => settings.NumberOf(Shape.Topic);

    public int? Older => Changes is [.., { Number: > 1 } last] ? last.Number : null;

    public string Back => Links.Setting(Shape.Topic.Name);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (shapes.Find(Topic) is not { } shape) return NotFound();
        Shape = shape;
        Changes = await PastChange.BeforeAsync(db, settings, shape, Before ?? int.MaxValue, Size, cancellationToken);
        return Page();
    }
}
