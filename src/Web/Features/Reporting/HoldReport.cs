using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Spam;

namespace Songthang.Web.Features.Reporting;

/// <summary>Keeps a report until an officer has looked at it. The same form held again is one.</summary>
public sealed class HoldReport(AppDb db, Buckets buckets, ILogger<HoldReport> log)
{
    /// <summary>How far above full is counted: a flood must not shut the door for days.</summary>
    public const double Overflow = 2;

    /// <param name="report">What was sent; its photos go on waiting for its form.</param>
    /// <param name="judgement">Why.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task RunAsync(NewReport report, Judgement judgement, DateTime now, CancellationToken cancellationToken)
    {
        var signs = string.Join(' ', judgement.Score.Signs);
        await using var transaction = await db.BeginAsync(cancellationToken);
        if (await db.HeldReports.AnyAsync(held => held.FormKey == report.FormKey, cancellationToken))
            return;
        await buckets.PourAsync(judgement.Counted, Overflow, now, cancellationToken);
        db.HeldReports.Add(new HeldReport
        {
            FormKey = report.FormKey,
            Report = JsonSerializer.Serialize(report),
            Signs = signs,
            Score = judgement.Score.Points,
            Phone = report.Requester.Phone,
            Email = report.Requester.Email.ToLowerInvariant(),
            At = now,
        });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        log.LogInformation("A report is held: {Score} points for {Signs}", judgement.Score.Points, signs);
    }
}
