using Songthang.Domain.Thai;
using Songthang.Infrastructure.Documents;

namespace Songthang.Infrastructure.Papers;

/// <summary>What a receipt says; words are in the requester's language already.</summary>
/// <param name="Reference">As people know it.</param>
/// <param name="Facts">What was reported, name and value.</param>
/// <param name="NextSteps">What happens next, and by when.</param>
/// <param name="OwnLink">The requester's own page.</param>
/// <param name="Agency">Who received it.</param>
/// <param name="Language"><c>th</c> or <c>en</c>.</param>
public sealed record ReceiptFacts(
    string Reference, IReadOnlyList<(string Name, string Value)> Facts, IReadOnlyList<(string What, string When)> NextSteps,
    Uri OwnLink, Agency Agency, string Language);

/// <summary>ใบรับเรื่อง: what a citizen takes home, with the way back to the own page.</summary>
public static class ReceiptPaper
{
    static readonly ParagraphStyle Body = new(Size: 12, Leading: 1.5f);
    static readonly ParagraphStyle Heading = new(Size: 13, Leading: 1.8f, Bold: true, KeepWithNext: true);

    /// <summary>The receipt.</summary>
    public static Document Of(ReceiptFacts facts)
    {
        var agency = facts.Agency;
        var title = Say("ใบรับเรื่องแจ้งไฟฟ้าสาธารณะขัดข้อง", "Receipt of a street-light report");
        List<Block> blocks =
        [
            new Paragraph(Body with { Bold = true, Align = Align.Centre }, agency.Name.Phrase.In(facts.Language)),
            new Paragraph(Body with { Align = Align.Centre }, agency.Division.Phrase.In(facts.Language)),
            new Paragraph(new(Size: 16, Align: Align.Centre, Leading: 2, Bold: true), title),
            new Box(
            [
                new Paragraph(Body with { Align = Align.Centre }, Say("เลขที่เรื่อง", "Reference")),
                new Paragraph(new(Size: 22, Align: Align.Centre, Leading: 1.4f, Bold: true), facts.Reference),
            ]),
            new Space(8),
            .. facts.Facts.Where(fact => fact.Value.Length > 0).Select(fact => new Columns(
                [(1, new Paragraph(Body with { Bold = true }, fact.Name)), (4, new Paragraph(Body, fact.Value))])),
            new Paragraph(Heading, Say("ขั้นตอนต่อไป", "What happens next")),
            .. facts.NextSteps.Select((step, i) => new Columns([(1, new Paragraph(Body, $"{i + 1}. {step.What}")), (1, new Paragraph(Body, step.When))])),
            new Paragraph(Heading, Say("หน้าติดตามเรื่องของท่าน", "Your own page")),
            new Together(new Columns(
            [
                (1, new QrCode(facts.OwnLink.ToString(), 96)),
                (3.4f, new Together(
                    new Paragraph(Body, facts.OwnLink.ToString()),
                    new Paragraph(Body, Say("ผู้ที่มีลิงก์นี้ดูเรื่องของท่านได้ กรุณาเก็บไว้เอง", "Whoever has this link can see your report; please keep it to yourself.")))),
            ])),
        ];
        var contact = string.Join("  ", new[] { agency.Address.Phrase.In(facts.Language), agency.Phone }.Where(part => part.Length > 0));
        if (contact.Length > 0)
            blocks.Add(new Stack(new Space(10), new Paragraph(new(Size: 10), contact)));
        return new($"{title} {facts.Reference}", blocks, new(facts.Reference, (page, pages) => Say($"หน้า {page} จาก {pages}", $"Page {page} of {pages}")));

        string Say(string thai, string english) => new Phrase(thai, english).In(facts.Language);
    }
}
