using Songthang.Domain.Thai;

namespace Songthang.Web.Features.Accounts;

/// <summary>What a user name may look like: short, lower case, the same on every keyboard.</summary>
static class UserNames
{
    public const string Characters = "abcdefghijklmnopqrstuvwxyz0123456789._-";
    const int Shortest = 3;
    const int Longest = 32;

    public static Phrase Advice { get; } = new(
        $"ชื่อผู้ใช้ต้องเป็นตัวอักษร a–z ตัวเลข จุด ขีด {Shortest}–{Longest} ตัว และขึ้นต้นด้วยตัวอักษร",
        $"A user name has {Shortest} to {Longest} characters: a–z, digits, dots and dashes, and begins with a letter.");

    /// <summary>As it is stored and compared.</summary>
    public static string Clean(string? typed) => (typed ?? "").Trim().ToLowerInvariant();

    public static bool IsFit(string name) =>
        name.Length is >= Shortest and <= Longest && char.IsAsciiLetter(name[0]) && name.All(Characters.Contains);
}
