using CsCheck;
using Songthang.Domain.Assets;
using Songthang.Domain.Tests.Thai;

namespace Songthang.Domain.Tests.Assets;

public class PoleNumberTests
{
    [Theory]
    [InlineData("อบจ.อย. 15-58", "1558")]
    [InlineData("อบจ. อย.๑๕–๕๘", "1558")]
    [InlineData("อบจอย 15/58", "1558")]
    [InlineData("15 58", "1558")]
    [InlineData("อบจ. 15-58", "1558")]
    [InlineData("อบจ.A-7", "a7")]
    [InlineData("อย.4017/35", "อย401735")]
    [InlineData("กฟภ. 12-3", "กฟภ123")]
    [InlineData("อบจ.", "อบจ")]
    [InlineData("-/. ", "")]
    [InlineData(null, "")]
    public void Numbers_are_compared_without_signs_and_without_the_owners_letters(string? written, string key) =>
        Assert.Equal(key, PoleNumber.Key(written));

    [Theory]
    [InlineData("อย 15-58", "1558")]
    [InlineData("15-58", null)]
    [InlineData("A15-58", null)]
    [InlineData("เสาต้นแรก", null)]
    public void Letters_before_the_number_may_be_a_slip(string typed, string? loose) => Assert.Equal(loose, PoleNumber.LooseKey(typed));

    [Fact]
    public void Lists_sort_the_numbers_in_a_number_by_their_size()
    {
        string[] sorted = ["อบจ.อย. 2-1", "อบจ.อย. 15-9", "อบจ.อย. 15-58", "15-112"];
        Assert.Equal(sorted, sorted.Reverse().OrderBy(PoleNumber.Order, StringComparer.Ordinal));
    }

    [Fact]
    public void A_key_is_its_own_key_and_no_text_throws() => TypedText.Hostile.Sample(text =>
    {
        var key = PoleNumber.Key(text);
        _ = PoleNumber.LooseKey(text);
        return PoleNumber.Key(PoleNumber.Key(key)) == PoleNumber.Key(key) && PoleNumber.Order(text) is not null;
    });
}
