using Songthang.Domain.Geography;
using Songthang.Domain.Outages;

namespace Songthang.Domain.Tests.Outages;

/// <summary>A dark report with what nobody but the simulation knows: why the lamp is dark.</summary>
/// <param name="Report">What the program sees.</param>
/// <param name="Fault">Number of the circuit's fault; null when the lamp failed by itself.</param>
sealed record Told(DarkReport Report, int? Fault);

/// <summary>
/// Roads with lamps on circuits in which single lamps fail by themselves, some roads much more often than others, and now
/// and then a whole circuit. Citizens tell of it as they do: several of one lamp, none of others, the pole's number
/// seldom, the position nearly. It is invented, and says only that the search finds what it was made for.
/// </summary>
sealed class SimulatedProvince
{
    const double LampsApart = 35, PhoneError = 8, MetresPerDegree = 111_195;
    const int Roads = 60;

    static readonly DateTime Begin = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    readonly Random random;
    readonly List<Lamp> lamps = [];
    readonly Dictionary<string, List<Lamp>> circuits;

    public SimulatedProvince(int seed)
    {
        random = new Random(seed);
        for (var road = 0; road < Roads; road++)
            AddRoad(road);
        circuits = lamps.GroupBy(lamp => lamp.Circuit, StringComparer.Ordinal).ToDictionary(one => one.Key, one => one.ToList(), StringComparer.Ordinal);
    }

    /// <summary>All reports of a number of days, oldest first. Faults of circuits are about one in three days.</summary>
    public List<Told> Reports(int days)
    {
        var told = new List<Told>();
        foreach (var lamp in lamps)
            for (var at = Wait(lamp.DaysBetweenFaults); at < days; at += Wait(lamp.DaysBetweenFaults))
                Tell(told, [lamp], at, 1 + Poisson(0.5), withinDays: 5, fault: null);
        var number = 0;
        for (var at = Wait(3); at < days; at += Wait(3))
        {
            var circuit = circuits.ElementAt(random.Next(circuits.Count)).Value;
            Tell(told, circuit, at, 1 + Poisson(4.5), withinDays: 1.6, number++);
        }

        return [.. told.OrderBy(one => one.Report.At)];
    }

    void AddRoad(int road)
    {
        var (latitude, longitude, angle) = (14.2 + random.NextDouble() * 0.4, 100.3 + random.NextDouble() * 0.5, random.NextDouble() * Math.PI);
        var (count, perCircuit) = (random.Next(40, 120), random.Next(14, 30));
        // On every third road the two sides hang on circuits of their own.
        var sides = road % 3 == 0 ? 2 : 1;
        var daysBetweenFaults = road % 10 == 0 ? 100 : 900;
        for (var i = 0; i < count; i++)
        {
            var (north, east) = (i * LampsApart * Math.Sin(angle), i * LampsApart * Math.Cos(angle));
            lamps.Add(new($"r{road}-{i}", $"c{road}-{i / perCircuit}-{i % sides}", $"road{road}", At(latitude, longitude, north, east), daysBetweenFaults));
        }
    }

    void Tell(List<Told> told, List<Lamp> dark, double at, int citizens, double withinDays, int? fault)
    {
        for (var i = 0; i < citizens; i++)
        {
            var lamp = dark[random.Next(dark.Count)];
            var seen = Chance(0.85) ? Nearly(lamp.Position) : (Position?)null;
            var pole = Chance(0.35) ? lamp.Pole : "";
            // The pole register knows the circuit of a number, or of the pole that is nearest to the position.
            var known = pole.Length > 0 ? lamp : seen is { } position ? Nearest(lamp.Road, position) : null;
            told.Add(new(new($"{told.Count}", Begin.AddDays(at + random.NextDouble() * withinDays), seen, pole, known?.Circuit ?? "",
                Chance(0.8) ? lamp.Road : "", lamp.Road, fault is not null && Chance(0.15)), fault));
        }
    }

    Lamp? Nearest(string road, Position position) => lamps.Where(lamp => lamp.Road == road)
        .Where(lamp => lamp.Position.MetresTo(position) < 20).MinBy(lamp => lamp.Position.MetresTo(position));

    Position Nearly(Position position) => At(position.Latitude, position.Longitude, Normal() * PhoneError, Normal() * PhoneError);

    static Position At(double latitude, double longitude, double north, double east) => Position.Create(
        latitude + north / MetresPerDegree, longitude + east / MetresPerDegree / Math.Cos(double.DegreesToRadians(latitude)));

    bool Chance(double of) => random.NextDouble() < of;

    double Wait(double mean) => -Math.Log(1 - random.NextDouble()) * mean;

    double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    int Poisson(double mean)
    {
        var (limit, product, count) = (Math.Exp(-mean), random.NextDouble(), 0);
        for (; product > limit; count++)
            product *= random.NextDouble();
        return count;
    }

    sealed record Lamp(string Pole, string Circuit, string Road, Position Position, double DaysBetweenFaults);
}
