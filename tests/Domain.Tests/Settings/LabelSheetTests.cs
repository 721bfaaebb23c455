using Songthang.Domain.Settings;

namespace Songthang.Domain.Tests.Settings;

public class LabelSheetTests
{
    [Fact]
    public void Every_shipped_sheet_fits_the_paper_and_says_how_many_labels_it_has()
    {
        foreach (var sheet in LabelSheet.Shipped.All)
        {
            Assert.Null(sheet.Mistake());
            Assert.True(sheet.Edge().Across >= 0 && sheet.Edge().Down >= 0, sheet.Code);
            Assert.Equal(int.Parse(sheet.Code, System.Globalization.CultureInfo.InvariantCulture), sheet.Count());
        }
    }

    [Fact]
    public void Stickers_are_counted_row_by_row_with_the_gaps_between_them()
    {
        var sheet = LabelSheet.Shipped.Find("65")!;

        Assert.Equal((4.75m, 10.7m), sheet.Place(0));
        Assert.Equal((4.75m + 4 * 40.6m, 10.7m), sheet.Place(4));
        Assert.Equal((4.75m, 31.9m), sheet.Place(5));
    }

    [Fact]
    public void A_sheet_larger_than_the_paper_says_so()
    {
        var sheet = LabelSheet.Shipped.Find("24")!;

        Assert.Contains("A4", (sheet with { Left = 1 }).Mistake()!.Value.Thai, StringComparison.Ordinal);
        Assert.Contains("A4", (sheet with { GapDown = 0.2m }).Mistake()!.Value.Thai, StringComparison.Ordinal);
    }
}
