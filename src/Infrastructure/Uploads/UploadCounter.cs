using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Songthang.Domain;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Spam;

namespace Songthang.Infrastructure.Uploads;

/// <summary>Counts files and their bytes before anything is done with them, for all nodes together.</summary>
/// <param name="buckets">Count.</param>
/// <param name="sender">Who sends them.</param>
/// <param name="quota">How many there may be.</param>
/// <param name="log">Takes down what was refused, without its name or sender.</param>
public sealed class UploadCounter(Buckets buckets, UploadSender sender, IOptions<UploadQuota> quota, ILogger<UploadCounter> log)
{
    /// <summary>Code of the rule that a day has so many files.</summary>
    public const string Reached = "upload.quota";

    /// <summary>After how long it is worth trying again.</summary>
    public const string RetryAfterSeconds = "3600";

    const double Megabyte = 1024 * 1024;

    static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Counts one file.</summary>
    /// <param name="content">The file; only its length is asked for.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="RuleBroken"><see cref="Reached"/>.</exception>
    public async Task CountAsync(Stream content, DateTime now, CancellationToken cancellationToken)
    {
        var size = Math.Max(1, content.CanSeek ? content.Length : 0) / Megabyte;
        List<Pour> pours =
        [
            new("files", "", 1, new(quota.Value.Files, Day)), new("megabytes", "", size, new(quota.Value.Megabytes, Day)),
        ];
        if (sender.Name.Length > 0)
        {
            pours.Add(new("sender-files", sender.Name, 1, new(quota.Value.SenderFiles, Day)));
            pours.Add(new("sender-megabytes", sender.Name, size, new(quota.Value.SenderMegabytes, Day)));
        }

        if (await buckets.PourAsync(pours, overflow: 1, now, cancellationToken) is { Count: > 0 } full)
        {
            var names = string.Join(", ", full.Order(StringComparer.Ordinal));
            log.LogWarning("A file is refused: {Full} of the day are used up", names);
            throw new RuleBroken(Reached, new Phrase(
                "วันนี้มีการส่งไฟล์มากเกินกำหนดแล้ว กรุณาส่งเรื่องโดยไม่แนบไฟล์ หรือลองใหม่ในอีกไม่กี่ชั่วโมง",
                "Too many files were sent today. Please send the form without the file, or try again in a few hours."));
        }
    }

    /// <summary>Lets those who send files of one form take turns: until the transaction of the caller ends, the others wait.</summary>
    public Task TakeTurnAsync(string formKey, DateTime now, CancellationToken cancellationToken) =>
        buckets.PourAsync([new("form-files", formKey, 1, new(1_000_000, Day))], overflow: 1, now, cancellationToken);

    /// <summary>Takes down why a file was refused, and nothing else of it.</summary>
    public void Note(RuleBroken rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        log.LogInformation("A file is refused: {Code}", rule.Code);
    }
}
