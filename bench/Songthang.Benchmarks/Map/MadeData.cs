using System.Globalization;
using Songthang.Domain.Geography;
using Songthang.Domain.Publication;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Persistence.Sums;

namespace Songthang.Benchmarks.Map;

/// <summary>A pole of the made data.</summary>
/// <param name="Position">Where it stands.</param>
/// <param name="Tambon">Whose road it stands at.</param>
sealed record MadePole(Position Position, Tambon Tambon);

/// <summary>A request of the made data.</summary>
/// <param name="Reference">Unlike all others.</param>
/// <param name="Tally">Where it stands and what it is.</param>
/// <param name="SubmittedAt">Within three years, UTC.</param>
sealed record MadeRequest(Reference Reference, MapTally Tally, DateTime SubmittedAt);

/// <summary>
/// Requests at poles along roads: short straight roads around the middles of the tambon, more of them in the first tambon, as a
/// town has, and most requests at few poles. The same numbers make the same data.
/// </summary>
sealed class MadeData
{
    const int PolesOfRoad = 50, RoadsOfTownIn = 3;

    MadeData(List<MadePole> poles, List<MadeRequest> requests, Position busiest) => (Poles, Requests, Busiest) = (poles, requests, busiest);

    public IReadOnlyList<MadePole> Poles { get; }

    public IReadOnlyList<MadeRequest> Requests { get; }

    /// <summary>The middle of the town.</summary>
    public Position Busiest { get; }

    public static MadeData Of(int requests, int poles)
    {
        var random = new Random(2569);
        var province = ReferenceData.Province;
        var all = new List<MadePole>();
        while (all.Count < poles)
            all.AddRange(Road(random, random.Next(RoadsOfTownIn) == 0 ? province.Tambons[random.Next(8)] : province.Tambons[random.Next(province.Tambons.Count)]).Take(poles - all.Count));
        return new(all, [.. Enumerable.Range(1, requests).Select(number => Request(random, number, all))], province.Tambons[0].Centre);
    }

    static IEnumerable<MadePole> Road(Random random, Tambon tambon)
    {
        var (latitude, longitude, angle) = (tambon.Centre.Latitude + Near(), tambon.Centre.Longitude + Near(), random.NextDouble() * Math.Tau);
        return Enumerable.Range(0, PolesOfRoad).Select(at => new MadePole(
            Position.Create(latitude + at * 0.00036 * Math.Sin(angle), longitude + at * 0.00036 * Math.Cos(angle)), tambon));

        double Near() => (random.NextDouble() + random.NextDouble() - 1) * 0.025;
    }

    static MadeRequest Request(Random random, int number, List<MadePole> poles)
    {
        var pole = poles[(int)(poles.Count * Math.Pow(random.NextDouble(), 2))];
        var mark = MapMark.Of(true, pole.Tambon.Code, pole.Position.Latitude, pole.Position.Longitude, ReferenceData.Province)!.Value;
        var status = random.Next(100) switch
        {
            < 4 => ServiceRequestStatus.Submitted,
            < 8 => ServiceRequestStatus.Accepted,
            < 11 => ServiceRequestStatus.InProgress,
            < 86 => ServiceRequestStatus.Completed,
            < 92 => ServiceRequestStatus.Forwarded,
            < 96 => ServiceRequestStatus.Declined,
            _ => ServiceRequestStatus.Withdrawn,
        };
        var faults = FaultTypes.Shipped.All;
        return new(
            Reference.Create(2567 + number % 3, 1 + number / 3),
            new(mark.Latitude, mark.Longitude, pole.Tambon.Code, faults[(int)(faults.Count * Math.Pow(random.NextDouble(), 2))].Code, status),
            new DateTime(2023, 11, 30, 0, 0, 0, DateTimeKind.Utc).AddSeconds(random.Next(3 * 365 * 86_400)));
    }

    /// <summary>A line of <c>COPY</c>, the same fields for both databases.</summary>
    public static string[] Fields(MadeRequest request) =>
    [
        request.Reference.ToString(), request.SubmittedAt.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), request.Tally.Status.ToString(),
        request.Tally.FaultCode, request.Tally.TambonCode, request.Tally.TambonCode[..4],
        request.Tally.Latitude.ToString(CultureInfo.InvariantCulture), request.Tally.Longitude.ToString(CultureInfo.InvariantCulture), MapTally.CodeOf(request.Tally),
    ];

    public static string[] Fields(MadePole pole, int number) =>
    [
        number.ToString(CultureInfo.InvariantCulture), pole.Position.Latitude.ToString("0.#######", CultureInfo.InvariantCulture),
        pole.Position.Longitude.ToString("0.#######", CultureInfo.InvariantCulture), pole.Tambon.Code,
    ];

    public static string[] Fields(MapSum sum) =>
    [
        Text(sum.Zoom), sum.FaultCode, Text(sum.CellRow), Text(sum.CellColumn), sum.TambonCode, Text(sum.StatusOrder),
        Text(sum.Count), Text(sum.Latitudes), Text(sum.Longitudes), Text(sum.ReferenceKeys),
    ];

    static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
