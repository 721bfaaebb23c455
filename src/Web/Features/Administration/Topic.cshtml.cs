using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Administration;

/// <summary>A topic: the fields of its document, and its list with what can be done to each line.</summary>
[Authorize(Policy = Policies.Administrators)]
[ConfirmFirst(Topic = "backups")]
public sealed class TopicModel(Shapes shapes, CurrentSettings settings, ChangeSetting change, AppDb db, TimeProvider time)
    : SettingPage(shapes, settings, change, db, time)
{
    public IActionResult OnGet()
    {
        if (!Find()) return NotFound();
        Show();
        return Page();
    }

    /// <summary>Saves the fields of the document.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Find() || Shape.Fields.Count == 0) return NotFound();
        Values = Values.Of(Request.Form);
        Read(Shape.Fields, Document);
        return await SaveAsync(Back, new("บันทึกแล้ว มีผลทันที", "Saved. It holds from now on."), cancellationToken) ?? Again();
    }

    public Task<IActionResult> OnPostUpAsync(string code, CancellationToken cancellationToken) =>
        ChangeLineAsync(code, line => Shape.Lines!.Move(Document, line, up: true), cancellationToken);

    public Task<IActionResult> OnPostDownAsync(string code, CancellationToken cancellationToken) =>
        ChangeLineAsync(code, line => Shape.Lines!.Move(Document, line, up: false), cancellationToken);

    /// <summary>Offered no longer, or again. Nothing is removed: history keeps its name.</summary>
    public Task<IActionResult> OnPostOffAsync(string code, CancellationToken cancellationToken) =>
        ChangeLineAsync(code, line => line["inUse"] = false, cancellationToken);

    public Task<IActionResult> OnPostOnAsync(string code, CancellationToken cancellationToken) =>
        ChangeLineAsync(code, line => line["inUse"] = true, cancellationToken);

    async Task<IActionResult> ChangeLineAsync(string code, Action<JsonObject> act, CancellationToken cancellationToken)
    {
        if (!Find() || Shape.Lines is not { IsOpen: true } lines || lines.Find(Document, code) is not { } line) return NotFound();
        act(line);
        if (await SaveAsync($"{Back}#line-{code}", new("บันทึกแล้ว มีผลทันที", "Saved. It holds from now on."), cancellationToken) is { } saved)
            return saved;
        Find();
        Show();
        return Again();
    }

    void Show()
    {
        foreach (var field in Shape.Fields)
            field.Show(Document[field.Name], Values);
    }
}
