using Songthang.Domain.Assets;
using Songthang.Domain.Settings;
using Songthang.Infrastructure.Documents;
using Document = Songthang.Infrastructure.Documents.Document;

namespace Songthang.Infrastructure.Papers;

/// <summary>What a label says of its pole.</summary>
/// <param name="Code">The register's code, with its check digit.</param>
/// <param name="Number">As painted on the pole; may be empty.</param>
public sealed record PoleLabel(PoleCode Code, string Number);

/// <summary>Labels to be printed.</summary>
/// <param name="Sheet">On which sheet of stickers.</param>
/// <param name="From">Which sticker of the first sheet is the first one, from 1: those before it were used.</param>
/// <param name="Poles">Whose labels, in this order.</param>
/// <param name="Agency">Whose poles they are.</param>
/// <param name="Address">A pole's public page.</param>
public sealed record PoleLabelFacts(LabelSheet Sheet, int From, IReadOnlyList<PoleLabel> Poles, Agency Agency, Func<PoleLabel, Uri> Address)
{
    /// <summary>How many sheets they take.</summary>
    public int Sheets => (From - 1 + Poles.Count + Sheet.Count() - 1) / Sheet.Count();
}

/// <summary>
/// ป้าย QR ติดเสาไฟ: stickers with which anybody who stands below a dark light reports it. The code is an identifier that
/// people type and read aloud, so it stays in the digits 0–9; a painted number stays as it is painted.
/// </summary>
public static class PoleLabelPaper
{
    /// <summary>What the sheets are called.</summary>
    public const string Name = "ป้าย QR ติดเสาไฟ";

    /// <summary>The smallest module of a code, in millimetres, that a telephone reads in the light of another one.</summary>
    public const float LeastModule = 0.4f;

    const float Millimetre = 72 / 25.4f;

    /// <summary>What most printers leave white along the edges of the paper, in millimetres.</summary>
    const float Unprinted = 4.2f;

    /// <summary>All sheets as one paper.</summary>
    public static Document Of(PoleLabelFacts facts) => Paper(Name, Enumerable.Range(0, facts.Sheets).Select(sheet => Page(facts, sheet)));

    /// <summary>Each sheet as a paper of its own, one after the other, for a file that is written while they are made.</summary>
    public static IEnumerable<Document> Each(PoleLabelFacts facts) => Enumerable.Range(0, facts.Sheets)
        .Select(sheet => Paper($"{Name} แผ่นที่ {sheet + 1}", [Page(facts, sheet)]));

    /// <summary>How large a module of the code is that leads to an address, in millimetres.</summary>
    public static float Module(LabelSheet sheet, Uri address) =>
        LabelFace.Of(sheet, Inset(sheet)).QrSide / Millimetre / QrCode.ModulesOf(address.ToString());

    static Document Paper(string title, IEnumerable<Block> blocks) => new(title, [.. blocks]) { Margins = new(0, 0, 0, 0) };

    static Drawing Page(PoleLabelFacts facts, int sheet) => new(Document.Height, (on, _, _, _) =>
    {
        var face = LabelFace.Of(facts.Sheet, Inset(facts.Sheet));
        var before = facts.From - 1;
        for (var place = 0; place < facts.Sheet.Count(); place++)
        {
            var pole = sheet * facts.Sheet.Count() + place - before;
            if (pole < 0 || pole >= facts.Poles.Count)
                continue;
            var (x, y) = facts.Sheet.Place(place);
            face.Draw(on, (float)x * Millimetre, (float)y * Millimetre, facts.Poles[pole], facts.Agency, facts.Address(facts.Poles[pole]));
        }
    });

    /// <summary>White around what is on a sticker, in points: the same on all, as wide as the printer and the cutter need.</summary>
    static (float Across, float Down) Inset(LabelSheet sheet)
    {
        var own = Math.Clamp((float)Math.Min(sheet.Width, sheet.Height) * 0.07f, 1.5f, 10);
        var (across, down) = sheet.Edge();
        return (Math.Max(own, Unprinted - (float)across) * Millimetre, Math.Max(own, Unprinted - (float)down) * Millimetre);
    }
}
