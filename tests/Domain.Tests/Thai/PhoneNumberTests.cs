using CsCheck;
using Songthang.Domain.Thai;

namespace Songthang.Domain.Tests.Thai;

public class PhoneNumberTests
{
    static readonly Gen<string> Numbers = Gen.OneOf(
        Gen.Select(Gen.OneOf("06", "08", "09"), Gen.Int[0, 99_999_999], (start, rest) => $"{start}{rest:00000000}"),
        Gen.Select(Gen.OneOf("02", "03", "04", "05", "07"), Gen.Int[0, 9_999_999], (start, rest) => $"{start}{rest:0000000}"));

    [Theory]
    [InlineData("0812345678", "081-234-5678")]
    [InlineData("081-234-5678", "081-234-5678")]
    [InlineData(" 081 234 5678 ", "081-234-5678")]
    [InlineData("(081) 234.5678", "081-234-5678")]
    [InlineData("๐๘๑-๒๓๔-๕๖๗๘", "081-234-5678")]
    [InlineData("081\u20112345678", "081-234-5678")]
    [InlineData("\u202D081\u200B2345678\u202C\uFEFF", "081-234-5678")]
    [InlineData("+66 81 234 5678", "081-234-5678")]
    [InlineData("+66 (0)81 234 5678", "081-234-5678")]
    [InlineData("(+66) 81-234-5678", "081-234-5678")]
    [InlineData("0066812345678", "081-234-5678")]
    [InlineData("66812345678", "081-234-5678")]
    [InlineData("+๖๖ ๓๕ ๑๒๓ ๔๕๖", "035-123-456")]
    [InlineData("035123456", "035-123-456")]
    [InlineData("02 123 4567", "02-123-4567")]
    public void A_number_is_read_however_people_write_it(string typed, string shown)
    {
        Assert.True(PhoneNumber.TryParse(typed, out var number));
        Assert.Equal(shown, number.Display);
        Assert.Equal(shown.Replace("-", "", StringComparison.Ordinal), number.Digits);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("\u200B")]
    [InlineData("-")]
    [InlineData("1129")]
    [InlineData("081234567")]
    [InlineData("08123456789")]
    [InlineData("0351234567")]
    [InlineData("0612345")]
    [InlineData("0112345678")]
    [InlineData("812345678")]
    [InlineData("+1 202 555 0123")]
    [InlineData("+0812345678")]
    [InlineData("++66812345678")]
    [InlineData("+66008123456")]
    [InlineData("081-234-567x")]
    [InlineData("081-234-5678 ต่อ 12")]
    [InlineData("081/2345678")]
    [InlineData("๐๘๑👍2345678")]
    public void What_is_no_thai_number_is_refused(string? typed)
    {
        Assert.False(PhoneNumber.TryParse(typed, out var number));
        Assert.Equal(default, number);
    }

    [Fact]
    public void An_endless_number_is_refused_before_it_costs_anything() =>
        Assert.False(PhoneNumber.TryParse("0812345678" + new string('\u0301', 10_000) + new string(' ', 1_000_000), out _));

    [Fact]
    public void No_number_at_all_shows_nothing() => Assert.Equal("", default(PhoneNumber).Digits + default(PhoneNumber).Display);

    [Fact]
    public void Only_ten_digits_can_take_a_text_message()
    {
        Assert.True(PhoneNumber.TryParse("0812345678", out var mobile) && mobile.IsMobile);
        Assert.True(PhoneNumber.TryParse("035123456", out var fixedLine) && !fixedLine.IsMobile);
    }

    [Fact]
    public void Every_number_is_read_back_from_what_is_shown_and_stored() => Numbers.Sample(digits =>
        PhoneNumber.TryParse(digits, out var number)
        && number.Digits == digits
        && PhoneNumber.TryParse(number.Display, out var shown) && shown == number
        && PhoneNumber.TryParse("+66" + digits[1..], out var international) && international == number
        && PhoneNumber.TryParse(ThaiDigits.ToThai(digits), out var thai) && thai == number);

    [Fact]
    public void Invisible_characters_between_digits_do_not_matter() =>
        Gen.Select(Numbers, TypedText.Invisible.Array[10]).Sample((digits, invisible) =>
            PhoneNumber.TryParse(string.Concat(digits.Select((digit, i) => invisible[i] + digit)), out var number)
            && number.Digits == digits);

    [Fact]
    public void No_text_whatever_throws_and_what_is_read_has_nine_or_ten_digits() => TypedText.Hostile.Sample(text =>
        !PhoneNumber.TryParse(text, out var number) || number.Digits is { Length: 9 or 10 } digits && digits.All(char.IsAsciiDigit));
}
