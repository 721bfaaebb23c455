using Songthang.Domain.Geography;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceLevels;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Outbox;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Warning;

/// <summary>A request and the warnings that are due for it now.</summary>
public sealed record WarnedRequest(ServiceRequest Request, IReadOnlyList<StepWarning> Warnings)
{
    /// <summary>The warnings of a kind; what is over is no longer near.</summary>
    public IEnumerable<StepWarning> Of(WarningKind kind) => Warnings.Where(warning => warning.Kind == kind
        && (kind != WarningKind.Near || Warnings.All(other => other.Step != warning.Step || other.Kind == WarningKind.Near)));
}

/// <summary>What officers and the director read of steps that run out of time.</summary>
public sealed class WarningWords(Province province, FaultTypes faults)
{
    /// <summary>Longer lists are nobody's reading; the link leads to all of them.</summary>
    public const int MostLines = 20;

    /// <summary>The letter; null when there is nothing to say.</summary>
    public StaffLetter? ToOfficers(IReadOnlyList<WarnedRequest> warned)
    {
        var over = Lines(warned, WarningKind.Over);
        var near = Lines(warned, WarningKind.Near);
        if (over.Count + near.Count == 0)
            return null;
        var subject = string.Join(" · ", new[]
        {
            over.Count > 0 ? $"เกินกำหนด {over.Count} เรื่อง" : "",
            near.Count > 0 ? $"ใกล้กำหนด {near.Count} เรื่อง" : "",
        }.Where(words => words.Length > 0));
        return new(
            subject,
            [
                over.Count > 0 ? "ขั้นตอนต่อไปนี้เกินกำหนดแล้ว กรุณาดำเนินการ" : "", Cut(over),
                near.Count > 0 ? "ขั้นตอนต่อไปนี้ใช้เวลาไปแล้วร้อยละ 80 ของกำหนด" : "", Cut(near),
            ],
            over.Count > 0 ? $"{Links.Inbox}?view=overdue" : $"{Links.Inbox}?sort=due",
            "เปิดกล่องเรื่องแจ้ง");
    }

    /// <summary>The letter; null when there is nothing to say.</summary>
    public StaffLetter? ToDirector(IReadOnlyList<WarnedRequest> warned)
    {
        var lines = Lines(warned, WarningKind.LongOver);
        return lines.Count == 0 ? null : new(
            $"เกินกำหนดมาแล้ว {StepWarnings.LongOverDays} วัน {lines.Count} เรื่อง",
            [$"เรื่องต่อไปนี้เกินกำหนดมาแล้ว {StepWarnings.LongOverDays} วัน จึงเรียนมาเพื่อโปรดทราบ", Cut(lines)],
            $"{Links.Inbox}?view=overdue",
            "ดูเรื่องที่เกินกำหนด");
    }

    /// <summary>A request as one line of a letter, without anything of who reported.</summary>
    public string Line(string reference, string faultCode, string road, string tambonCode, string what) => string.Join(" · ", new[]
    {
        reference, faults.NameOf(faultCode).Thai, $"{road} {province.Find(tambonCode)?.FullName("th")}".Trim(), what,
    }.Where(part => part.Length > 0));

    /// <summary>The first of them, and how many more there are.</summary>
    public static string Cut(IReadOnlyList<string> lines) => string.Join('\n', lines.Take(MostLines))
        + (lines.Count > MostLines ? $"\nและอีก {lines.Count - MostLines} เรื่อง" : "");

    List<string> Lines(IEnumerable<WarnedRequest> warned, WarningKind kind) =>
    [
        .. from it in warned
           let steps = it.Of(kind).ToList()
           where steps.Count > 0
           select Line(it.Request.Reference, it.Request.FaultCode, it.Request.Place.Road, it.Request.Place.TambonCode, Steps(steps)),
    ];

    static string Steps(IEnumerable<StepWarning> warnings) => string.Join(", ", warnings.Select(warning =>
        $"ขั้นที่ {(int)warning.Step} {warning.Step.Name().Thai} (ครบกำหนด {ThaiDates.ShortDateAndTime(warning.DueAt)})"));
}
