using Songthang.Domain.Figures;
using Songthang.Domain.ServiceLevels;
using Songthang.Domain.Settings;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Papers;

namespace Songthang.Web.Tests.Papers;

/// <summary>The report of a month's results as it was looked at and found right; see <see cref="LookTests"/>.</summary>
public sealed class MonthlyReportTests
{
    const double Tolerance = 1.2;

    static readonly Dictionary<string, Func<byte[]>> Reports = new(StringComparer.Ordinal)
    {
        ["monthly-report"] = () => Report(Busy(16)),
        ["monthly-report-arabic-digits"] = () => Report(Busy(3), thaiDigits: false),
        ["monthly-report-empty"] = () => Report(new(Tally.Nothing, [], [], [], [], [], IsComplete: true)),
    };

    [Theory]
    [InlineData("monthly-report", 1)]
    [InlineData("monthly-report", 2)]
    [InlineData("monthly-report", 3)]
    [InlineData("monthly-report-arabic-digits", 1)]
    [InlineData("monthly-report-empty", 1)]
    public async Task The_months_report_looks_as_it_was_approved(string report, int page)
    {
        var look = await PrintedFile.LookAsync(Reports[report](), page);
        var name = $"{report}-{page}.png";
        if (Environment.GetEnvironmentVariable("SONGTHANG_TEST_LOOKS") is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, name), look, TestContext.Current.CancellationToken);
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{report}.pdf"), Reports[report](), TestContext.Current.CancellationToken);
        }

        var approved = await File.ReadAllBytesAsync(
            Path.Combine(AppContext.BaseDirectory, "Papers", "looks", name), TestContext.Current.CancellationToken);
        Assert.InRange(PrintedFile.Difference(approved, look), 0, Tolerance);
    }

    [Fact]
    public async Task Long_names_and_great_numbers_are_not_cut_off()
    {
        var longName = string.Concat(Enumerable.Repeat("อาการที่มีชื่อยาวมาก", 6));
        var figures = Busy(2);
        var text = await PrintedFile.InkAsync(Report(figures with
        {
            Faults = [.. figures.Faults, new(longName, figures.Total with { Received = 123_456 }, null)],
        }, thaiDigits: false));

        // The cell's lines stand between those of its neighbours.
        Assert.True(text.Split("มาก").Length > 6, text);
        Assert.Contains("123,456", text, StringComparison.Ordinal);
    }

    static PeriodFigures Busy(int amphoes)
    {
        var names = ReferenceData.Province.Amphoes.Take(amphoes).Select(amphoe => amphoe.ThaiName);
        var work = new StepFigures(ManualStep.DoWork, 182, 160, 5_760, 12_960);
        var total = new Tally(214, 168, 9, 3, 14, 2, 5, 182, 160, 61, 57, 268);
        return new(total, [],
            [.. names.Select((name, i) => new FiguresLine(name, new(30 - i, 25 - i, 1, 0, 1, 0, 1, 22 - i, 20 - i, 5, 5, 22), work with { Median = 2_880 + i * 480 }))],
            [.. ((string[])["ไฟดับ 1 ดวง", "ไฟดับทั้งแถบหรือทั้งสาย", "ไฟกะพริบ ติด ๆ ดับ ๆ", "โคมไฟชำรุดหรือหลุด", "สายไฟขาดหรือหย่อน", "อื่น ๆ"])
                .Select((name, i) => new FiguresLine(name, new(90 - i * 15, 70 - i * 12, 1, 0, 1, 0, 1, 66 - i * 11, 60 - i * 11, 5, 5, 22), work))],
            [], [.. ManualSteps.All.Select(step => step == ManualStep.DoWork ? work : new StepFigures(step, 120, 101, 4, 18))], IsComplete: true);
    }

    /// <summary>The report of an authority with another name.</summary>
    internal static byte[] OfAgency(string name) => Report(Busy(2), agency: Sample.Agency with { Name = new() { Thai = name } });

    static byte[] Report(PeriodFigures figures, bool thaiDigits = true, Agency? agency = null) => Sample.Write(new MonthlyReport(new PaperWords(new PaperSettings(thaiDigits))).Of(new(
        agency ?? Sample.Agency, Period.Month(new(2026, 10, 1)), figures,
        [.. Enumerable.Range(0, 12).Select(i => new DateOnly(2025, 11, 1).AddMonths(i)).Select((month, i) => new FiguresLine(
            FormattableString.Invariant($"{month.Year}{month.Month:00}"), Tally.Nothing with { Received = figures.Total.Received * (i + 3) / 14, Completed = figures.Total.Completed * (i + 2) / 13 }, null))],
        ServiceLevel.Default([]), Sample.At)));
}
