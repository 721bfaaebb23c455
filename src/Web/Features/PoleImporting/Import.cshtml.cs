using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.Assets;
using Songthang.Infrastructure.PoleFiles;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.PoleImporting;

/// <summary>One file with poles on its way into the register: columns, dry run, problems, progress, result.</summary>
[Authorize(Policy = Policies.Officers)]
public sealed class ImportModel(PoleImportDesk desk, StartPoleImport start, TimeProvider time) : PageModel
{
    /// <summary>So many problems stand on the page; all that are named are in the file of problems.</summary>
    public const int MostShown = 200;

    [FromRoute]
    public string Key { get; set; } = "";

    /// <summary>The column of each field, by the field's name.</summary>
    [BindProperty]
    public Dictionary<string, string?> Columns { get; set; } = [];

    [BindProperty]
    public string? CodeColumn { get; set; }

    /// <summary>Whether the file is read as Windows-874.</summary>
    [BindProperty]
    public bool IsWindows874 { get; set; }

    /// <summary>Whether poles that the register has are brought up to date.</summary>
    [BindProperty]
    public bool Updates { get; set; }

    /// <summary>That it cannot be undone is understood.</summary>
    [BindProperty]
    public bool IsSure { get; set; }

    public PoleImport It { get; private set; } = null!;

    public IActionResult OnGet() => Find() ? Page() : NotFound();

    /// <summary>The dry run.</summary>
    public async Task<IActionResult> OnPostCheckAsync(CancellationToken cancellationToken)
    {
        if (!Find())
            return NotFound();
        await start.RunAsync(new(Key, new(
            IsWindows874 ? PoleFileLetters.Windows874 : It.Look.Letters == PoleFileLetters.Windows874 ? PoleFileLetters.Unknown : It.Look.Letters,
            Mapping(), Updates)), User.ToActor(), Now, cancellationToken);
        return LocalRedirect(Links.PoleImport(Key));
    }

    /// <summary>All of it is taken over.</summary>
    public async Task<IActionResult> OnPostImportAsync(CancellationToken cancellationToken)
    {
        if (!Find())
            return NotFound();
        if (!IsSure)
        {
            ModelState.AddModelError(nameof(IsSure), Say.T("กรุณายืนยันว่าเข้าใจว่าย้อนกลับไม่ได้", "Please confirm that this cannot be undone"));
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        await start.RunAsync(new(Key, Reading: null), User.ToActor(), Now, cancellationToken);
        return LocalRedirect(Links.PoleImport(Key));
    }

    /// <summary>All problems that are named, as a table.</summary>
    public async Task<IActionResult> OnGetProblemsAsync(CancellationToken cancellationToken)
    {
        if (!Find())
            return NotFound();
        CsvFile.Announce(Response, "songthang-pole-problems");
        await using (var file = new CsvFile(Response.Body))
        {
            await file.WriteAsync([Say.T("แถว", "Row"), Say.T("ข้อมูล", "Field"), Say.T("ปัญหา", "Problem")], cancellationToken);
            foreach (var problem in It.Result?.Problems ?? [])
                await file.WriteAsync([problem.Row.ToString(CultureInfo.InvariantCulture), FieldName(problem.Field), Say.T(problem.Sentence)], cancellationToken);
        }

        return new EmptyResult();
    }

    public static string FieldName(PoleField? field) => field is { } known ? Say.T(known.Name()) : "";

    public static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public string? ChosenFor(PoleField field) => It.Reading.Mapping.Columns.GetValueOrDefault(field);

    DateTime Now => time.GetUtcNow().UtcDateTime;

    bool Find()
    {
        if (desk.Find(Key, User.ToActor()) is not { } found)
            return false;
        It = found;
        return true;
    }

    // What is no column of the file is as if nothing had been chosen.
    PoleMapping Mapping()
    {
        var chosen = new Dictionary<PoleField, string>();
        foreach (var field in PoleFields.All)
        {
            if (Columns.GetValueOrDefault(field.ToString()) is { } column && It.Look.Columns.Contains(column))
                chosen[field] = column;
        }

        return new(chosen, It.Look.Columns.FirstOrDefault(column => column == CodeColumn), It.Reading.Mapping.RetiredColumn);
    }
}
