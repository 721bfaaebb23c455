using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using MimeKit;

namespace Songthang.Infrastructure.Channels;

/// <summary>
/// Lays a letter out as mail: the same words as plain text and as HTML without tables, pictures or anything to fetch.
/// </summary>
/// <param name="from">Address that it comes from.</param>
/// <param name="fromName">Name that it comes from.</param>
/// <param name="domain">Domain of message ids.</param>
sealed class MailLayout(string from, string fromName, string domain)
{
    const int LongestSubject = 150;

    static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    public MimeMessage LayOut(Letter letter)
    {
        var message = new MimeMessage
        {
            MessageId = $"{letter.Key}@{domain}",
            Date = new DateTimeOffset(letter.At).ToOffset(TimeSpan.FromHours(7)),
            Subject = OneLine(letter.Subject),
            Body = new MultipartAlternative { Part("plain", Text(letter)), Part("html", Markup(letter)) },
        };
        message.From.Add(new MailboxAddress(OneLine(fromName), from));
        message.To.Add(new MailboxAddress("", letter.To));
        message.References.Add($"{letter.Thread}@{domain}");
        // No answering machine should write back (RFC 3834).
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        message.Body.Headers.Add(HeaderId.ContentLanguage, letter.Language);
        return message;
    }

    // Base64 takes 4 bytes for 3; quoted-printable would take 9 for each Thai letter, and bare UTF-8 not every server carries.
    static TextPart Part(string kind, string text)
    {
        var part = new TextPart(kind) { ContentTransferEncoding = ContentEncoding.Base64 };
        part.SetText(Encoding.UTF8, text);
        return part;
    }

    /// <summary>A header is one line: what would end it becomes a space, and a long one is cut.</summary>
    static string OneLine(string text)
    {
        var line = string.Join(' ', string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var elements = new StringInfo(line);
        return elements.LengthInTextElements <= LongestSubject
            ? line
            : elements.SubstringByTextElements(0, LongestSubject - 1) + "…";
    }

    static string Text(Letter letter) => new StringBuilder()
        .AppendJoin("\r\n\r\n", [
            letter.About,
            .. letter.Paragraphs.Select(paragraph => paragraph.ReplaceLineEndings("\r\n")),
            $"{letter.LinkWords}\r\n{letter.Link.AbsoluteUri}",
            "-- \r\n" + string.Join("\r\n", letter.Signature),
        ])
        .Append("\r\n").ToString();

    static string Markup(Letter letter) => $"""
        <!DOCTYPE html>
        <html lang="{letter.Language}">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{Safe(letter.Subject)}</title></head>
        <body style="margin:0;background:#f3f6fb;color:#1a2130;font-family:Sarabun,'Noto Sans Thai','Leelawadee UI',Thonburi,sans-serif;font-size:17px;line-height:1.7">
        <div style="max-width:36rem;margin:0 auto;background:#ffffff">
        <p style="margin:0;padding:16px 24px;border-bottom:4px solid #ffb938;background:#14264a;color:#ffffff;font-weight:600">{Safe(letter.Signature[0])}</p>
        <div style="padding:8px 24px 24px">
        <p style="color:#545e70">{Safe(letter.About)}</p>
        {string.Join("\n", letter.Paragraphs.Select(paragraph => $"<p>{Lines(paragraph)}</p>"))}
        <p style="margin:28px 0"><a href="{Safe(letter.Link.AbsoluteUri)}" style="display:inline-block;padding:12px 24px;border-radius:8px;background:#1b5299;color:#ffffff;font-weight:600;text-decoration:none">{Safe(letter.LinkWords)}</a></p>
        <p style="color:#545e70;font-size:15px;overflow-wrap:anywhere">{Safe(letter.Link.AbsoluteUri)}</p>
        <p style="padding-top:16px;border-top:1px solid #d5dbe6;color:#545e70;font-size:15px">{string.Join("<br>", letter.Signature.Skip(1).Select(Safe))}</p>
        </div>
        </div>
        </body>
        </html>

        """;

    static string Safe(string text) => Html.Encode(text);

    static string Lines(string text) => string.Join("<br>", text.ReplaceLineEndings("\n").Split('\n').Select(Safe));
}
