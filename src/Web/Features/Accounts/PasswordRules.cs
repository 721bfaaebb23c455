using System.Text;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Accounts;

/// <summary>
/// What makes a password fit: length, and not being one that everybody tries first. Nothing about digits or signs,
/// which only makes people write them down (NIST SP 800-63B, OWASP ASVS 5.0 section 6.2).
/// </summary>
public static class PasswordRules
{
    public const int Shortest = 12;
    public const int Longest = 128;

    /// <summary>Known to the whole world from the README: good in the demo alone.</summary>
    public const string DemoPassword = "songthang-demo-2569";

    /// <summary>Letters that must remain once the words anybody would guess are taken away.</summary>
    const int LeastOwn = 5;

    static readonly HashSet<string> Common = ReadCommon();

    // Longer before shorter, so that a short word does not break up a long one.
    static readonly string[] Obvious =
    [
        "streetlight", "phranakhon", "ayutthaya", "songthang", "administrator", "password", "ส่องทาง", "อยุธยา",
        "รหัสผ่าน", "officer", "director", "กองช่าง", "เจ้าหน้าที่", "aypao", "admin", "อบจ", "crew", "demo",
    ];

    public static Phrase Hint { get; } = new(
        $"อย่างน้อย {Shortest} ตัวอักษร ใช้ภาษาไทยและเว้นวรรคได้ เช่น คำหลายคำที่ท่านจำง่ายแต่คนอื่นเดายาก",
        $"At least {Shortest} characters; several words that only you would put together are easy to remember.");

    public static Phrase DemoOnly { get; } = new(
        "รหัสผ่านนี้ใช้ได้เฉพาะระบบสาธิต กรุณาใช้รหัสผ่านของท่าน หรือติดต่อผู้ดูแลระบบ",
        "This password works in the demo only. Please use your own, or ask the administrator.");

    /// <summary>What is wrong with a new password, or null when it is fit.</summary>
    /// <param name="password">As typed.</param>
    /// <param name="names">User name and name of the account, which anybody would try.</param>
    /// <param name="isDemo">Whether this is the demo, where <see cref="DemoPassword"/> is allowed.</param>
    public static Phrase? Problem(string password, IEnumerable<string> names, bool isDemo)
    {
        // Counted before anything else is done to it: the work below must stay bounded.
        if (password.Length > 4 * Longest || password.EnumerateRunes().Count() > Longest)
            return new Phrase($"รหัสผ่านยาวเกินไป (ไม่เกิน {Longest} ตัวอักษร)", $"The password is too long (at most {Longest} characters).");
        var normal = Normal(password);
        if (normal.EnumerateRunes().Count() < Shortest)
            return new Phrase($"รหัสผ่านสั้นเกินไป กรุณาใช้อย่างน้อย {Shortest} ตัวอักษร", $"The password is too short. Please use at least {Shortest} characters.");
        if (IsDemoPassword(password)) return isDemo ? null : DemoOnly;
        if (Common.Contains(normal) || BreachedPasswords.Contain(normal) || IsPattern(normal))
            return new Phrase("รหัสผ่านนี้มีผู้ใช้บ่อย คาดเดาได้ง่าย กรุณาใช้รหัสผ่านอื่น", "Many people use this password, so it is easily guessed. Please choose another.");
        if (IsAround(normal, [.. names.Select(Normal), .. Obvious]))
            return new Phrase("รหัสผ่านนี้มาจากชื่อของท่านหรือชื่อระบบ คาดเดาได้ง่าย กรุณาใช้รหัสผ่านอื่น", "This password is made of your name or the service's, so it is easily guessed. Please choose another.");
        return null;
    }

    /// <summary>What anybody would try first at this account.</summary>
    public static IEnumerable<string> NamesOf(OfficerAccount account) => [account.UserName ?? "", .. account.DisplayName.Split(' ')];

    public static bool IsDemoPassword(string password) => string.Equals(password, DemoPassword, StringComparison.OrdinalIgnoreCase);

    static string Normal(string text) => text.Normalize(NormalizationForm.FormC).ToLowerInvariant();

    /// <summary>One short piece again and again, or neighbours in a row: <c>abcabcabcabc</c>, <c>123456789012</c>.</summary>
    static bool IsPattern(string text)
    {
        for (var length = 1; length <= 4; length++)
            if (Enumerable.Range(length, text.Length - length).All(i => text[i] == text[i - length])) return true;
        return Enumerable.Range(1, text.Length - 1).Count(i => Math.Abs(text[i] - text[i - 1]) == 1) >= text.Length - 2;
    }

    static bool IsAround(string text, IEnumerable<string> words)
    {
        var rest = words.Where(word => word.Length >= 3).OrderByDescending(word => word.Length)
            .Aggregate(text, (left, word) => left.Replace(word, " ", StringComparison.Ordinal));
        return rest.Length < text.Length && rest.Count(char.IsLetter) < LeastOwn;
    }

    static HashSet<string> ReadCommon()
    {
        using var file = typeof(PasswordRules).Assembly.GetManifestResourceStream("common-passwords.txt")
            ?? throw new InvalidOperationException("The list of common passwords is missing from the program.");
        using var reader = new StreamReader(file);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => line[0] != '#').Select(Normal)];
    }
}
