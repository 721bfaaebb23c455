using CsCheck;
using Songthang.Domain.Assets;
using Songthang.Domain.Tests.Thai;
using Songthang.Domain.Thai;

namespace Songthang.Domain.Tests.Assets;

public class PoleCodeTests
{
    static readonly Gen<PoleCode> Codes = Gen.Int[1, PoleCode.GreatestNumber].Select(PoleCode.Create);

    [Fact]
    public void A_code_is_six_digits_and_a_check_digit() => Assert.Equal("000572-4", PoleCode.Create(572).ToString());

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1_000_000)]
    public void A_number_that_cannot_be_written_is_refused(int number) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PoleCode.Create(number));

    [Fact]
    public void It_is_read_back_however_a_worn_label_is_typed() => Codes.Sample(code =>
    {
        var shown = code.ToString();
        string[] typed =
        [
            shown, $"  {shown}\n", ThaiDigits.ToThai(shown), shown.Replace("-", "", StringComparison.Ordinal), shown.Replace('-', ' '),
            shown.Replace('-', '\u2013'), string.Join(' ', shown.ToCharArray()), $"อบจ.{shown}", $"อบจ. อย. {ThaiDigits.ToThai(shown)}",
        ];
        Assert.All(typed, text => Assert.True(PoleCode.TryParse(text, out var read) && read == code, text));
    });

    [Fact]
    public void Every_single_wrong_digit_and_every_swap_of_neighbours_is_caught() => Codes.Sample(code =>
    {
        var digits = code.ToString().Replace("-", "", StringComparison.Ordinal);
        for (var i = 0; i < digits.Length; i++)
        {
            for (var wrong = '0'; wrong <= '9'; wrong++)
                Assert.True(wrong == digits[i] || !PoleCode.TryParse(digits[..i] + wrong + digits[(i + 1)..], out _));
            if (i + 1 < digits.Length && digits[i] != digits[i + 1])
                Assert.False(PoleCode.TryParse(digits[..i] + digits[i + 1] + digits[i] + digits[(i + 2)..], out _));
        }
    });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("000572")]
    [InlineData("000000-0")]
    [InlineData("00-00572-4")]
    [InlineData("A00572-4")]
    [InlineData("000572-4'; drop table poles; --")]
    public void What_is_no_code_is_refused(string? text) => Assert.False(PoleCode.TryParse(text, out _));

    [Fact]
    public void No_text_whatever_throws() => TypedText.Hostile.Sample(text =>
        !PoleCode.TryParse(text, out var read) || PoleCode.TryParse(read.ToString(), out var again) && again == read);
}
