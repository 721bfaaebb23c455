namespace Songthang.Domain.Spam;

/// <summary>What tells a report that a machine sent from one of a person. How full something is: 0 is empty, 1 and above is full.</summary>
/// <param name="FilledTrap">A field was filled in that people do not see.</param>
/// <param name="Taken">How long the form was open, by its own signed time; null when there is none, or one of another form.</param>
/// <param name="Quick">Nobody fills in the form faster than this.</param>
/// <param name="Sender">How full the count of the network address is: of IPv6 its first 64 bits.</param>
/// <param name="Phone">How full the count of the telephone number is.</param>
/// <param name="Email">How full the count of the email address is.</param>
/// <param name="Words">How full the count of these very words is, when there are many of them.</param>
/// <param name="Everyone">How full the count of all reports together is.</param>
/// <param name="Links">How many addresses of the web are among the words.</param>
public sealed record SpamSigns(
    bool FilledTrap, TimeSpan? Taken, TimeSpan Quick, double Sender, double Phone, double Email, double Words, double Everyone, int Links);

/// <summary>What is done with a report.</summary>
public enum SpamVerdict
{
    /// <summary>It goes to the inbox.</summary>
    Pass,

    /// <summary>The browser is asked to compute something first; one that cannot has it held.</summary>
    Prove,

    /// <summary>An officer looks at it before it goes anywhere.</summary>
    Hold,
}

/// <summary>
/// The score of a report: each sign has its points, and nothing else counts. No sign ever throws a report away; the rules and why stand in
/// docs/security-and-privacy.md.
/// </summary>
/// <param name="Points">Sum of the points.</param>
/// <param name="OfContent">Those of what was filled in, which no computing settles.</param>
/// <param name="Signs">Codes of the signs that were seen, heaviest first.</param>
public sealed record SpamScore(int Points, int OfContent, IReadOnlyList<string> Signs)
{
    /// <summary>From here on the browser is asked to compute.</summary>
    public const int High = 60;

    /// <summary>From here on what was filled in alone has it held.</summary>
    public const int HeldFrom = 100;

    const int MostLinks = 2;

    /// <summary>The score of what was seen.</summary>
    public static SpamScore Of(SpamSigns seen)
    {
        List<(string Code, int Points, bool IsContent)> signs =
        [
            ("trap", seen.FilledTrap ? 100 : 0, true),
            ("no-time", seen.Taken is null ? 60 : 0, false),
            // The time is signed: one that lies ahead says that our clock was set back, and nothing of the sender.
            ("quick", seen.Taken >= TimeSpan.Zero && seen.Taken < seen.Quick ? 60 : 0, false),
            ("everyone", seen.Everyone >= 1 ? 60 : 0, false),
            ("words", seen.Words >= 1 ? 40 : 0, true),
            ("phone", seen.Phone >= 1 ? 40 : 0, false),
            ("email", seen.Email >= 1 ? 40 : 0, false),
            ("sender", seen.Sender >= 1 ? 30 : 0, false),
            ("links", Math.Min(seen.Links, MostLinks) * 30, true),
        ];
        var found = signs.Where(sign => sign.Points > 0).OrderByDescending(sign => sign.Points).ToList();
        return new(found.Sum(sign => sign.Points), found.Where(sign => sign.IsContent).Sum(sign => sign.Points), found.ConvertAll(sign => sign.Code));
    }

    /// <summary>What is done with it.</summary>
    /// <param name="hasProof">The browser has computed what it was asked for.</param>
    /// <param name="cannotProve">It was asked and sends the form without.</param>
    public SpamVerdict Judge(bool hasProof, bool cannotProve) =>
        OfContent >= HeldFrom ? SpamVerdict.Hold
        : Points < High || hasProof ? SpamVerdict.Pass
        : cannotProve ? SpamVerdict.Hold : SpamVerdict.Prove;
}
