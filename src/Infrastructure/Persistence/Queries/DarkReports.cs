using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Assets;
using Songthang.Domain.Geography;
using Songthang.Domain.Outages;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>An open report of darkness with its key in storage.</summary>
/// <param name="Id">Key in storage.</param>
/// <param name="Report">What the search for a common cause sees of it.</param>
public sealed record OpenDarkReport(long Id, DarkReport Report);

/// <summary>
/// Reads reports of darkness for the search for a common cause: the open ones of some days, each with the circuit that the pole
/// register knows for its pole number, or else for the pole nearest to it.
/// </summary>
/// <param name="db">The database.</param>
/// <param name="poles">The register.</param>
public sealed class DarkReports(AppDb db, Poles poles)
{
    /// <summary>Older reports are no news; what has one cause is reported within <see cref="OutageSearch.Window"/>.</summary>
    public const int Days = 7;

    /// <summary>Faults that mean darkness.</summary>
    static readonly string[] Dark = [OutageSearch.LampOut, OutageSearch.StretchOut];

    static readonly ServiceRequestStatus[] Open = [.. Enum.GetValues<ServiceRequestStatus>().Where(status => status.IsOpen())];

    // More in a week is a storm, in which nobody needs to be told that circuits failed.
    const int MostRead = 1_000;

    /// <summary>The open reports, newest first, without those that somebody has already decided on.</summary>
    public async Task<IReadOnlyList<OpenDarkReport>> OpenAsync(DateTime now, CancellationToken cancellationToken)
    {
        var from = now.AddDays(-Days);
        var rows = await db.ServiceRequests.AsNoTracking()
            .Where(request => Dark.Contains(request.FaultCode) && request.SubmittedAt >= from && request.SubmittedAt <= now && Open.Contains(request.Status)
                && !db.SuspectedOutages.Any(outage => outage.Verdict != null && outage.Reports.Any(report => report.ServiceRequestId == request.Id)))
            .OrderByDescending(request => request.SubmittedAt).Take(MostRead)
            .Select(request => new { request.Id, request.Reference, request.SubmittedAt, request.FaultCode, request.Place })
            .ToListAsync(cancellationToken);
        var circuits = await CircuitsAsync([.. rows.Select(row => row.Place.PoleKey).Where(key => key.Length > 0).Distinct()], cancellationToken);
        var reports = new List<OpenDarkReport>(rows.Count);
        foreach (var row in rows)
        {
            var place = row.Place;
            var position = Position.TryCreate(place.Latitude, place.Longitude, out var known) ? known : (Position?)null;
            var pole = Meant(place, circuits[place.PoleKey]);
            var circuit = pole?.Circuit ?? (position is { } here ? await NearestAsync(here, cancellationToken) : "");
            reports.Add(new(row.Id, new(
                row.Reference, row.SubmittedAt, position, pole?.Key ?? place.PoleKey, circuit, RoadIn(place), place.Road, row.FaultCode == OutageSearch.StretchOut)));
        }

        return reports;
    }

    /// <summary>What was reported dark in the year before where the candidates are.</summary>
    public async Task<DarkHistory> HistoryAsync(IReadOnlyList<OutageCandidate> candidates, DateTime now, CancellationToken cancellationToken)
    {
        var from = now.AddDays(-365);
        var byCircuit = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var circuit in candidates.Where(candidate => candidate.Basis == OutageBasis.Circuit).Select(candidate => candidate.Key).Distinct())
            byCircuit[circuit] = await CountAsync(circuit, from, candidates, cancellationToken);
        var tambons = candidates.Where(candidate => candidate.Basis == OutageBasis.Road).Select(candidate => candidate.Key[..candidate.Key.IndexOf(' ')]).Distinct().ToList();
        var byRoad = tambons.Count == 0 ? [] : await db.ServiceRequests.AsNoTracking()
            .Where(request => tambons.Contains(EF.Property<string>(request, DerivedColumns.TambonCode)) && request.SubmittedAt >= from && Dark.Contains(request.FaultCode)
                && request.Place.Latitude != null && request.Place.Longitude != null)
            .OrderByDescending(request => request.SubmittedAt).Take(10 * MostRead)
            .Select(request => new { request.SubmittedAt, request.Place }).ToListAsync(cancellationToken);
        return new(byCircuit, [.. byRoad.Select(row => new PastDarkness(
            row.SubmittedAt, RoadIn(row.Place), Position.Create(row.Place.Latitude!.Value, row.Place.Longitude!.Value)))]);
    }

    /// <summary>A road's name repeats from subdistrict to subdistrict.</summary>
    static string RoadIn(Place place) => place is { TambonCode.Length: > 0, RoadKey: { Length: > 0 } road } ? $"{place.TambonCode} {road}" : "";

    async Task<int> CountAsync(string circuit, DateTime from, IReadOnlyList<OutageCandidate> candidates, CancellationToken cancellationToken)
    {
        var (cabinet, line) = CircuitName.Split(circuit);
        var first = candidates.Where(candidate => candidate.Key == circuit).Min(candidate => candidate.Reports[0].At);
        var keys = db.Poles.Where(pole => pole.CabinetCode == cabinet && pole.CircuitCode == line && pole.NumberLooseKey != "").Select(pole => pole.NumberLooseKey);
        return await db.ServiceRequests.AsNoTracking().CountAsync(request => keys.Contains(EF.Property<string?>(request, DerivedColumns.PoleKey))
            && request.SubmittedAt >= from && request.SubmittedAt < first && Dark.Contains(request.FaultCode), cancellationToken);
    }

    /// <summary>Our poles in use that go by these keys, by key.</summary>
    async Task<ILookup<string, PoleOnCircuit>> CircuitsAsync(List<string> poleKeys, CancellationToken cancellationToken)
    {
        var found = await db.Poles.AsNoTracking().Where(pole => poleKeys.Contains(pole.NumberLooseKey) && pole.RetiredOn == null && pole.OwnerCode == "")
            .Select(pole => new { pole.NumberLooseKey, pole.NumberKey, pole.Number, pole.CabinetCode, pole.CircuitCode }).ToListAsync(cancellationToken);
        return found.ToLookup(
            pole => pole.NumberLooseKey, pole => new PoleOnCircuit(pole.NumberKey, pole.Number, CircuitName.Of(pole.CabinetCode, pole.CircuitCode)), StringComparer.Ordinal);
    }

    /// <summary>The pole with exactly this number, or the only one that it may be.</summary>
    static PoleOnCircuit? Meant(Place place, IEnumerable<PoleOnCircuit> poles)
    {
        PoleOnCircuit[] possible = [.. poles.Where(pole => PoleNumber.MayBeOne(pole.Number, place.PoleNumber))];
        var key = PoleNumber.Key(place.PoleNumber);
        return Array.Find(possible, pole => pole.Key == key) ?? (possible is [var only] ? only : null);
    }

    sealed record PoleOnCircuit(string Key, string Number, string Circuit);

    async Task<string> NearestAsync(Position position, CancellationToken cancellationToken) =>
        (await poles.NearAsync(position, OutageSearch.SameLampMetres, most: 1, cancellationToken)) is [var near]
            ? CircuitName.Of(near.Pole.CabinetCode, near.Pole.CircuitCode)
            : "";
}

/// <summary>A report of darkness of the past.</summary>
/// <param name="At">When it was received, UTC.</param>
/// <param name="RoadKey">Subdistrict and road as they are compared.</param>
/// <param name="Position">Where.</param>
public sealed record PastDarkness(DateTime At, string RoadKey, Position Position);

/// <summary>How often lamps failed in the year before.</summary>
/// <param name="byCircuit">Reports by circuit.</param>
/// <param name="alongRoads">Reports along the roads in question.</param>
public sealed class DarkHistory(IReadOnlyDictionary<string, int> byCircuit, IReadOnlyList<PastDarkness> alongRoads)
{
    /// <summary>How many lamps fail by themselves in <see cref="OutageSearch.Window"/> where the candidate is.</summary>
    public double Expected(OutageCandidate candidate) => OutageSearch.Expected(candidate.Basis == OutageBasis.Circuit
        ? byCircuit.GetValueOrDefault(candidate.Key)
        : alongRoads.Count(past => past.RoadKey == candidate.Key && past.At < candidate.Reports[0].At
            && candidate.Reports.Any(report => report.Position!.Value.MetresTo(past.Position) <= OutageSearch.RoadMetres / 2)));
}
