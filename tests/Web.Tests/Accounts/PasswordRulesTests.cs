using Songthang.Web.Features.Accounts;

namespace Songthang.Web.Tests.Accounts;

public class PasswordRulesTests
{
    static string? Problem(string password, bool isDemo = false) =>
        PasswordRules.Problem(password, ["somchai", "สมชาย", "ใจดี"], isDemo)?.English;

    [Theory]
    [InlineData("correct donkey 7")]
    [InlineData("ม้าแดงกระโดดข้ามรั้ว")]
    [InlineData("kmtr-7x3p-ab9z-qq2w")]
    [InlineData("อยุธยาฝนตกน้ำท่วมปลาว่าย")]
    [InlineData("🐘🐘🍚🌧🛺🌶🥭🐟🏯🌊🎋🎏")]
    public void What_only_its_owner_would_think_of_is_fit(string password) => Assert.Null(Problem(password));

    [Theory]
    [InlineData("", "short")]
    [InlineData("สั้นมากไป", "short")]
    [InlineData("Password123456", "Many people")]
    [InlineData("1qaz2wsx3edc4rfv", "Many people")]
    [InlineData("aaaaaaaaaaaaaaaa", "Many people")]
    [InlineData("abcabcabcabcabc", "Many people")]
    [InlineData("345678901234567", "Many people")]
    [InlineData("abcdefghijklmn", "Many people")]
    [InlineData("somchai-2569-!!", "your name")]
    [InlineData("สมชายใจดี 2569", "your name")]
    [InlineData("Songthang2026!", "your name")]
    [InlineData("ส่องทางอยุธยา 69", "your name")]
    [InlineData("Admin@Ayutthaya1", "your name")]
    [InlineData("songthang-demo-2569", "demo only")]
    [InlineData("Songthang-Demo-2569", "demo only")]
    public void What_anybody_would_try_is_refused(string password, string words) =>
        Assert.Contains(words, Problem(password)!, StringComparison.Ordinal);

    [Theory]
    [InlineData("lpz93sssKqw8Q")]
    [InlineData("TomSawyer123")]
    [InlineData("Telechargement")]
    public void What_was_stolen_elsewhere_is_refused_although_it_looks_fit(string password) =>
        Assert.Contains("Many people", Problem(password)!, StringComparison.Ordinal);

    [Fact]
    public void The_longest_password_has_128_characters_however_many_bytes()
    {
        var letters = string.Concat(Enumerable.Range(0, 128).Select(i => (char)('ก' + (i * 7 % 40))));

        Assert.Null(Problem(letters));
        Assert.Contains("too long", Problem(letters + "ก")!, StringComparison.Ordinal);
        Assert.Contains("too long", Problem("a" + new string('\u0301', 1_000_000))!, StringComparison.Ordinal);
    }

    [Fact]
    public void The_demo_may_use_its_own_password() => Assert.Null(Problem(PasswordRules.DemoPassword, isDemo: true));
}
