using System.Globalization;
using Songthang.Domain.Geography;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Domain.WeakSpots;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.WeakSpots;

/// <summary>Writes one of the lists as a table, in the order in which it is shown.</summary>
public sealed class ExportWeakSpots(FindWeakSpots find, WeakSpotQuery query, Province province, CurrentSettings settings)
{
    public async Task RunAsync((WeakSpotsAddress Address, CsvFile To) input, DateTime now, CancellationToken cancellationToken)
    {
        var found = await find.RunAsync(now, cancellationToken);
        var (address, to) = input;
        var rows = address.Kind switch
        {
            WeakSpotKind.Roads => Roads(WeakSpotOrder.Sorted(found.Roads, address)),
            WeakSpotKind.Lamps => await LampsAsync(WeakSpotOrder.Sorted(found.Lamps, address), ThaiDates.BangkokDate(now), cancellationToken),
            _ => await PolesAsync(WeakSpotOrder.Sorted(found.Poles, address), ThaiDates.BangkokDate(now), cancellationToken),
        };
        foreach (var row in rows)
            await to.WriteAsync(row, cancellationToken);
    }

    async Task<IEnumerable<string[]>> PolesAsync(IReadOnlyList<WeakPole> poles, DateOnly today, CancellationToken cancellationToken)
    {
        var known = await query.PolesAsync([.. poles.Select(pole => pole.PoleId)], cancellationToken);
        return poles.Where(pole => known.ContainsKey(pole.PoleId)).Select(pole => (string[])
            [
                .. Pole(known[pole.PoleId]), Number(pole.Faults.Count), Day(ThaiDates.BangkokDate(pole.LastAt)),
                string.Join(' ', pole.Faults.Select(fault => fault.Reference)),
                string.Join(' ', pole.Faults.Where(fault => fault.Status.IsOpen()).Select(fault => fault.Reference)),
                .. Warranty(known[pole.PoleId], today),
            ])
            .Prepend(
            [
                .. PoleHeads, Say.T("เหตุใน 12 เดือน", "Faults in 12 months"), Say.T("เหตุล่าสุด", "Last fault"), Say.T("เรื่อง", "Requests"),
                Say.T("เรื่องที่ยังไม่เสร็จ", "Open requests"), .. WarrantyHeads,
            ]);
    }

    IEnumerable<string[]> Roads(IReadOnlyList<WeakRoad> roads) => roads.Select(road => (string[])
        [
            road.Name, province.Amphoes.FirstOrDefault(amphoe => amphoe.Code == road.AmphoeCode)?.Name(Say.Language) ?? "",
            road.PerKilometre?.ToString("0.00", CultureInfo.InvariantCulture) ?? "", Number(road.Faults),
            road.Kilometres?.ToString("0.000", CultureInfo.InvariantCulture) ?? "", Number(road.Open),
        ])
        .Prepend(
        [
            Say.T("ถนน", "Road"), Say.T("อำเภอ", "District"), Say.T("เหตุต่อ กม. ต่อปี", "Faults per km and year"),
            Say.T("เหตุใน 12 เดือน", "Faults in 12 months"), Say.T("ยาว (กม.)", "Length (km)"), Say.T("ยังไม่เสร็จ", "Open"),
        ]);

    async Task<IEnumerable<string[]>> LampsAsync(IReadOnlyList<AgedLamp> lamps, DateOnly today, CancellationToken cancellationToken)
    {
        var known = await query.PolesAsync([.. lamps.Select(lamp => lamp.PoleId)], cancellationToken);
        return lamps.Where(lamp => known.ContainsKey(lamp.PoleId)).Select(lamp => (string[])
            [
                .. Pole(known[lamp.PoleId]), Say.T(settings.LampName(known[lamp.PoleId].LampCode)), Day(known[lamp.PoleId].InstalledOn), Day(lamp.End),
                .. Warranty(known[lamp.PoleId], today),
            ])
            .Prepend([.. PoleHeads, Say.T("หลอดไฟ", "Lamp"), Say.T("ติดตั้ง", "Installed"), Say.T("คาดว่าหมดอายุ", "Expected end"), .. WarrantyHeads]);
    }

    static string[] PoleHeads => [Say.T("รหัส", "Code"), Say.T("หมายเลขเสา", "Number"), Say.T("ถนน", "Road"), Say.T("ตำบล/อำเภอ", "Subdistrict")];

    static string[] WarrantyHeads => [Say.T("ประกันถึง", "Warranty until"), Say.T("ยังอยู่ในประกัน", "Under warranty")];

    string[] Pole(PoleOfList known) =>
        [known.Pole.Code.ToString(), known.Pole.Number, known.Pole.Road, province.Find(known.Pole.TambonCode)?.FullName(Say.Language) ?? ""];

    static string[] Warranty(PoleOfList known, DateOnly today) =>
        [Day(known.WarrantyUntil), known.WarrantyUntil >= today ? Say.T("ใช่", "yes") : ""];

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
