namespace Songthang.Web.Features.Accounts;

/// <summary>What a user name may look like: short, lower case, the same on every keyboard.</summary>
static class UserNames
{
    public const string Characters = "abcdefghijklmnopqrstuvwxyz0123456789._-";
    const int Shortest = 3;
    const int Longest = 32;

    /// <summary>As it is stored and compared.</summary>
    public static string Clean(string? typed) => (typed ?? "").Trim().ToLowerInvariant();

    public static bool IsFit(string name) =>
        name.Length is >= Shortest and <= Longest && char.IsAsciiLetter(name[0]) && name.All(Characters.Contains);
}
