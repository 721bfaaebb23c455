namespace Songthang.Domain.Settings;

/// <summary>How the office wants its papers.</summary>
/// <param name="ThaiDigits">Numbers and dates in Thai digits, as ordinary correspondence has them; otherwise 0–9.</param>
/// <param name="ReceiveNumbers">Where the receive number (เลขรับ) in the form's stamp box comes from.</param>
/// <param name="SignerName">Who signs letters; empty for one to be written in.</param>
/// <param name="SignerPosition">Position of who signs letters; may be empty.</param>
/// <param name="Garuda">Key of the authority's own picture of the Garuda in the photo store; empty for none. Set in the program only.</param>
public sealed record PaperSettings(
    bool ThaiDigits = true, ReceiveNumbers ReceiveNumbers = ReceiveNumbers.Blank, string SignerName = "", string SignerPosition = "", string Garuda = "");

/// <summary>Where receive numbers come from. The registry's numbers begin anew each calendar year (ระเบียบงานสารบรรณ 2526).</summary>
public enum ReceiveNumbers
{
    /// <summary>The box stays empty for the registry's stamp.</summary>
    Blank,

    /// <summary>An officer types what the registry gave.</summary>
    Typed,

    /// <summary>The program keeps the register: the next number is taken when the form is first printed.</summary>
    Kept,
}
