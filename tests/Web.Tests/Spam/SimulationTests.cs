using Songthang.Domain.Spam;
using Songthang.Infrastructure.Spam;
using Songthang.Web.Features.Reporting;

namespace Songthang.Web.Tests.Spam;

/// <summary>
/// The real score and the real limits over a clock of its own: what machines and people send, made of a seed. Counting is done in memory by the
/// rule of <see cref="Buckets"/>; that the database counts alike is asked in <see cref="SpamTests"/>.
/// </summary>
public class SimulationTests
{
    static readonly DateTime Start = new(2026, 11, 23, 11, 0, 0, DateTimeKind.Utc);
    static readonly SpamLimits Limits = new();

    [Fact]
    public void Of_ten_thousand_reports_of_machines_at_most_one_in_a_hundred_reaches_the_inbox()
    {
        var (random, counts) = (new Random(2569), new Counts());
        var reached = Enumerable.Range(0, 10_000).Count(i => counts.Judge(Bot(random), Start.AddHours(2 * i / 10_000.0)) == SpamVerdict.Pass);

        Assert.InRange(reached, 0, 100);
    }

    [Fact]
    public void Of_a_thousand_people_behind_one_address_of_a_carrier_995_at_least_get_through()
    {
        var (random, counts) = (new Random(2570), new Counts());
        var passed = Enumerable.Range(0, 1_000).Count(i => counts.Judge(Person(random, "carrier"), Start.AddHours(4 * i / 1_000.0)) == SpamVerdict.Pass);

        Assert.InRange(passed, 995, 1_000);
    }

    [Fact]
    public void While_machines_flood_the_door_people_with_scripts_still_get_through_and_nobody_is_lost()
    {
        var (random, counts) = (new Random(2571), new Counts());
        var verdicts = new Dictionary<SpamVerdict, int>();
        for (var i = 0; i < 10_000; i++)
        {
            var at = Start.AddHours(2 * i / 10_000.0);
            counts.Judge(Bot(random), at);
            if (i % 100 != 0)
                continue;
            // One in twenty has no scripts, and sends all the same when asked.
            var hasScripts = random.Next(20) > 0;
            var person = Person(random, $"home {i}");
            var verdict = counts.Judge(person, at);
            if (verdict == SpamVerdict.Prove)
                verdict = counts.Judge(person, at.AddSeconds(8), hasProof: hasScripts, cannotProve: !hasScripts);
            verdicts[verdict] = verdicts.GetValueOrDefault(verdict) + 1;
        }

        Assert.Equal(0, verdicts.GetValueOrDefault(SpamVerdict.Prove));
        Assert.InRange(verdicts[SpamVerdict.Pass], 85, 100);
    }

    [Theory]
    [InlineData(0, false, false, SpamVerdict.Pass)]
    [InlineData(59, false, false, SpamVerdict.Pass)]
    [InlineData(60, false, false, SpamVerdict.Prove)]
    [InlineData(60, true, false, SpamVerdict.Pass)]
    [InlineData(60, false, true, SpamVerdict.Hold)]
    [InlineData(200, true, false, SpamVerdict.Pass)]
    public void What_is_done_follows_from_the_points(int points, bool hasProof, bool cannotProve, SpamVerdict verdict) =>
        Assert.Equal(verdict, new SpamScore(points, 0, []).Judge(hasProof, cannotProve));

    [Fact]
    public void A_trap_is_looked_at_by_an_officer_whatever_was_computed_and_no_other_sign_alone_is()
    {
        var person = new SpamSigns(false, TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(4), 0, 0, 0, 0, 0, 0);

        Assert.Equal(SpamVerdict.Hold, SpamScore.Of(person with { FilledTrap = true }).Judge(hasProof: true, cannotProve: false));
        foreach (var odd in (SpamSigns[])[person with { Taken = null }, person with { Taken = TimeSpan.Zero }, person with { Sender = 5 }, person with { Phone = 5 },
            person with { Email = 5 }, person with { Words = 5 }, person with { Everyone = 5 }, person with { Links = 9 }])
            Assert.Equal(SpamVerdict.Pass, SpamScore.Of(odd).Judge(hasProof: true, cannotProve: false));
        Assert.Equal(SpamVerdict.Hold, SpamScore.Of(person with { Words = 5, Links = 9 }).Judge(hasProof: true, cannotProve: false));
        Assert.Equal(0, SpamScore.Of(person).Points);
    }

    /// <summary>Most fill in what they find or never open the form; some wait, some write anew each time and come from everywhere.</summary>
    static Sent Bot(Random random) => random.Next(100) switch
    {
        < 40 => new(true, TimeSpan.FromSeconds(random.Next(0, 90)), $"bot {random.Next(50)}", Phone(random), "cheap pills for all of your friends, now and here", 2),
        < 70 => new(false, null, $"bot {random.Next(2_000)}", Phone(random), $"ไฟดับ {random.Next()}", 0),
        < 85 => new(false, TimeSpan.FromSeconds(random.NextDouble() * 3), $"bot {random.Next(2_000)}", Phone(random), $"ไฟดับ {random.Next()}", 0),
        < 95 => new(false, TimeSpan.FromSeconds(random.Next(10, 60)), $"bot {random.Next(40)}", Phone(random), "best offer of the year for your home and garden", 1),
        _ => new(false, TimeSpan.FromSeconds(random.Next(10, 60)), $"bot {random.Next(500)}", Phone(random), $"ไฟฟ้าดับตั้งแต่เมื่อคืนหน้าบ้านเลขที่ {random.Next()}", 0),
    };

    /// <summary>People take their time; a few report several lamps, and some write the same words.</summary>
    static Sent Person(Random random, string address) => new(false, TimeSpan.FromSeconds(15 + random.Next(300)), address,
        $"08{random.Next(600):D8}", random.Next(3) == 0 ? "ไฟดับ" : $"ไฟดับตั้งแต่เมื่อวาน หน้าบ้านเลขที่ {random.Next(1, 400)}/{random.Next(1, 90)} ตรงข้ามร้าน", random.Next(400) == 0 ? 1 : 0);

    static string Phone(Random random) => $"08{random.Next(100_000_000):D8}";

    /// <summary>What somebody sends.</summary>
    sealed record Sent(bool FilledTrap, TimeSpan? Taken, string Address, string Phone, string Words, int Links);

    /// <summary>The buckets, in memory.</summary>
    sealed class Counts
    {
        readonly Dictionary<string, DateTime> until = new(StringComparer.Ordinal);

        public SpamVerdict Judge(Sent sent, DateTime now, bool hasProof = false, bool cannotProve = false)
        {
            var pours = Limits.Pours(sent.Address, sent.Phone, "", sent.Words);
            var full = pours.ToDictionary(pour => pour.Kind, pour => Full(pour, now) + (pour.Amount / pour.Size.Amount) - 1e-9, StringComparer.Ordinal);
            var verdict = SpamScore.Of(new(
                sent.FilledTrap, sent.Taken, TimeSpan.FromSeconds(Limits.QuickSeconds), full["report-sender"], full.GetValueOrDefault("report-phone"), 0,
                full.GetValueOrDefault("report-words"), full["report"], sent.Links)).Judge(hasProof, cannotProve);
            foreach (var pour in pours)
                Count(pour, now);
            return verdict;
        }

        double Full(Pour pour, DateTime now) => Math.Max(0, (until.GetValueOrDefault(Name(pour)) - now) / pour.Size.Within);

        void Count(Pour pour, DateTime now)
        {
            var next = (until.GetValueOrDefault(Name(pour)) is var then && then > now ? then : now) + (pour.Size.Within * (pour.Amount / pour.Size.Amount));
            if (next - now <= pour.Size.Within * HoldReport.Overflow)
                until[Name(pour)] = next;
        }

        static string Name(Pour pour) => $"{pour.Kind}:{pour.Of}";
    }
}
