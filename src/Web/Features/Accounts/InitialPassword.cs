using System.Security.Cryptography;

namespace Songthang.Web.Features.Accounts;

/// <summary>A password for one telephone call: four groups without letters and digits that are mistaken for each other.</summary>
static class InitialPassword
{
    const string Signs = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>How long it can be used: a colleague who is away for a week asks for another.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(7);

    public static string Create() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Signs, 4)));
}
