using CsCheck;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Tests.Thai;
using Songthang.Domain.Thai;

namespace Songthang.Domain.Tests.ServiceRequests;

public class ReferenceTests
{
    static readonly Gen<Reference> References = Gen.Select(
        Gen.Int[2500, 2599], Gen.OneOf(Gen.Int[1, 99_999], Gen.Int[1, Reference.GreatestNumber]), Reference.Create);

    [Fact]
    public void A_reference_is_year_running_number_and_check_digit()
    {
        var reference = Reference.Create(2569, 123);
        Assert.Matches("^69-00123-[0-9]$", reference.ToString());
        Assert.Equal(2569, reference.Year);
        Assert.Equal(123, reference.Number);
        Assert.Equal("123/2569", reference.PaperNumber);
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(99_999, 5)]
    [InlineData(100_000, 6)]
    [InlineData(1_000_000, 7)]
    [InlineData(Reference.GreatestNumber, 7)]
    public void The_running_number_has_five_digits_and_grows_to_seven(int number, int length) =>
        Assert.Equal(length, Reference.Create(2569, number).ToString().Split('-')[1].Length);

    [Theory]
    [InlineData(2499, 1)]
    [InlineData(2600, 1)]
    [InlineData(2026, 1)]
    [InlineData(2569, 0)]
    [InlineData(2569, -1)]
    [InlineData(2569, 10_000_000)]
    public void A_year_or_number_that_cannot_be_written_is_refused(int year, int number) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Reference.Create(year, number));

    [Fact]
    public void It_is_read_back_however_people_type_it() => Gen.Select(References, TypedText.Invisible).Sample((reference, invisible) =>
    {
        var shown = reference.ToString();
        string[] typed =
        [
            shown, $" {shown}\r\n", ThaiDigits.ToThai(shown), shown.Replace("-", "", StringComparison.Ordinal),
            shown.Replace('-', ' '), shown.Replace('-', '\u2013'), shown.Replace('-', '\u2212'), shown.Replace("-", " — ", StringComparison.Ordinal),
            string.Join(invisible, shown.ToCharArray()), string.Join(' ', shown.ToCharArray()),
        ];
        Assert.All(typed, text => Assert.True(Reference.TryParse(text, out var read) && read == reference, text));
    });

    [Fact]
    public void Every_single_wrong_digit_is_caught() => References.Sample(reference =>
    {
        var digits = Digits(reference);
        for (var i = 0; i < digits.Length; i++)
        {
            for (var wrong = '0'; wrong <= '9'; wrong++)
            {
                if (wrong == digits[i]) continue;
                var slip = digits[..i] + wrong + digits[(i + 1)..];
                Assert.False(Reference.TryParse(slip, out _), slip);
            }
        }
    });

    [Fact]
    public void Every_swap_of_neighbours_is_caught() => References.Sample(reference =>
    {
        var digits = Digits(reference);
        for (var i = 0; i + 1 < digits.Length; i++)
        {
            if (digits[i] == digits[i + 1]) continue;
            var slip = digits[..i] + digits[i + 1] + digits[i] + digits[(i + 2)..];
            Assert.False(Reference.TryParse(slip, out _), slip);
        }
    });

    [Fact]
    public void Of_ten_check_digits_exactly_one_is_right() => References.Sample(reference =>
    {
        var payload = Digits(reference)[..^1];
        Assert.Single(Enumerable.Range(0, 10), check => Reference.TryParse(payload + check, out _));
    });

    [Fact]
    public void The_check_digit_is_damms() => Assert.Equal(
        // 572 has the check digit 4, the usual example of this algorithm; leading zeros do not change it.
        "00-00572-4", Reference.Create(2500, 572).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("\u200B")]
    [InlineData("69")]
    [InlineData("69-00123")]
    [InlineData("00-00000-0")]
    [InlineData("00-000572-4")]
    [InlineData("#00-00572-4")]
    [InlineData("00/00572/4")]
    [InlineData("00-00572-4 ไฟดับ")]
    [InlineData("99999999999999999999999999")]
    [InlineData("00-00572-4'; drop table requests; --")]
    public void What_is_no_reference_is_refused(string? text)
    {
        Assert.False(Reference.TryParse(text, out var reference));
        Assert.Equal(default, reference);
    }

    [Fact]
    public void No_text_whatever_throws() => TypedText.Hostile.Sample(text =>
        !Reference.TryParse(text, out var read) || Reference.TryParse(read.ToString(), out var again) && again == read);

    [Fact]
    public void An_endless_text_is_refused() =>
        Assert.False(Reference.TryParse("00-00572-4" + new string('\u200B', 1_000_000), out _));

    [Fact]
    public void No_reference_at_all_shows_nothing()
    {
        Assert.Equal("", default(Reference).ToString());
        Assert.Equal("", default(Reference).PaperNumber);
    }

    static string Digits(Reference reference) => reference.ToString().Replace("-", "", StringComparison.Ordinal);
}
