using Songthang.Domain.Geography;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Settings;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Geodata;
using Songthang.Infrastructure.Persistence.Queries;

namespace Songthang.Web.Features.Reporting;

/// <summary>What is known of a place somebody is about to report; all of it suggestions.</summary>
/// <param name="Tambon">In which tambon it lies; null without a position.</param>
/// <param name="Road">What people call the nearest road; empty when none is near.</param>
/// <param name="Other">The other authority whose the lamp probably is; null when it is ours or nobody knows.</param>
public sealed record Surroundings(TambonGuess? Tambon, string Road, Authority? Other)
{
    /// <summary>What the citizen is told of the owner: kindly, and never as a reason not to report. Null when there is nothing to tell.</summary>
    public Phrase? OwnerNote => Other is null ? null : new(
        $"ไฟส่องทางบริเวณนี้น่าจะอยู่ในความดูแลของ{Other.Name.Thai}{Call("โทร", Other.Phone)} ท่านส่งเรื่องต่อได้ตามปกติ เจ้าหน้าที่จะตรวจสอบและส่งต่อให้",
        $"The lamps here probably belong to another authority: {Other.Name.English}{Call("tel.", Other.Phone)}. You can send your report as usual; an officer will check it and pass it on.");

    static string Call(string word, string phone) => phone.Length == 0 ? "" : $" ({word} {phone})";
}

/// <summary>Looks up what is known of a place: tambon, road, owner of the lamps.</summary>
public sealed class LookAround(TambonFinder tambons, CurrentRoads roads, WhoseLamp whose)
{
    public async Task<Surroundings> RunAsync(Place place, CancellationToken cancellationToken)
    {
        Position? at = Position.TryCreate(place.Latitude, place.Longitude, out var position) ? position : null;
        var road = at is { } here ? roads.Map.Nearest(here, CurrentRoads.LampMetres) : null;
        var owner = await whose.FindAsync(place, cancellationToken);
        return new(at is { } there ? tambons.At(there) : null, road?.Road.Title ?? "", owner?.Other);
    }
}
