using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.OpenData;

/// <summary>The open data for people: what there is, how large, how to use and to cite it.</summary>
public sealed class IndexModel(OpenDataFigures figures) : PageModel
{
    public IReadOnlyList<OpenFigures> All { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => All = await figures.AllAsync(cancellationToken);

    /// <summary><c>12 kB</c>, <c>3.4 MB</c>.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1000 => $"{bytes} B",
        < 1_000_000 => $"{bytes / 1000} kB",
        _ => FormattableString.Invariant($"{bytes / 1e6:0.#} MB"),
    };

    public static string Number(int number) => number.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A feed of everything, and the calendar.</summary>
    public static IReadOnlyList<(string Address, Songthang.Domain.Thai.Phrase Words)> Feeds { get; } =
    [
        (Links.FeedOfAll, new("เรื่องแจ้งล่าสุด (Atom)", "Newest reports (Atom)")),
        (Links.PlannedWork, new("ปฏิทินงานซ่อมที่วางแผนไว้ (iCalendar)", "Calendar of planned work (iCalendar)")),
    ];
}
