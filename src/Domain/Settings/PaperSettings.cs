namespace Songthang.Domain.Settings;

/// <summary>How the office wants its papers.</summary>
/// <param name="ThaiDigits">Numbers and dates in Thai digits, as ordinary correspondence has them; otherwise 0–9.</param>
public sealed record PaperSettings(bool ThaiDigits = true);
