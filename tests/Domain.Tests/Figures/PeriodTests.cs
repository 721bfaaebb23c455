using Songthang.Domain.Figures;

namespace Songthang.Domain.Tests.Figures;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("2570", "2026-10-01", "2027-09-30", "ปีงบประมาณ พ.ศ. 2570 (1 ตุลาคม 2569 – 30 กันยายน 2570)")]
    [InlineData("2570q1", "2026-10-01", "2026-12-31", "ไตรมาสที่ 1 ปีงบประมาณ พ.ศ. 2570 (1 ตุลาคม 2569 – 31 ธันวาคม 2569)")]
    [InlineData("2570q4", "2027-07-01", "2027-09-30", "ไตรมาสที่ 4 ปีงบประมาณ พ.ศ. 2570 (1 กรกฎาคม 2570 – 30 กันยายน 2570)")]
    [InlineData("2567m2", "2024-02-01", "2024-02-29", "กุมภาพันธ์ 2567 (1 กุมภาพันธ์ 2567 – 29 กุมภาพันธ์ 2567)")]
    public void A_code_names_the_days_of_a_fiscal_year_a_quarter_or_a_month(string code, string from, string to, string title)
    {
        var period = Period.Read(code)!;

        Assert.Equal((DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture)), (period.From, period.To));
        Assert.Equal(title, period.Title.Thai);
        Assert.Equal(code, period.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("2026")]
    [InlineData("9999")]
    [InlineData("2570q0")]
    [InlineData("2570q5")]
    [InlineData("2570m13")]
    [InlineData("2570q1m1")]
    [InlineData("-2570")]
    [InlineData("2570 ")]
    public void What_is_no_code_names_no_period(string? code) => Assert.Null(Period.Read(code));
}
