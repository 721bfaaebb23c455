using System.Diagnostics;
using System.Text;
using NetVips;

namespace Songthang.Web.Tests.Papers;

/// <summary>A PDF as poppler reads it, the library of most Linux desktops' viewers.</summary>
static class PrintedFile
{
    /// <summary>The text of all pages, as it is copied from them.</summary>
    public static async Task<string> TextAsync(byte[] pdf) =>
        Encoding.UTF8.GetString(await RunAsync("pdftotext", pdf, "-enc", "UTF-8", "-", "-"));

    /// <summary>
    /// The same in the order in which it was written, without white space and the marks that poppler puts around text
    /// from right to left: where lines end is the page's business.
    /// </summary>
    public static async Task<string> InkAsync(byte[] pdf) => WithoutSpace(
        Encoding.UTF8.GetString(await RunAsync("pdftotext", pdf, "-raw", "-enc", "UTF-8", "-", "-")));

    public static string WithoutSpace(string text) => string.Concat(text.Where(
        c => !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format)).Normalize(NormalizationForm.FormC);

    /// <summary>What poppler says of the file, such as its title and how many pages it has.</summary>
    public static async Task<string> FactsAsync(byte[] pdf) => Encoding.UTF8.GetString(await RunAsync("pdfinfo", pdf, "-"));

    /// <summary>A page in grey, so small that only what a person sees at a glance is left.</summary>
    public static async Task<byte[]> LookAsync(byte[] pdf, int page)
    {
        var at = page.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return await RunAsync("pdftoppm", pdf, "-png", "-gray", "-r", "40", "-f", at, "-l", at, "-");
    }

    /// <summary>A page as a printer sees it.</summary>
    public static async Task<Pixels> PixelsAsync(byte[] pdf, int page, int dpi)
    {
        var at = page.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var png = await RunAsync("pdftoppm", pdf, "-png", "-gray", "-r", dpi.ToString(System.Globalization.CultureInfo.InvariantCulture), "-f", at, "-l", at, "-");
        using var image = Image.PngloadBuffer(png).ExtractBand(0);
        return new(image.WriteToMemory<byte>(), image.Width, 0, 0, image.Width, image.Height, dpi / 25.4);
    }

    /// <summary>How much two pictures of the same size differ, 0 to 255 on the average; coarse enough for another version of poppler.</summary>
    public static double Difference(byte[] one, byte[] other)
    {
        using var a = Image.PngloadBuffer(one).Gaussblur(1.5);
        using var b = Image.PngloadBuffer(other).Gaussblur(1.5);
        Assert.Equal((a.Width, a.Height), (b.Width, b.Height));
        using var difference = (a - b).Abs();
        return difference.Avg();
    }

    static async Task<byte[]> RunAsync(string program, byte[] pdf, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        using var output = new MemoryStream();
        var reading = process.StandardOutput.BaseStream.CopyToAsync(output);
        await process.StandardInput.BaseStream.WriteAsync(pdf);
        process.StandardInput.Close();
        await reading;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program}: {await errors}");
        return output.ToArray();
    }
}
