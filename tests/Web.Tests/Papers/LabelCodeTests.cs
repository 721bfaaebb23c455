using QRCoder;
using Songthang.Domain.Settings;
using Songthang.Infrastructure.Papers;

namespace Songthang.Web.Tests.Papers;

/// <summary>
/// Whether a telephone reads a printed label: each module of each code is as dark or white on the paper as the standard wants
/// it for the pole's address, none is too small, and white is around them.
/// </summary>
public sealed class LabelCodeTests
{
    const int Dpi = 400, Dark = 128, QuietModules = 4;

    [Theory]
    [InlineData("24", 1)]
    [InlineData("40", 7)]
    [InlineData("65", 60)]
    [InlineData("8", 2)]
    [InlineData("2", 1)]
    [InlineData("1", 1)]
    public async Task Every_label_of_a_sheet_leads_to_its_pole(string code, int from)
    {
        var sheet = LabelSheet.Shipped.Find(code)!;
        PoleLabel[] poles = [.. Enumerable.Range(1234, Math.Min(6, sheet.Count() - from + 1)).Select(number => OfficePapers.Label(number, $"อบจ.อย. 15-{number}"))];
        var page = await PrintedFile.PixelsAsync(OfficePapers.WriteLabels(sheet, from, poles), page: 1, Dpi);

        for (var i = 0; i < poles.Length; i++)
        {
            var (x, y) = sheet.Place(from - 1 + i);
            var sticker = page.Part(x, y, sheet.Width, sheet.Height);
            var (matrix, millimetres) = Read(sticker, OfficePapers.LabelAddress(poles[i]), fromAbove: sheet.Height > sheet.Width);
            Assert.Equal(Written(Expected(OfficePapers.LabelAddress(poles[i]))), Written(matrix));
            Assert.InRange(millimetres, PoleLabelPaper.LeastModule - 0.01, 10);
        }
    }

    [Fact]
    public async Task Stickers_before_the_first_label_and_behind_the_last_stay_white()
    {
        var sheet = LabelSheet.Shipped.Find("24")!;
        var page = await PrintedFile.PixelsAsync(OfficePapers.WriteLabels(sheet, 5, [OfficePapers.Label(1, "1"), OfficePapers.Label(2, "2")]), page: 1, dpi: 100);

        var printed = Enumerable.Range(0, sheet.Count()).Where(place =>
        {
            var (x, y) = sheet.Place(place);
            return page.Part(x, y, sheet.Width, sheet.Height).HasInk;
        });

        Assert.Equal([4, 5], printed);
    }

    [Fact]
    public void A_long_address_on_a_small_label_is_found_out_before_it_is_printed()
    {
        var sheet = LabelSheet.Shipped.Find("65")!;

        Assert.True(PoleLabelPaper.Module(sheet, new Uri("https://lights.example.go.th/p/001234-5")) >= PoleLabelPaper.LeastModule);
        Assert.True(PoleLabelPaper.Module(sheet, new Uri($"https://{new string('a', 60)}.example.go.th/{new string('b', 60)}/p/001234-5")) < PoleLabelPaper.LeastModule);
    }

    /// <summary>
    /// The code of a sticker as it is printed, without its quiet zone, and the side of a module. It is found by its finder
    /// patterns, whatever the label looks like besides: the code is the first ink from the left, or from above where the words
    /// stand below it.
    /// </summary>
    static (bool[,] Modules, double Millimetres) Read(Pixels sticker, string address, bool fromAbove)
    {
        var count = Expected(address).GetLength(0);
        var (left, top) = sticker.FirstInk(fromAbove);
        var finder = sticker.RunFrom(left, top);
        var height = sticker.LastInk(left, left + finder / 2, above: top + finder * (count + 1) / 7) - top + 1;
        var side = (double)height / count;
        Assert.InRange(finder / side, 6.5, 7.5);
        AssertQuiet(sticker, left, top, side, count);
        var modules = new bool[count, count];
        for (var y = 0; y < count; y++)
        {
            for (var x = 0; x < count; x++)
                modules[y, x] = sticker.At((int)(left + (x + 0.5) * side), (int)(top + (y + 0.5) * side)) < Dark;
        }

        return (modules, side / Dpi * 25.4);
    }

    static void AssertQuiet(Pixels sticker, int left, int top, double side, int count)
    {
        for (var step = 1; step <= QuietModules; step++)
        {
            for (var along = -QuietModules; along < count + QuietModules; along++)
            {
                Assert.False(IsDark(-step, along) || IsDark(count - 1 + step, along) || IsDark(along, -step) || IsDark(along, count - 1 + step),
                    $"Ink in the quiet zone, {step} modules beside the code");
            }
        }

        bool IsDark(int x, int y) => sticker.At((int)Math.Floor(left + (x + 0.5) * side), (int)Math.Floor(top + (y + 0.5) * side)) < Dark;
    }

    static bool[,] Expected(string address)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var count = data.ModuleMatrix.Count - 2 * QuietModules;
        var modules = new bool[count, count];
        for (var y = 0; y < count; y++)
        {
            for (var x = 0; x < count; x++)
                modules[y, x] = data.ModuleMatrix[y + QuietModules][x + QuietModules];
        }

        return modules;
    }

    static string Written(bool[,] modules) => string.Join('\n', Enumerable.Range(0, modules.GetLength(0)).Select(y =>
        string.Concat(Enumerable.Range(0, modules.GetLength(1)).Select(x => modules[y, x] ? '#' : '.'))));
}
