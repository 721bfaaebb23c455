using System.Diagnostics;
using System.Globalization;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Settings;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Documents;
using Songthang.Infrastructure.Papers;
using Document = Songthang.Infrastructure.Documents.Document;

namespace Songthang.Benchmarks.Forms;

/// <summary>
/// How many request forms a second, and in how much memory: one after the other and 500 in one file, with headless Chromium
/// printing the same form in the same run. Chromium stays open and reads the page, its style and its fonts from the disk, so
/// neither side waits for the database or the network.
/// </summary>
static class FormsAgainstChromium
{
    const int Batch = 500, WarmUp = 30;

    static readonly TimeSpan Long = TimeSpan.FromSeconds(10);

    static readonly int Cores = Environment.ProcessorCount;

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("songthang-bench-").FullName;
        try
        {
            await using var program = await RunningProgram.StartAsync(folder);
            var page = await program.SaveFormPageAsync(Path.Combine(folder, "page"));
            var idle = Memory.Resident();
            Memory.ForgetPeak();

            Rate(WarmUp);
            var one = Rate(null);
            var onePeak = Memory.Peak() - idle;
            Memory.ForgetPeak();
            var cores = await RateOnAllCoresAsync();
            var coresPeak = Memory.Peak() - idle;
            Memory.ForgetPeak();
            var (many, bytes) = await RateOfBatchAsync(Path.Combine(folder, "forms.pdf"));
            var manyPeak = Memory.Peak() - idle;

            await using var chromium = await Chromium.StartAsync(Path.Combine(folder, "chromium"));
            var printed = await chromium.RateAsync(page, tabs: 1, Long);
            var printedAtOnce = await chromium.RateAsync(page, Cores, Long);

            Write("one form after the other", one, $"{Write(bytes: Pdf(0).Length)} each", onePeak);
            Write($"forms at once on {Cores} cores", cores, "", coresPeak);
            Write($"{Batch} forms in one file", many, Write(bytes), manyPeak);
            Console.WriteLine(Line($"  idle program                     {idle,6:0} MB"));
            Console.WriteLine(Line($"Chromium, one tab           {printed.Rate,8:0.0} a second   {Write(bytes: printed.Bytes)} each, {printed.Pages} page(s)"));
            Console.WriteLine(Line($"Chromium, {Cores} tabs at once     {printedAtOnce.Rate,8:0.0} a second"));
            Console.WriteLine(Line($"times Chromium's rate       {one / printed.Rate,8:0.0} (one by one), {cores / printedAtOnce.Rate:0.0} (all cores), {many / printedAtOnce.Rate:0.0} (one file against all tabs)"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static double Rate(int? count)
    {
        var begun = Stopwatch.StartNew();
        var made = 0;
        for (; count is { } most ? made < most : begun.Elapsed < Long; made++)
            Pdf(made);
        return made / begun.Elapsed.TotalSeconds;
    }

    static async Task<double> RateOnAllCoresAsync()
    {
        var rates = await Task.WhenAll(Enumerable.Range(0, Cores).Select(_ => Task.Run(() => Rate(null))));
        return rates.Sum();
    }

    internal static byte[] Pdf(int number)
    {
        var document = Form(number);
        return Infrastructure.Documents.Pdf.Write(document, new(document.Title, RunningProgram.Agency.Name.Thai, SampleRequest.At));
    }

    static async Task<(double Rate, long Bytes)> RateOfBatchAsync(string path)
    {
        var begun = Stopwatch.StartNew();
        await using var file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite);
        await Infrastructure.Documents.Pdf.WriteAsync(file, Forms(), new(RequestForm.Name, RunningProgram.Agency.Name.Thai, SampleRequest.At), CancellationToken.None);
        return (Batch / begun.Elapsed.TotalSeconds, file.Length);

        static async IAsyncEnumerable<Document> Forms()
        {
            for (var number = 0; number < Batch; number++)
            {
                await Task.CompletedTask;
                yield return Form(number);
            }
        }
    }

    static Document Form(int number)
    {
        var request = SampleRequest.Number(number);
        return new RequestForm(new PaperWords(new PaperSettings())).Of(new(
            request, FaultTypes.Shipped.Find(request.FaultCode), RunningProgram.Agency, ReferenceData.Province,
            new Uri($"https://lights.example.go.th/officer/requests/{request.Reference}"), Printing.Original, []));
    }

    static void Write(string what, double rate, string size, double peak) =>
        Console.WriteLine(Line($"{what,-26}  {rate,8:0.0} a second   {(size.Length > 0 ? size + ", " : "")}at its peak {peak:0} MB over the idle program"));

    static string Write(long bytes) => bytes < 1_000_000 ? Line($"{bytes / 1e3:0} kB") : Line($"{bytes / 1e6:0.0} MB");

    static string Line(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
