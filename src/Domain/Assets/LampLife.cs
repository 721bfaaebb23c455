namespace Songthang.Domain.Assets;

/// <summary>How long the lamp of a pole is expected to last.</summary>
public static class LampLife
{
    /// <summary>The day by which it is expected to end; null when the day of its installation or the years are unknown.</summary>
    /// <param name="installedOn">The day of the installation.</param>
    /// <param name="ownYears">What is said of this very lamp.</param>
    /// <param name="yearsOfKind">What the settings say of its kind.</param>
    public static DateOnly? End(DateOnly? installedOn, int? ownYears, int? yearsOfKind) =>
        (ownYears ?? yearsOfKind) is { } years ? installedOn?.AddYears(years) : null;
}
