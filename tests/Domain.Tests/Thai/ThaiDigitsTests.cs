using CsCheck;
using Songthang.Domain.Thai;

namespace Songthang.Domain.Tests.Thai;

public class ThaiDigitsTests
{
    [Fact]
    public void Thai_digits_become_arabic_and_other_letters_stay() =>
        Assert.Equal("ถนน 3043 หมู่ 7 ๏๚", ThaiDigits.ToArabic("ถนน ๓๐๔๓ หมู่ 7 ๏๚"));

    [Fact]
    public void Arabic_digits_become_thai_on_paper() =>
        Assert.Equal("๑๓ กันยายน ๒๕๖๕", ThaiDigits.ToThai("13 กันยายน 2565"));

    [Fact]
    public void Every_number_survives_the_way_to_paper_and_back() => Gen.Long.Sample(number =>
        ThaiDigits.ToArabic(ThaiDigits.ToThai($"เลขที่ {number}")) == $"เลขที่ {number}");
}
