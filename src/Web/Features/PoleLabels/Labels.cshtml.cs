using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.Settings;
using Songthang.Infrastructure.Documents;
using Songthang.Infrastructure.Papers;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.PoleLabels;

/// <summary>The labels of poles before they are printed: on which sheet, from which sticker on, and what the first sheets look like.</summary>
[Authorize(Policy = Policies.Readers)]
public sealed class LabelsModel(ShowPoleLabels show, PrintPoleLabels print, CurrentSettings settings) : PageModel, IShowAgain
{
    /// <summary>So many sheets are shown; the file has all of them.</summary>
    public const int MostShown = 3;

    public LabelChoice Choice { get; private set; } = null!;

    public ShownLabels Shown { get; private set; } = null!;

    public IEnumerable<LabelSheet> Offered => settings.Get(Topics.LabelSheets).Offered();

    public bool ComesAtOnce => Shown.Facts.Poles.Count <= PrintPoleLabels.MostAtOnce;

    /// <summary>The first sheets, each the inside of an SVG picture.</summary>
    public IReadOnlyList<string> Pictures { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAgainAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Choice = LabelChoice.Read(Request.Query);
        var key = await print.RunAsync(Choice, User.ToActor(), cancellationToken);
        return Redirect(Url.Content("~" + Links.PaperFile(key, Choice.Back)));
    }

    public async Task ShowAgainAsync(CancellationToken cancellationToken)
    {
        Choice = LabelChoice.Read(Request.Query);
        Shown = await show.RunAsync(Choice, cancellationToken);
        if (Shown.Mistake is null)
            Pictures = [.. PoleLabelPaper.Each(Shown.Facts).Take(MostShown).Select(sheet => SvgPage.Write(sheet.LayOut()[0]))];
    }
}
