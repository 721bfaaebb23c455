using System.Runtime.CompilerServices;
using System.Threading.Channels;
using SkiaSharp;

namespace Songthang.Infrastructure.Documents;

/// <summary>What a program shows of a file.</summary>
/// <param name="Title">Shown instead of the file's name.</param>
/// <param name="Author">The authority.</param>
/// <param name="At">When it was made, UTC: the same documents at the same time are the same file.</param>
public sealed record PdfFacts(string Title, string Author, DateTime At);

/// <summary>Writes documents as PDF.</summary>
public static class Pdf
{
    const int MostAhead = 4;

    /// <summary>One document, with only those glyphs of the typefaces that it uses.</summary>
    public static byte[] Write(Document document, PdfFacts facts)
    {
        var pages = document.LayOut();
        var used = pages.SelectMany(page => page.Inks).OfType<TextInk>().GroupBy(ink => ink.Text.Typeface)
            .ToDictionary(inks => inks.Key, inks => FontSubset.Of(inks.Key, inks));
        try
        {
            using var file = new MemoryStream();
            using (var writer = SKDocument.CreatePdf(file, Metadata(facts)))
            {
                Draw(pages, writer, typeface => used[typeface]);
                writer.Close();
            }

            PdfCatalog.Complete(file, []);
            return file.ToArray();
        }
        finally
        {
            foreach (var font in used.Values)
                font.Dispose();
        }
    }

    /// <summary>
    /// Many documents in one file, one after the other as they come, so that only a few of them are in memory; with a
    /// bookmark for each. While one is drawn the next ones are made and laid out.
    /// </summary>
    /// <param name="file">Written from where it stands at its beginning; can be read and sought.</param>
    /// <param name="documents">Made while they are written.</param>
    /// <param name="facts">About the file.</param>
    /// <param name="cancellationToken">Ends the work; the file is useless then.</param>
    public static async Task WriteAsync(
        Stream file, IAsyncEnumerable<Document> documents, PdfFacts facts, CancellationToken cancellationToken)
    {
        var titles = new List<string>();
        using (var writer = SKDocument.CreatePdf(file, Metadata(facts)))
        {
            await foreach (var (title, pages) in LaidOutAsync(documents, cancellationToken))
            {
                titles.Add(title);
                Draw(pages, writer, static typeface => typeface.Whole, PdfCatalog.Destination(titles.Count));
            }

            writer.Close();
        }

        PdfCatalog.Complete(file, titles);
    }

    static async IAsyncEnumerable<(string Title, IReadOnlyList<Sheet> Pages)> LaidOutAsync(
        IAsyncEnumerable<Document> documents, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var ahead = Channel.CreateBounded<(string, IReadOnlyList<Sheet>)>(MostAhead);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var layingOut = Task.Run(LayOutAsync, CancellationToken.None);
        try
        {
            await foreach (var one in ahead.Reader.ReadAllAsync(cancellationToken))
                yield return one;
        }
        finally
        {
            await stop.CancelAsync();
            await layingOut;
        }

        async Task LayOutAsync()
        {
            try
            {
                await foreach (var document in documents.WithCancellation(stop.Token))
                    await ahead.Writer.WriteAsync((document.Title, document.LayOut()), stop.Token);
                ahead.Writer.Complete();
            }
            catch (Exception problem)
            {
                // Whoever draws meets it when it is that document's turn.
                ahead.Writer.Complete(problem);
            }
        }
    }

    static void Draw(IReadOnlyList<Sheet> pages, SKDocument writer, Func<Typeface, SKTypeface> fonts, string? destination = null)
    {
        foreach (var page in pages)
        {
            using var canvas = writer.BeginPage(Document.Width, Document.Height);
            if (destination is not null && page == pages[0])
                canvas.DrawNamedDestinationAnnotation(SKPoint.Empty, destination);
            foreach (var ink in page.Inks)
                ink.Draw(canvas, fonts);
            writer.EndPage();
        }
    }

    static SKDocumentPdfMetadata Metadata(PdfFacts facts) => new()
    {
        Title = facts.Title,
        Author = facts.Author,
        Creator = "Songthang",
        Creation = facts.At,
        Modified = facts.At,
        RasterDpi = 300,
        EncodingQuality = 101, // without loss; photos are taken over as they are
    };
}
