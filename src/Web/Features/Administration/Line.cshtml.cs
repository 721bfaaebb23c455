using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Acts;

namespace Songthang.Web.Features.Administration;

/// <summary>One line of a topic's list, new or to be changed. Its code is made by the program and never changes.</summary>
[Authorize(Policy = Policies.Administrators)]
public sealed class LineModel(
    Shapes shapes, CurrentSettings settings, ChangeSetting change, PreparedTexts texts, AppDb db, TimeProvider time)
    : SettingPage(shapes, settings, change, db, time)
{
    [FromRoute]
    public string? Code { get; set; }

    public Phrase Title { get; private set; }

    /// <summary>Reference of the request that a template is shown with.</summary>
    public string PreviewOf { get; private set; } = "";

    public bool PreviewIsUnknown { get; private set; }

    public IReadOnlyList<(string Reference, string Language, string Text)> Previews { get; private set; } = [];

    public IActionResult OnGet()
    {
        if (!FindLine()) return NotFound();
        if (Code is not null)
        {
            var line = Shape.Lines!.Find(Document, Code)!;
            foreach (var field in Shape.Lines.Fields)
                field.Show(line[field.Name], Values);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!FindLine()) return NotFound();
        ReadLine();
        return await SaveAsync(Back, new("บันทึกแล้ว มีผลทันที", "Saved. It holds from now on."), cancellationToken) ?? Again();
    }

    /// <summary>Shows what the text in the form says about a request; nothing is saved.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancellationToken)
    {
        if (!FindLine()) return NotFound();
        ReadLine();
        var typed = Request.Form["preview"].ToString();
        PreviewOf = Reference.TryParse(typed, out var reference) ? reference.ToString() : typed.Trim();
        // Without a reference the newest shows what it is like.
        var shown = PreviewOf.Length > 0
            ? PreviewOf
            : await Db.ServiceRequests.OrderByDescending(request => request.SubmittedAt).ThenByDescending(request => request.Id)
                .Select(request => request.Reference).FirstOrDefaultAsync(cancellationToken) ?? "";
        var found = shown.Length is > 0 and <= 16 ? await Db.FindRequestAtHandAsync(shown, cancellationToken) : null;
        PreviewIsUnknown = found is null;
        var text = new Phrase(Values["text.thai"], Values["text.english"] is { Length: > 0 } english ? english : Values["text.thai"]);
        if (found is not null)
            Previews = [(found.Reference, "th", texts.Fill(text, found, "th")), (found.Reference, "en", texts.Fill(text, found, "en"))];
        return Page();
    }

    bool FindLine()
    {
        if (!Find() || Shape.Lines is not { HasOwnPage: false } lines) return false;
        if (Code is null) return lines.IsOpen;
        if (lines.Find(Document, Code) is not { } line) return false;
        Title = lines.TitleOf(line);
        return true;
    }

    void ReadLine()
    {
        Values = Values.Of(Request.Form);
        var lines = Shape.Lines!;
        var line = Code is null ? lines.Add(Document) : lines.Find(Document, Code)!;
        Read(lines.Fields, line);
        // Two lines with one name cannot be told apart by whoever chooses.
        var name = lines.TitleOf(line).Thai;
        if (lines.IsOpen && lines.All(Document).Any(other => other != line && Lines.IsInUse(other) && lines.TitleOf(other).Thai == name))
            Wrong(lines.Fields.OfType<PhraseField>().First().Inputs.First().Name, new("มีรายการชื่อนี้แล้ว", "There is one with this name already"));
    }
}
