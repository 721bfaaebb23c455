using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Administration;

/// <summary>An older state of a topic: what taking it up again would change, and doing so. That is itself a change.</summary>
[Authorize(Policy = Policies.Administrators)]
[ConfirmFirst(Topic = "backups")]
public sealed class StateModel(Shapes shapes, CurrentSettings settings, ChangeSetting change, AppDb db, TimeProvider time)
    : SettingPage(shapes, settings, change, db, time)
{
    /// <summary>Number of the change whose document it is; 0 for what is shipped.</summary>
    [FromRoute(Name = "number")]
    public int Of { get; set; }

    public IReadOnlyList<Difference> Differences { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await FindStateAsync(cancellationToken) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await FindStateAsync(cancellationToken) is not { } state) return NotFound();
        Replace(Document, Shape.Parse(state));
        if (await SaveAsync(Links.SettingHistory(Shape.Topic.Name), new("นำค่าเดิมกลับมาใช้แล้ว", "The older state holds again."), cancellationToken, Of) is { } saved)
            return saved;
        await FindStateAsync(cancellationToken);
        return Again();
    }

    async Task<string?> FindStateAsync(CancellationToken cancellationToken)
    {
        if (!Find()) return null;
        var state = Of == 0
            ? Shape.Shipped(Settings)
            : await Db.SettingChanges.Where(past => past.Topic == Shape.Topic.Name && past.Number == Of)
                .Select(past => past.Document).SingleOrDefaultAsync(cancellationToken);
        if (state is not null) Differences = Difference.Between(Shape, Shape.Current(Settings), state);
        return state;
    }

    static void Replace(JsonObject document, JsonObject by)
    {
        document.Clear();
        foreach (var (name, value) in by)
            document[name] = value?.DeepClone();
    }
}
