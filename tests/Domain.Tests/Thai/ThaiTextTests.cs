using System.Text;
using CsCheck;
using Songthang.Domain.Thai;

namespace Songthang.Domain.Tests.Thai;

public class ThaiTextTests
{
    [Theory]
    [InlineData("น\u0E49\u0E4Dาท่วม", "น้ำท่วม")]
    [InlineData("น\u0E4D\u0E49าท่วม", "น้ำท่วม")]
    [InlineData("นำ\u0E49ท่วม", "น้ำท่วม")]
    [InlineData("ค\u0E4Dา", "คำ")]
    [InlineData("เเสงสว่าง", "แสงสว่าง")]
    [InlineData("ท\u0E48\u0E35", "ที่")]
    [InlineData("ผ\u0E49\u0E39แจ้ง", "ผู้แจ้ง")]
    [InlineData("สิทธ\u0E4C\u0E34", "สิทธิ์")]
    public void Thai_that_looks_the_same_is_stored_the_same(string typed, string stored) =>
        Assert.Equal(stored, ThaiText.Clean(typed));

    [Theory]
    [InlineData("ไฟทางดับทั้งแถบ หมู่ที่ 3 ต.สามบัณฑิต")]
    [InlineData("กำแพง เปลี่ยน น้ำ ตั้ง ผู้ ญี่ปุ่น สิทธิ์ ฤๅษี ๆ ฯ ๓๐๔๓")]
    [InlineData("Café naïve Việt Nam\n- บรรทัดสอง")]
    [InlineData("👍🏽 👩‍👩‍👧‍👦 🙂‍↔️ ❤️ 🏳️‍🌈 🇹🇭 1️⃣ ☎️")]
    public void Ordinary_text_and_emoji_stay_whole(string text) => Assert.Equal(text, ThaiText.Clean(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\r\n ")]
    [InlineData("\u200B\u200D\uFEFF\u00AD\u2060")]
    [InlineData("\u202E\u2066\u061C")]
    [InlineData("\u3164\uFFA0\u115F\u2800\u00A0\u034F")]
    [InlineData("\0\u0001\u007F\u009F")]
    [InlineData("\U000E0041\U000E0100\uFE0F")]
    public void A_text_of_invisible_characters_is_empty(string? text) => Assert.Equal("", ThaiText.Clean(text));

    [Fact]
    public void Half_a_surrogate_pair_goes_and_the_rest_stays()
    {
        Assert.Equal("ไฟดับ", ThaiText.Clean("ไฟ\uD83Dดับ\uDC4D"));
        Assert.Equal("👍", ThaiText.Clean("\uD83D\uD83D\uDC4D\uDC4D"));
    }

    [Theory]
    [InlineData("ไฟ\0ดับ", "ไฟดับ")]
    [InlineData("ไฟ\u200Bดับ", "ไฟดับ")]
    [InlineData("\u202Eไฟดับ\u202C", "ไฟดับ")]
    [InlineData("\uFEFFไฟดับ", "ไฟดับ")]
    [InlineData("ไฟ\tดับ", "ไฟ ดับ")]
    [InlineData("ไฟ\u00A0ดับ", "ไฟ ดับ")]
    [InlineData("ไฟ\u001B[31mดับ", "ไฟ[31mดับ")]
    [InlineData("a\u200Db", "ab")]
    public void Characters_that_nobody_sees_go_and_spaces_become_plain(string typed, string stored) =>
        Assert.Equal(stored, ThaiText.Clean(typed));

    [Fact]
    public void Lines_end_alike_without_spaces_before_the_end() =>
        Assert.Equal("หนึ่ง\nสอง\n\nสาม\nสี่", ThaiText.Clean("\r\n  หนึ่ง  \r\nสอง\r\r\nสาม\u2028สี่ \n\n"));

    [Fact]
    public void A_flag_spelt_with_hidden_tags_becomes_a_plain_flag() =>
        Assert.Equal("🏴", ThaiText.Clean("🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F"));

    [Fact]
    public void Ten_thousand_marks_on_a_letter_are_noise_and_three_stay()
    {
        Assert.Equal("กิ้้ดับ", ThaiText.Clean("ก\u0E34" + new string('\u0E49', 10_000) + "ดับ"));
        Assert.Equal(4, ThaiText.Clean("x" + new string('\u0335', 10_000)).Length);
        Assert.Equal(3, ThaiText.Clean(new string('\u0E4C', 10_000)).Length);
    }

    [Fact]
    public void Marks_of_other_scripts_on_thai_letters_go() => Assert.Equal("ไฟดับ", ThaiText.Clean("ไ\u0336ฟ\u0336ด\u0301ั\u0336บ\u0336"));

    // Quadratic work on these would take minutes, so the test would not end rather than measure anything.
    [Theory]
    [InlineData("\u0301\u0323")]
    [InlineData("\u0E49\u0E34\u0E38\u0E3A")]
    [InlineData("นํ้า")]
    [InlineData("เ")]
    [InlineData(" \n")]
    [InlineData("\u200D")]
    [InlineData("👩\u200D")]
    [InlineData("\uD83D")]
    public void A_megabyte_of_anything_is_done_in_one_pass(string piece)
    {
        var text = new StringBuilder().Insert(0, piece, 1_000_000 / piece.Length).ToString();
        var cleaned = ThaiText.Clean(text);
        Assert.True(cleaned.Length <= text.Length);
        Assert.Equal(ThaiText.Fold(text), ThaiText.Fold(cleaned));
        Assert.InRange(ThaiText.Length(text), 1, text.Length);
    }

    [Fact]
    public void Cleaning_twice_changes_nothing_more() => TypedText.Hostile.Sample(text =>
        Assert.Equal(ThaiText.Clean(text), ThaiText.Clean(ThaiText.Clean(text))), iter: 20_000);

    [Fact]
    public void Folding_twice_changes_nothing_more() => TypedText.Hostile.Sample(text =>
        Assert.Equal(ThaiText.Fold(text), ThaiText.Fold(ThaiText.Fold(text))), iter: 20_000);

    [Fact]
    public void Folding_does_not_care_whether_the_text_was_cleaned() => TypedText.Hostile.Sample(text =>
        Assert.Equal(ThaiText.Fold(text), ThaiText.Fold(ThaiText.Clean(text))), iter: 20_000);

    [Fact]
    public void Cleaned_text_is_well_formed_composed_and_trimmed() => TypedText.Hostile.Sample(text =>
    {
        var cleaned = ThaiText.Clean(text);
        Assert.True(cleaned.IsNormalized(NormalizationForm.FormC));
        Assert.DoesNotContain(cleaned.EnumerateRunes(), rune => rune == Rune.ReplacementChar && !text.Contains('\uFFFD'));
        Assert.DoesNotContain(cleaned, c => char.IsControl(c) && c != '\n');
        Assert.DoesNotContain(" \n", cleaned, StringComparison.Ordinal);
        Assert.Equal(cleaned.Trim(), cleaned);
    }, iter: 20_000);

    [Fact]
    public void Cleaning_never_adds_marks_and_leaves_three_on_a_letter_at_most() => TypedText.Hostile.Sample(text =>
    {
        var cleaned = ThaiText.Clean(text);
        Assert.True(Marks(cleaned) <= Marks(WellFormed(text).Normalize(NormalizationForm.FormC)));
        var run = 0;
        foreach (var rune in cleaned.EnumerateRunes())
        {
            run = IsMark(rune) ? run + 1 : 0;
            Assert.True(run <= 3);
        }
    }, iter: 20_000);

    [Theory]
    [InlineData("  ถนน ๓๐๔๓\nอุทัย  ", "ถนน 3043 อุทัย")]
    [InlineData("LED Café", "led café")]
    [InlineData("J\u030C", "ǰ")]
    public void Folding_makes_texts_comparable(string typed, string folded) => Assert.Equal(folded, ThaiText.Fold(typed));

    [Theory]
    [InlineData(null, 0)]
    [InlineData("น้ำ", 1)]
    [InlineData("ที่นี่", 2)]
    [InlineData("👩‍👩‍👧‍👦", 1)]
    [InlineData("ไฟดับ", 4)]
    public void Length_counts_what_a_person_sees(string? text, int length) => Assert.Equal(length, ThaiText.Length(text));

    static int Marks(string text) => text.EnumerateRunes().Count(IsMark);

    static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune).ToString().EndsWith("Mark", StringComparison.Ordinal);

    static string WellFormed(string text) => string.Concat(text.EnumerateRunes()
        .Where(rune => rune != Rune.ReplacementChar && (rune.Value & 0xFFFE) != 0xFFFE));
}
