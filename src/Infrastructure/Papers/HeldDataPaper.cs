using Songthang.Domain.Thai;
using Songthang.Infrastructure.Documents;

namespace Songthang.Infrastructure.Papers;

/// <summary>What a person gets who asks for a copy of the own data; words are in the reader's language already.</summary>
/// <param name="Sections">Each report or other thing, with names and values.</param>
/// <param name="Agency">Who holds it.</param>
/// <param name="Language"><c>th</c> or <c>en</c>.</param>
/// <param name="At">When it was made, UTC.</param>
public sealed record HeldDataFacts(
    IReadOnlyList<(string Title, IReadOnlyList<(string Name, string Value)> Facts)> Sections, Agency Agency, string Language, DateTime At);

/// <summary>สำเนาข้อมูลส่วนบุคคล: a copy of all that is held about a person (PDPA s. 30).</summary>
public static class HeldDataPaper
{
    static readonly ParagraphStyle Body = new(Size: 11, Leading: 1.5f);
    static readonly ParagraphStyle Heading = new(Size: 13, Leading: 1.8f, Bold: true, KeepWithNext: true);

    /// <summary>The paper.</summary>
    public static Document Of(HeldDataFacts facts)
    {
        var title = Say("สำเนาข้อมูลส่วนบุคคล", "Copy of personal data");
        List<Block> blocks =
        [
            new Paragraph(Body with { Bold = true, Align = Align.Centre }, facts.Agency.Name.Phrase.In(facts.Language)),
            new Paragraph(new(Size: 16, Align: Align.Centre, Leading: 2, Bold: true), title),
            new Paragraph(Body with { Align = Align.Centre }, ThaiDates.LongDateAndTime(facts.At, facts.Language)),
        ];
        foreach (var (name, lines) in facts.Sections)
        {
            blocks.Add(new Space(8));
            blocks.Add(new Paragraph(Heading, name));
            blocks.AddRange(lines.Select(line => new Columns(
                [(1, new Paragraph(Body with { Bold = true }, line.Name)), (3, new Paragraph(Body, line.Value))])));
        }

        return new(title, blocks, new(title, (page, pages) => Say($"หน้า {page} จาก {pages}", $"Page {page} of {pages}")));

        string Say(string thai, string english) => new Phrase(thai, english).In(facts.Language);
    }
}
