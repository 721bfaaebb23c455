using CsCheck;
using Songthang.Domain.Assets;
using Songthang.Domain.Tests.Thai;

namespace Songthang.Domain.Tests.Assets;

public class PoleNumberTests
{
    [Theory]
    [InlineData("อบจ.อย. 15-58", "15-58")]
    [InlineData("อบจ. อย.๑๕–๕๘", "15-58")]
    [InlineData("อบจอย 15/58", "15-58")]
    [InlineData("15 58", "15-58")]
    [InlineData("อบจ. 15-58", "15-58")]
    [InlineData("อบจ.A-7", "a7")]
    [InlineData("1 - 11", "1-11")]
    [InlineData("11-1", "11-1")]
    [InlineData("ก.ฟ.ภ. 12-3", "กฟภ12-3")]
    [InlineData("-15--58-", "15-58")]
    [InlineData("อย.4017/35", "อย4017-35")]
    [InlineData("กฟภ. 12-3", "กฟภ12-3")]
    [InlineData("อบจ.", "อบจ")]
    [InlineData("-/. ", "")]
    [InlineData(null, "")]
    public void Numbers_are_compared_with_one_sign_between_digits_and_without_the_owners_letters(string? written, string key) =>
        Assert.Equal(key, PoleNumber.Key(written));

    [Theory]
    [InlineData("อย 15-58", "15-58")]
    [InlineData("15-58", null)]
    [InlineData("A15-58", null)]
    [InlineData("เสาต้นแรก", null)]
    public void Letters_before_the_number_may_be_a_slip(string typed, string? without) => Assert.Equal(without, PoleNumber.WithoutLetters(typed));

    [Fact]
    public void Lists_sort_the_numbers_in_a_number_by_their_size()
    {
        string[] sorted = ["อบจ.อย. 2-1", "อบจ.อย. 15-9", "อบจ.อย. 15-58", "15-112"];
        Assert.Equal(sorted, sorted.Reverse().OrderBy(PoleNumber.Order, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("1-11", "1/11", true)]
    [InlineData("1-11", "111", true)]
    [InlineData("1-1-1", "1-11", true)]
    [InlineData("1-11", "11-1", false)]
    [InlineData("1-11", "1-12", false)]
    [InlineData("อบจ.อย. ๑-๑๑", "1 11", true)]
    public void Who_leaves_signs_out_may_mean_the_same_pole(string one, string other, bool may)
    {
        Assert.Equal(may, PoleNumber.MayBeOne(one, other));
        Assert.Equal(may, PoleNumber.MayBeOne(other, one));
    }

    [Fact]
    public void A_key_is_its_own_key_and_no_text_throws() => TypedText.Hostile.Sample(text =>
    {
        var (key, loose) = (PoleNumber.Key(text), PoleNumber.LooseKey(text));
        _ = PoleNumber.WithoutLetters(text);
        return PoleNumber.Key(PoleNumber.Key(key)) == PoleNumber.Key(key) && PoleNumber.Order(text) is not null
            && loose == key.Replace("-", "", StringComparison.Ordinal) && PoleNumber.MayBeOne(text, text) && PoleNumber.MayBeOne(text, loose) == PoleNumber.MayBeOne(loose, text);
    });

    [Fact]
    public void Numbers_are_one_whatever_parts_them_and_two_when_their_digits_part_elsewhere() =>
        Gen.Select(Gen.Int[0, 9999].Array[2, 4], Gen.OneOf("-", "/", " ", " - ", ".", "–"), Gen.OneOf("", "อบจ.อย. ", "อบจ ", "อบจ.")).Sample((parts, sign, owner) =>
        {
            var (plain, written) = (string.Join('-', parts), owner + string.Join(sign, parts));
            var joined = parts[0] + string.Join('-', parts[1..]);
            return PoleNumber.Key(written) == plain && PoleNumber.LooseKey(written) == string.Concat(parts)
                && PoleNumber.Key(joined) != plain && PoleNumber.MayBeOne(written, joined) && PoleNumber.MayBeOne(written, string.Concat(parts));
        }, iter: 500);
}
