using CsCheck;
using Songthang.Domain.Figures;

namespace Songthang.Domain.Tests.Figures;

public sealed class DurationScaleTests
{
    static readonly Gen<int> Minutes = Gen.OneOf(Gen.Int[0, 60], Gen.Int[0, 20_000], Gen.Int[0, 5_000_000]);

    [Fact]
    public void A_length_of_time_is_rounded_up_by_five_per_cent_at_most() => Minutes.Sample(minutes =>
        DurationScale.Round(minutes) >= minutes && DurationScale.Round(minutes) - minutes <= minutes * DurationScale.Error);

    [Theory]
    [InlineData(5)]
    [InlineData(30)]
    [InlineData(60)]
    [InlineData(480)]
    [InlineData(1_440)]
    [InlineData(7 * 1_440)]
    [InlineData(15 * 1_440)]
    [InlineData(90 * 1_440)]
    public void What_was_within_an_allowance_is_told_to_be_within_it(int allowance)
    {
        Assert.Equal(allowance, DurationScale.Round(allowance));
        Assert.True(DurationScale.Round(allowance - 1) <= allowance);
        Assert.True(DurationScale.Round(allowance + 1) > allowance);
    }

    [Fact]
    public void Longer_is_never_counted_before_shorter() => Gen.Select(Minutes, Minutes).Sample((one, other) =>
        one > other || DurationScale.Round(one) <= DurationScale.Round(other));

    [Fact]
    public void Median_and_ninetieth_percentile_are_those_of_the_nearest_rank() =>
        Gen.Select(Minutes.Array[1, 80], Gen.Int[1, 10].Select(tenths => tenths / 10.0)).Sample((all, share) =>
        {
            var exact = all.Order().ElementAt((int)Math.Ceiling(all.Length * share) - 1);
            return DurationScale.Quantile(all.Select(minutes => (DurationScale.Round(minutes), 1)), share) == DurationScale.Round(exact);
        });

    [Fact]
    public void Of_nothing_there_is_no_median() => Assert.Null(DurationScale.Quantile([(3, 0)], 0.5));
}
