using Songthang.Infrastructure.Documents;

namespace Songthang.Infrastructure.Papers;

/// <summary>The four boxes in which the office writes by hand what it thinks and decides, each signed.</summary>
/// <param name="text">Style of the lines.</param>
/// <param name="heading">Style of the headings.</param>
sealed class Opinions(ParagraphStyle text, ParagraphStyle heading)
{
    /// <summary>From the officer who received the request up to the head of the authority.</summary>
    public IEnumerable<Block> Blocks() =>
    [
        new Columns([(1, Opinion("ความเห็นเจ้าหน้าที่ผู้รับเรื่อง")), (1, Opinion("ความเห็นผู้อำนวยการกองช่าง"))], 6),
        new Space(4),
        new Columns([(1, Opinion("ความเห็นปลัด อบจ.")), (1, Order())], 6),
    ];

    Together Opinion(string title) => new(new Box([new Paragraph(heading, title), new BlankLines(2, 16), .. Signed()], 5));

    Together Order() => new(new Box(
    [
        new Paragraph(heading, "คำสั่งนายก อบจ."),
        new Drawing(16, (sheet, x, y, width) =>
        {
            var at = x;
            foreach (var choice in (string[])["ดำเนินการ", "ส่งต่อ", "อื่น ๆ"])
            {
                sheet.Frame(at, y + 4, 8, 8);
                sheet.Text(choice, at + 12, y + 12, text.Size);
                at += width / 3;
            }
        }),
        new BlankLines(1, 16),
        .. Signed(),
    ], 5));

    IEnumerable<Block> Signed() =>
    [
        new Paragraph(text, "ลงชื่อ", Run.FilledToEnd("")),
        new Paragraph(text, "(", Run.FilledToEnd(""), ")"),
        new Paragraph(text, "ตำแหน่ง", Run.FilledToEnd("")),
        new Paragraph(text, "วันที่", Run.FilledToEnd("")),
    ];
}
