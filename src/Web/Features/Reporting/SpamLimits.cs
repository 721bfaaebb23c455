using Songthang.Infrastructure.Spam;

namespace Songthang.Web.Features.Reporting;

/// <summary>How much looks like people. All nodes count together; the points of each sign stand in <see cref="Domain.Spam.SpamScore"/>.</summary>
public sealed class SpamLimits
{
    public const string Section = "Songthang:Spam";

    /// <summary>Nobody fills in the form faster, seconds; 0 leaves it out.</summary>
    public double QuickSeconds { get; init; } = 4;

    /// <summary>Reports of one network address within an hour.</summary>
    public double SenderPerHour { get; init; } = 60;

    /// <summary>Reports with one telephone number within a day.</summary>
    public double PhonePerDay { get; init; } = 10;

    /// <summary>Reports with one email address within a day.</summary>
    public double EmailPerDay { get; init; } = 10;

    /// <summary>Reports with the very same words of some length within a day.</summary>
    public double WordsPerDay { get; init; } = 5;

    /// <summary>All reports together within an hour.</summary>
    public double EveryonePerHour { get; init; } = 400;

    /// <summary>Rounds of PBKDF2 for each try of a proof; about 256 tries find one.</summary>
    public int ProofRounds { get; init; } = 5_000;

    /// <summary>Whether every number can be counted with.</summary>
    public bool IsSound => QuickSeconds >= 0 && ProofRounds is >= 1 and <= 1_000_000
        && new[] { SenderPerHour, PhonePerDay, EmailPerDay, WordsPerDay, EveryonePerHour }.All(limit => limit > 0);

    /// <summary>What a report is counted under.</summary>
    /// <param name="sender">Its network address, as one subscriber.</param>
    /// <param name="phone">Digits; may be empty.</param>
    /// <param name="email">Address; may be empty.</param>
    /// <param name="words">What was written, folded; counted when it is long enough to be no coincidence.</param>
    public IReadOnlyList<Pour> Pours(string sender, string phone, string email, string words)
    {
        var (hour, day) = (TimeSpan.FromHours(1), TimeSpan.FromDays(1));
        var pours = new List<Pour> { new("report", "", 1, new(EveryonePerHour, hour)), new("report-sender", sender, 1, new(SenderPerHour, hour)) };
        if (phone.Length > 0)
            pours.Add(new("report-phone", phone, 1, new(PhonePerDay, day)));
        if (email.Length > 0)
            pours.Add(new("report-email", email.ToLowerInvariant(), 1, new(EmailPerDay, day)));
        if (words.Length >= ManyWords)
            pours.Add(new("report-words", words, 1, new(WordsPerDay, day)));
        return pours;
    }

    /// <summary>Shorter words are the same by chance: "ไฟดับ".</summary>
    const int ManyWords = 25;
}
