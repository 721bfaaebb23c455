using Microsoft.Extensions.Options;
using Songthang.Domain.Figures;
using Songthang.Domain.Geography;
using Songthang.Domain.ServiceCatalog;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Papers;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Infrastructure.Photos;
using Songthang.Infrastructure.Settings;

namespace Songthang.Web.Features.Statistics;

/// <summary>What the report of a month's results says; on the screen and on paper the same.</summary>
public sealed class ShowMonthlyReport(
    FiguresQuery query, Province province, FaultTypes faults, CurrentSettings settings, IOptions<Agency> agency, PhotoStore photos)
{
    const int MonthsShown = 12;

    /// <summary>The facts of the month's report.</summary>
    public async Task<MonthlyReportFacts> RunAsync(Period month, DateTime now, CancellationToken cancellationToken)
    {
        var figures = await query.RunAsync(new(month), cancellationToken);
        var last = await query.RunAsync(new(Period.Free(month.From.AddMonths(1 - MonthsShown), month.To)), cancellationToken);
        return new(agency.Value, month, figures with
        {
            Amphoes = [.. figures.Amphoes.Select(line => line with { Key = AmphoeName(line.Key) })],
            Faults = [.. figures.Faults.Select(line => line with { Key = faults.NameOf(line.Key).Thai })],
        }, last.Months, settings.ServiceLevel, now, await EmblemAsync(cancellationToken));
    }

    string AmphoeName(string code) => province.Amphoes.FirstOrDefault(amphoe => amphoe.Code == code)?.ThaiName ?? "ไม่ทราบอำเภอ";

    async Task<ReadOnlyMemory<byte>> EmblemAsync(CancellationToken cancellationToken)
    {
        if (agency.Value.Logo.Length == 0)
            return default;
        await using var file = photos.OpenThumb(agency.Value.Logo);
        if (file is null)
            return default;
        using var picture = new MemoryStream();
        await file.CopyToAsync(picture, cancellationToken);
        return picture.ToArray();
    }
}
