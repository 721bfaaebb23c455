using CsCheck;
using Songthang.Domain.Geography;
using Songthang.Domain.Outages;

namespace Songthang.Domain.Tests.Outages;

public class OutageSearchTests
{
    static readonly DateTime Evening = new(2026, 11, 28, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Three_dark_lamps_on_one_circuit_within_two_days_are_probably_one_fault()
    {
        var outage = Assert.Single(Find(Report(1, 0), Report(2, 20), Report(3, 47)));

        Assert.Equal((OutageBasis.Circuit, "ตู้ 7 วงจร 2", 3), (outage.Basis, outage.Key, outage.Lamps));
        Assert.Equal((Evening, Evening.AddHours(47)), (outage.FirstAt, outage.LastAt));
        Assert.Equal(["1", "2", "3"], outage.Reports.Select(report => report.Reference));
    }

    [Fact]
    public void Three_dark_lamps_along_a_road_are_one_fault_where_no_circuit_is_known()
    {
        var outage = Assert.Single(Find(Unregistered(1, metres: 0), Unregistered(2, metres: 200), Unregistered(3, metres: 590)));

        Assert.Equal((OutageBasis.Road, "โรจนะ", "ถนนโรจนะ"), (outage.Basis, outage.Key, outage.Name));
    }

    [Fact]
    public void Two_lamps_are_not_enough() => Assert.Empty(Find(Report(1, 0), Report(2, 1)));

    [Fact]
    public void Many_reports_of_one_lamp_are_one_lamp() =>
        Assert.Empty(Find([.. Enumerable.Range(1, 9).Select(i => Report(1, i) with { Reference = $"{i}" })]));

    [Fact]
    public void Who_tells_of_a_whole_stretch_counts_for_two() => Assert.Single(Find(Report(1, 0), Report(2, 1) with { IsStretch = true }));

    [Fact]
    public void Lamps_that_went_out_days_apart_are_not_one_fault() => Assert.Empty(Find(Report(1, 0), Report(2, 30), Report(3, 49)));

    [Fact]
    public void Lamps_of_different_circuits_are_not_one_fault_unless_they_share_a_road() =>
        Assert.Empty(Find(Report(1, 0), Report(2, 1), Report(3, 2) with { CircuitCode = "ตู้ 8 วงจร 1" }));

    [Fact]
    public void Lamps_far_apart_along_one_road_are_not_one_fault() =>
        Assert.Empty(Find(Unregistered(1, metres: 0), Unregistered(2, metres: 400), Unregistered(3, metres: 800)));

    [Fact]
    public void Where_lamps_fail_all_the_time_three_at_once_are_no_surprise()
    {
        DarkReport[] three = [Report(1, 0), Report(2, 1), Report(3, 2)];

        Assert.Single(OutageSearch.Find(OutageSearch.Candidates(three), _ => OutageSearch.Expected(20)));
        Assert.Empty(OutageSearch.Find(OutageSearch.Candidates(three), _ => OutageSearch.Expected(90)));
    }

    [Fact]
    public void No_report_is_evidence_twice_and_the_order_of_reports_does_not_matter() =>
        Gen.Select(Gen.Int[1, 12], Gen.Int[0, 120], Gen.Int[0, 2], Gen.Bool).Array[0, 40].Sample(drawn =>
        {
            var reports = drawn.Select((it, i) => (it.Item4 ? Report(it.Item1, it.Item2) with { CircuitCode = $"วงจร {it.Item3}" } : Unregistered(it.Item1, it.Item1 * 90, it.Item2))
                with
            { Reference = $"{i}" }).ToArray();
            var found = Find(reports);
            var other = Find([.. reports.Reverse()]);

            Assert.Equal(found.Sum(outage => outage.Reports.Count), found.SelectMany(outage => outage.Reports).Distinct().Count());
            Assert.All(found, outage => Assert.True(outage.Lamps >= OutageSearch.FewestLamps && outage.LastAt - outage.FirstAt <= OutageSearch.Window));
            Assert.Equal(found.Count, other.Count);
        });

    [Fact]
    public void In_simulated_provinces_nine_of_ten_are_found_and_nine_of_ten_suggestions_are_right()
    {
        var all = HitsAndMisses.Sum(Enumerable.Range(1, 6).Select(seed => HitsAndMisses.Of(seed)));

        TestContext.Current.TestOutputHelper?.WriteLine($"{all}");
        Assert.True(all.Findable >= 120, $"{all}");
        Assert.True(all.Precision >= 0.9, $"{all}");
        Assert.True(all.Recall >= 0.9, $"{all}");
    }

    static IReadOnlyList<ProbableOutage> Find(params DarkReport[] reports) => OutageSearch.Find(OutageSearch.Candidates(reports), _ => OutageSearch.Expected(5));

    static DarkReport Report(int lamp, int hours) =>
        new($"{lamp}", Evening.AddHours(hours), null, $"อบจอย{lamp}", "ตู้ 7 วงจร 2", "", "", IsStretch: false);

    static DarkReport Unregistered(int number, int metres, int hours = 0) => new(
        $"{number}", Evening.AddHours(hours), Position.Create(14.35 + metres / 111_195d, 100.56), "", "", "โรจนะ", "ถนนโรจนะ", IsStretch: false);
}
