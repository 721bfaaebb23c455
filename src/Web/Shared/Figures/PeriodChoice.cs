using Songthang.Domain.Figures;
using Songthang.Domain.Geography;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.Thai;

namespace Songthang.Web.Shared.Figures;

/// <summary>Which figures an address asks for, and what its form offers.</summary>
/// <param name="Code">The chosen period's code, or <see cref="Freely"/>.</param>
/// <param name="From">First day as typed.</param>
/// <param name="To">Last day as typed.</param>
/// <param name="Only"><c>a</c> and an amphoe, or <c>f</c> and a fault type; empty for all.</param>
/// <param name="Of">What is asked for; null when that is wrong.</param>
/// <param name="Mistake">What is wrong with it, in words; null when nothing is.</param>
/// <param name="Today">The day in Bangkok.</param>
public sealed record PeriodChoice(string Code, string From, string To, string Only, FiguresOf? Of, string? Mistake, DateOnly Today)
{
    /// <summary>Stands for days chosen freely.</summary>
    public const string Freely = "free";

    const int Years = 6, Quarters = 8, LastMonths = 24;

    /// <summary>Reads an address; the present fiscal year when it names no period.</summary>
    public static PeriodChoice Read(IQueryCollection query, DateTime now, Province province, FaultTypes faults)
    {
        var today = ThaiDates.BangkokDate(now);
        var (code, from, to) = (query["period"].ToString().Trim(), query["from"].ToString().Trim(), query["to"].ToString().Trim());
        if (code.Length == 0)
            code = (from + to).Length > 0 ? Freely : Period.FiscalYear(ThaiDates.FiscalYear(today)).Code;
        var only = query["only"].ToString();
        var amphoe = only.StartsWith('a') ? province.Amphoes.FirstOrDefault(known => known.Code == only[1..])?.Code ?? "" : "";
        var fault = only.StartsWith('f') ? faults.Find(only[1..])?.Code ?? "" : "";
        var (period, mistake) = code == Freely ? Free(TypedDay.Read(from), TypedDay.Read(to)) : (Period.Read(code), UnknownPeriod);
        return new(code, from, to, amphoe.Length + fault.Length > 0 ? only : "",
            period is null ? null : new(period, amphoe, fault), period is null ? mistake : null, today);
    }

    static string UnknownPeriod => Say.T("ไม่รู้จักช่วงเวลานี้ กรุณาเลือกจากรายการ", "This period is not known. Please choose one from the list.");

    static (Period? Period, string? Mistake) Free(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        (null, _) or (_, null) => (null, Say.T("กรุณาระบุวันเริ่มต้นและวันสิ้นสุดให้ครบ", "Please give the first and the last day.")),
        var (first, last) when first > last => (null, Say.T("วันสิ้นสุดต้องไม่อยู่ก่อนวันเริ่มต้น", "The last day cannot be before the first.")),
        var (first, last) when last.Value.DayNumber - first.Value.DayNumber >= Period.MostDays =>
            (null, Say.T("เลือกได้ไม่เกิน 10 ปี กรุณาเลือกช่วงที่สั้นลง", "Please choose ten years at most.")),
        var (first, last) => (Period.Free(first.Value, last.Value), null),
    };

    /// <summary>The same as a query, such as <c>?period=2570</c>.</summary>
    public string Query => QueryString.Create(new (string Name, string Value)[]
    {
        ("period", Code), ("from", Code == Freely ? From : ""), ("to", Code == Freely ? To : ""), ("only", Only),
    }.Where(part => part.Value.Length > 0).Select(part => KeyValuePair.Create<string, string?>(part.Name, part.Value))).ToString();

    /// <summary>What the form offers, in groups; the chosen one too.</summary>
    public IReadOnlyList<(string Group, IReadOnlyList<Period> Periods)> Offered
    {
        get
        {
            var year = ThaiDates.FiscalYear(Today);
            var quarter = (Today.Month + 2) % 12 / 3;
            var years = Enumerable.Range(0, Years).Select(back => Period.FiscalYear(year - back)).ToList();
            var quarters = Enumerable.Range(0, Quarters).Select(back => year * 4 + quarter - back).Select(number => Period.Quarter(number / 4, number % 4 + 1)).ToList();
            var months = Enumerable.Range(0, LastMonths).Select(back => Period.Month(Today.AddMonths(-back))).ToList();
            if (Of?.Period is { Code.Length: > 0 } chosen && !years.Concat(quarters).Concat(months).Any(period => period.Code == chosen.Code))
                years.Add(chosen);
            return [(Say.T("ปีงบประมาณ", "Fiscal year"), years), (Say.T("ไตรมาส", "Quarter"), quarters), (Say.T("เดือน", "Month"), months)];
        }
    }
}
