using CsCheck;
using Songthang.Domain.Thai;

namespace Songthang.Domain.Tests.Thai;

public class EmailAddressTests
{
    static readonly Gen<string> Word = Gen.Char["abcdefghijklmnopqrstuvwxyz0123456789"].Array[1, 12].Select(chars => new string(chars));

    [Theory]
    [InlineData("somchai@example.com", "somchai@example.com")]
    [InlineData("  Somchai.J+light@Mail.Example.CO.TH\r\n", "Somchai.J+light@mail.example.co.th")]
    [InlineData("\u200Bsomchai@exam\u200Bple.com\uFEFF", "somchai@example.com")]
    [InlineData("o'neill_2@a-b.example", "o'neill_2@a-b.example")]
    public void An_address_is_read_without_what_nobody_sees(string typed, string address)
    {
        Assert.True(EmailAddress.TryParse(typed, out var email));
        Assert.Equal(address, email.Address);
    }

    [Fact]
    public void A_thai_domain_is_kept_in_its_ascii_form()
    {
        Assert.True(EmailAddress.TryParse("info@ตัวอย่าง.ไทย", out var email));
        Assert.Matches("^info@xn--[a-z0-9-]+\\.xn--o3cw4h$", email.Address);
        Assert.True(EmailAddress.TryParse(email.Address, out var again));
        Assert.Equal(email, again);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("@")]
    [InlineData("somchai")]
    [InlineData("somchai@localhost")]
    [InlineData("@example.com")]
    [InlineData("somchai@")]
    [InlineData("a@b@example.com")]
    [InlineData("som chai@example.com")]
    [InlineData("somchai@example..com")]
    [InlineData("somchai@.example.com")]
    [InlineData("somchai@example.com.")]
    [InlineData("somchai@-example.com")]
    [InlineData("somchai@example-.com")]
    [InlineData("somchai@10.0.0.1")]
    [InlineData("somchai@[10.0.0.1]")]
    [InlineData(".somchai@example.com")]
    [InlineData("som..chai@example.com")]
    [InlineData("\"somchai\"@example.com")]
    [InlineData("Somchai <somchai@example.com>")]
    [InlineData("a@example.com, b@example.com")]
    [InlineData("สมชาย@example.com")]
    public void What_cannot_be_written_to_is_refused(string? typed) => Assert.False(EmailAddress.TryParse(typed, out _));

    [Theory]
    [InlineData("a@example.com\r\nBcc: everyone@example.com")]
    [InlineData("a@example.com\nBcc:b@example.com")]
    [InlineData("a@exam\rple.com")]
    [InlineData("a\0@example.com")]
    [InlineData("a@example.com\u0085b")]
    [InlineData("a\u2028b@example.com")]
    [InlineData("a@example.com%0d%0aBcc:b@example.com")]
    public void Nobody_slips_another_header_into_the_mail(string typed) => Assert.False(EmailAddress.TryParse(typed, out _));

    [Fact]
    public void An_address_is_no_longer_than_the_mail_can_carry()
    {
        var domain = string.Join('.', Enumerable.Repeat(new string('d', 46), 4)) + ".th";
        Assert.Equal(190, domain.Length);
        Assert.True(EmailAddress.TryParse(new string('a', 63) + "@" + domain, out _));
        Assert.False(EmailAddress.TryParse(new string('a', 64) + "@" + domain, out _));
        Assert.False(EmailAddress.TryParse(new string('a', 65) + "@example.com", out _));
        Assert.False(EmailAddress.TryParse(new string('a', 1_000_000) + "@example.com", out _));
    }

    [Fact]
    public void No_address_at_all_shows_nothing() => Assert.Equal("", default(EmailAddress).Address);

    [Fact]
    public void Every_plain_address_is_read_as_it_is() => Gen.Select(Word, Word, Word).Sample((local, host, zone) =>
        EmailAddress.TryParse($"{local}@{host}.{zone}x", out var email) && email.Address == $"{local}@{host}.{zone}x");

    [Fact]
    public void No_text_whatever_throws_and_what_is_read_is_plain_ascii_and_is_read_again() =>
        Gen.Select(TypedText.Hostile, TypedText.Hostile, Gen.Bool).Sample((one, two, wrapped) =>
            !EmailAddress.TryParse(wrapped ? $"a{one}@b{two}.th" : one, out var email)
            || (email.Address.All(c => c is > ' ' and < '\u007F') && EmailAddress.TryParse(email.Address, out var again) && again == email),
            iter: 20_000);
}
