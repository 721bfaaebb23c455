using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.Geography;
using Songthang.Domain.Publication;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Embedding;

/// <summary>What the frame shows.</summary>
public sealed record FrameFigures(IReadOnlyList<PublicServiceRequest> Newest, int Received, int Done);

/// <summary>The newest reports in the frame of another site: no cookie, no script, and the only page that may be framed.</summary>
public sealed class FrameModel(PublicServiceRequests requests, Province province, KeptForAWhile kept, TimeProvider time) : PageModel
{
    const int Days = 30, Most = 10, Usual = 5;

    [FromQuery(Name = "theme")]
    public string? ThemeName { get; set; }

    [FromQuery(Name = "amphoe")]
    public string? AmphoeCode { get; set; }

    [FromQuery(Name = "count")]
    public string? Count { get; set; }

    /// <summary><c>light</c>, <c>dark</c>, or <c>auto</c>: as the reader's device is set.</summary>
    public string Theme => FrameTheme.Read(ThemeName).Name;

    public Amphoe? Amphoe { get; private set; }

    public FrameFigures Shown { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Amphoe = province.Amphoes.FirstOrDefault(known => known.Code == AmphoeCode);
        var most = int.TryParse(Count, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var typed) ? Math.Clamp(typed, 1, Most) : Usual;
        var filter = new PublicFilter(AmphoeCode: Amphoe?.Code ?? "");
        Shown = await kept.GetAsync($"frame {filter.AmphoeCode} {most}", PublicFile.Age, _ => 8_000, async stop =>
        {
            var page = await requests.PageAsync(filter, null, most, stop);
            var (received, done) = await requests.CountAsync(filter, time.GetUtcNow().UtcDateTime.AddDays(-Days), stop);
            return new FrameFigures(page.Requests, received, done);
        }, cancellationToken);
        PublicFile.Announce(Response, PublicFile.Age);
    }
}
