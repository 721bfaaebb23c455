using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.Figures;
using Songthang.Domain.Geography;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Figures;

namespace Songthang.Web.Features.Statistics;

/// <summary>The public's figures with more cuts, for the office.</summary>
[Authorize(Policy = Policies.Readers)]
public sealed class IndexModel(
    FiguresQuery query, WorkFiguresQuery work, Province province, FaultTypes faults, CurrentSettings settings, TimeProvider time) : PageModel
{
    public PeriodChoice Choice { get; private set; } = null!;

    /// <summary>Null when the address asks for what cannot be.</summary>
    public PeriodFigures? Figures { get; private set; }

    public WorkFigures Work { get; private set; } = null!;

    public FigureLinks Links => new(Choice.Of!);

    /// <summary>The month whose report is offered: the chosen one, else the last that is over.</summary>
    public Period ReportMonth => Choice.Of?.Period is { Code: var code } chosen && code.Contains('m', StringComparison.Ordinal)
        ? chosen
        : Period.Month(Choice.Today.AddMonths(-1));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Choice = PeriodChoice.Read(Request.Query, time.GetUtcNow().UtcDateTime, province, faults);
        if (Choice.Of is { } of)
        {
            Figures = await query.RunAsync(of, cancellationToken);
            Work = await work.RunAsync(of.Period, cancellationToken);
        }
        else
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return Page();
    }

    public ShownTable Months => new("months", Say.T("รายเดือน", "By month"), Say.T("เดือน", "Month"),
    [
        .. Figures!.Months.Select(line => (line, Month: int.Parse(line.Key, CultureInfo.InvariantCulture)))
            .Select(of => new ShownLine(FigureWords.Month(of.Month), of.line, Links.InMonth(of.Month))),
    ]);

    public ShownTable Amphoes => new("amphoes", Say.T("ตามอำเภอ", "By amphoe"), Say.T("อำเภอ", "Amphoe"),
        [.. Figures!.Amphoes.Select(line => new ShownLine(AmphoeName(line.Key), line, Links.InAmphoe(line.Key)))]);

    public ShownTable Faults => new("faults", Say.T("ตามอาการชำรุด", "By fault"), Say.T("อาการ", "Fault"),
        [.. Figures!.Faults.Select(line => new ShownLine(Say.T(faults.NameOf(line.Key)), line, Links.OfFault(line.Key)))]);

    public ShownTable Channels => new("channels", Say.T("ตามช่องทางที่แจ้ง", "By channel"), Say.T("ช่องทาง", "Channel"),
        [.. Figures!.Channels.Select(line => new ShownLine(Say.T(ChannelName(line.Key)), line, null))], HasWork: false);

    public string CrewName(string code) => Say.T(settings.Get(Topics.Crews).Find(code)?.Name ?? new Phrase(code, code));

    public string CauseName(string code) => code.Length == 0
        ? Say.T("ไม่ได้ระบุ", "Not said")
        : Say.T(settings.Get(Topics.Causes).Find(code)?.Name ?? new Phrase(code, code));

    /// <summary>How a report came in.</summary>
    public static Phrase ChannelName(string channel) => channel switch
    {
        nameof(IntakeChannel.Web) => new("หน้าแจ้งเหตุบนเว็บไซต์", "Web page"),
        nameof(IntakeChannel.Line) => new("LINE", "LINE"),
        nameof(IntakeChannel.Phone) => new("โทรศัพท์", "Telephone"),
        nameof(IntakeChannel.Counter) => new("ติดต่อด้วยตนเอง", "At the counter"),
        nameof(IntakeChannel.Open311) => new("โปรแกรมอื่น (Open311)", "Another program (Open311)"),
        _ => new(channel, channel),
    };

    string AmphoeName(string code) => province.Amphoes.FirstOrDefault(amphoe => amphoe.Code == code)?.Name(Say.Language)
        ?? Say.T("ไม่ทราบอำเภอ", "Amphoe not known");
}
