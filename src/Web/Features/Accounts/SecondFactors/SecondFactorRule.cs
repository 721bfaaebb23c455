using Songthang.Domain.Officers;

namespace Songthang.Web.Features.Accounts.SecondFactors;

/// <summary>Who must have a second factor.</summary>
public enum SecondFactorOf
{
    /// <summary>Administrators: they can make accounts and change every setting.</summary>
    Administrators,

    /// <summary>Every account.</summary>
    Everyone,

    /// <summary>Nobody must; everybody may. For trials.</summary>
    Nobody,
}

/// <summary>Who must have a second factor here: a setting; in the demo nobody, whose passwords everybody knows anyway.</summary>
public sealed record SecondFactorRule(SecondFactorOf Of)
{
    public const string Key = "Songthang:SecondFactor";

    /// <summary>Whether the setting says nothing, or something that it may say.</summary>
    public static bool IsKnown(string? said) =>
        string.IsNullOrEmpty(said) || (Enum.TryParse<SecondFactorOf>(said, ignoreCase: true, out var of) && Enum.IsDefined(of));

    /// <summary>What the setting says; what it may not say counts as nothing, and the program does not start with it.</summary>
    public static SecondFactorRule Read(IConfiguration configuration, bool isDemo) =>
        configuration[Key] is { Length: > 0 } said && IsKnown(said) ? new(Enum.Parse<SecondFactorOf>(said, ignoreCase: true))
        : new(isDemo ? SecondFactorOf.Nobody : SecondFactorOf.Administrators);

    public bool IsDemandedOf(OfficerRole role) =>
        Of == SecondFactorOf.Everyone || (Of == SecondFactorOf.Administrators && role == OfficerRole.Administrator);
}
