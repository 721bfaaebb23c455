using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Songthang.Domain.Spam;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Spam;

namespace Songthang.Web.Features.Reporting;

/// <summary>What the report page got besides the report, which tells people from machines.</summary>
/// <param name="Sender">Network address, as one subscriber.</param>
/// <param name="Trap">The field that people do not see.</param>
/// <param name="FormTime">Of <see cref="Reporting.FormTime"/>.</param>
/// <param name="Proof">Of <see cref="ProofOfWork"/>; empty when there is none.</param>
/// <param name="WasAsked">The browser was asked for a proof before.</param>
public sealed record SentForm(string Sender, string? Trap, string? FormTime, string? Proof, bool WasAsked);

/// <summary>What comes of it.</summary>
/// <param name="Verdict">Where the report goes.</param>
/// <param name="Score">Why.</param>
/// <param name="Counted">What is to be counted, once, with whatever becomes of it.</param>
public sealed record Judgement(SpamVerdict Verdict, SpamScore Score, IReadOnlyList<Pour> Counted);

/// <summary>Judges whether a person sent a report. Looks and counts nothing yet.</summary>
public sealed partial class JudgeReport(Buckets buckets, FormTime times, ProofOfWork proofs, IOptions<SpamLimits> limits)
{
    public async Task<Judgement> RunAsync(NewReport report, SentForm sent, DateTime now, CancellationToken cancellationToken)
    {
        var words = $"{report.Symptom} {report.Place.Landmark}";
        var pours = limits.Value.Pours(sent.Sender, report.Requester.Phone, report.Requester.Email, ThaiText.Fold(words));
        var full = await buckets.LookAsync(pours, HoldReport.Overflow, now, cancellationToken);
        var score = SpamScore.Of(new(
            !string.IsNullOrEmpty(sent.Trap), times.Age(sent.FormTime, report.FormKey, now), TimeSpan.FromSeconds(limits.Value.QuickSeconds),
            Full("report-sender"), Full("report-phone"), Full("report-email"), Full("report-words"), Full("report"), Link().Count($"{words} {report.Requester.Name}")));
        return new(score.Judge(proofs.Holds(sent.Proof, report.FormKey, now), sent.WasAsked), score, pours);

        // With this one.
        double Full(string kind) => pours.FirstOrDefault(pour => pour.Kind == kind) is { } pour ? full[kind] + (pour.Amount / pour.Size.Amount) - 1e-9 : 0;
    }

    [GeneratedRegex(@"https?://|www\.|<a\s|\[url", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
