using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.Geography;
using Songthang.Domain.Thai;
using Songthang.Domain.WeakSpots;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.WeakSpots;

/// <summary>Where one repair after the other is not enough: what the director plans by.</summary>
[Authorize(Policy = Policies.Readers)]
public sealed class IndexModel(FindWeakSpots find, WeakSpotQuery query, Province province, TimeProvider time) : PageModel
{
    const int AmphoeZoom = 12;

    public WeakSpotsAddress Address { get; private set; } = new();

    public WeakSpotsFound Found { get; private set; } = null!;

    /// <summary>What this page shows of the list that is asked for; the other two are empty.</summary>
    public IReadOnlyList<WeakPole> Poles { get; private set; } = [];

    /// <inheritdoc cref="Poles"/>
    public IReadOnlyList<WeakRoad> Roads { get; private set; } = [];

    /// <inheritdoc cref="Poles"/>
    public IReadOnlyList<AgedLamp> Lamps { get; private set; } = [];

    /// <summary>What is known of the poles on the page.</summary>
    public IReadOnlyDictionary<long, PoleOfList> Known { get; private set; } = new Dictionary<long, PoleOfList>();

    /// <summary>How many the list has on all pages.</summary>
    public int Total { get; private set; }

    public int Pages => Math.Max(1, (Total + WeakSpotsAddress.Size - 1) / WeakSpotsAddress.Size);

    public DateOnly Today => ThaiDates.BangkokDate(time.GetUtcNow().UtcDateTime);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Address = WeakSpotsAddress.Read(Request.Query);
        Found = await find.RunAsync(time.GetUtcNow().UtcDateTime, cancellationToken);
        switch (Address.Kind)
        {
            case WeakSpotKind.Roads:
                Roads = OnPage(WeakSpotOrder.Sorted(Found.Roads, Address));
                break;
            case WeakSpotKind.Lamps:
                Lamps = OnPage(WeakSpotOrder.Sorted(Found.Lamps, Address));
                break;
            default:
                Poles = OnPage(WeakSpotOrder.Sorted(Found.Poles, Address));
                break;
        }

        Known = await query.PolesAsync([.. Poles.Select(pole => pole.PoleId), .. Lamps.Select(lamp => lamp.PoleId)], cancellationToken);
    }

    /// <summary>Where a road lies on the officers' map: all of it, where its faults are, or the middle of its amphoe; null when nobody knows.</summary>
    public string? MapOf(WeakRoad road) => road.Where is { } box ? Links.OfficerMapOf(box)
        : province.Amphoes.FirstOrDefault(amphoe => amphoe.Code == road.AmphoeCode) is { } found ? Links.OfficerMapAt(province.CentreOf(found), AmphoeZoom) : null;

    /// <summary>The page that is asked for, or the last one.</summary>
    List<T> OnPage<T>(IReadOnlyList<T> all)
    {
        Total = all.Count;
        Address = Address with { Page = Math.Min(Address.Page, Pages) };
        return [.. all.Skip((Address.Page - 1) * WeakSpotsAddress.Size).Take(WeakSpotsAddress.Size)];
    }
}
