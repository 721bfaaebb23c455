using MimeKit;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Text;

namespace Songthang.Web.Tests.Outbox;

public sealed class LetterTests : IAsyncLifetime
{
    MailServer server = null!;
    TestApp app = null!;

    public async ValueTask InitializeAsync()
    {
        server = await MailServer.StartAsync();
        app = await OutboxTest.StartAsync(server);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task The_citizen_reads_reference_and_next_steps_in_Thai_with_the_own_link()
    {
        var request = await Given.ARequestAsync(app, it => it.ByEmail());

        await app.SendAsync();

        var mail = Assert.Single(server.MessagesTo(OutboxTest.Citizen));
        Assert.Equal($"ได้รับเรื่องของท่านแล้ว เลขที่ {request.Reference}", mail.Subject);
        Assert.Equal("แจ้งไฟ อบจ.", mail.From.Mailboxes.Single().Name);
        Assert.Equal(MailServer.From, mail.From.Mailboxes.Single().Address);
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
        Assert.Equal("th", mail.Body!.Headers[HeaderId.ContentLanguage]);
        Assert.EndsWith("@authority.example", mail.MessageId, StringComparison.Ordinal);
        Assert.Equal(TestApp.Monday, mail.Date);
        var link = $"https://lights.example/r/{request.Secret}";
        Assert.Contains(link, mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("ภายในประมาณ 7 วันหลังเจ้าหน้าที่ยืนยันรับเรื่อง", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("ไฟดับ 1 ดวง · ถนนทดสอบ ต.ประตูชัย อ.พระนครศรีอยุธยา", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains($"href=\"{link}\"", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("ภายในประมาณ 7 วันหลังเจ้าหน้าที่ยืนยันรับเรื่อง", mail.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_parts_are_UTF_8_and_nothing_is_fetched_from_elsewhere()
    {
        await Given.ARequestAsync(app, it => it.ByEmail());

        await app.SendAsync();

        var mail = Assert.Single(server.MessagesTo(OutboxTest.Citizen));
        var parts = Assert.IsType<MultipartAlternative>(mail.Body);
        Assert.Equal(["text/plain", "text/html"], parts.Select(part => part.ContentType.MimeType));
        Assert.All(parts, part => Assert.Equal("utf-8", part.ContentType.Charset));
        Assert.DoesNotContain("<img", mail.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain("<table", mail.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", mail.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", mail.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_duty_desk_reads_of_a_dangerous_report_with_the_mark_first_and_nothing_of_the_citizen()
    {
        var request = await Given.ARequestAsync(app, it => it.ByEmail().Of("wire_down", "โทรหาผมที่ 0812345678"));

        await app.SendAsync();

        var mail = Assert.Single(server.MessagesTo(MailServer.DutyAddress));
        Assert.Equal($"[ด่วน] มีเรื่องแจ้งใหม่ {request.Reference} สายไฟขาดหรือหย่อน ถนนทดสอบ ต.ประตูชัย อ.พระนครศรีอยุธยา", mail.Subject);
        Assert.Contains($"https://lights.example/officer/requests/{request.Reference}", mail.TextBody, StringComparison.Ordinal);
        foreach (var secret in (string[])["สมใจ", "0812345678", OutboxTest.Citizen, request.Secret])
        {
            Assert.DoesNotContain(secret, mail.TextBody, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, mail.HtmlBody, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_reads_English_is_written_to_in_English()
    {
        await Given.ARequestAsync(app, it => it.ByEmail()
            .Sent(sent => sent with { Requester = sent.Requester with { Language = "en" } }).Accepted());

        await app.SendAsync();

        var mail = server.MessagesTo(OutboxTest.Citizen)[1];
        Assert.EndsWith("has been accepted", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("We expect it to be done by 30 November 2026.", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\">", mail.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_names_the_time_to_answer_by_unless_it_is_no_longer_open()
    {
        var open = await Given.ARequestAsync(app, it => it.ByEmail("open@example.com").Asked("เสาต้นใด\nฝั่งใด"));
        await Given.ARequestAsync(app, it => it.ByEmail("answered@example.com").Asked("เสาต้นใด").Answered());

        await app.SendAsync();

        var question = server.MessagesTo("open@example.com")[^1];
        Assert.Equal($"ขอข้อมูลเพิ่มเติมสำหรับเรื่อง {open.Reference}", question.Subject);
        Assert.Contains("เสาต้นใด\nฝั่งใด", question.TextBody, StringComparison.Ordinal);
        Assert.Contains("เสาต้นใด<br>ฝั่งใด", question.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("กรุณาตอบภายในวันที่ 30 พฤศจิกายน 2569 เวลา 10.00 น.", question.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("กรุณาตอบภายใน", server.MessagesTo("answered@example.com")[^1].TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_look_like_headers_or_markup_stay_words()
    {
        await Given.ARequestAsync(app, it => it.ByEmail()
            .In("140101", "ถนน\r\nBcc: thief@example.net\r\n\r\n<script>alert(1)</script>").Accepted("<b>ด่วน</b> & \"อื่น\""));

        await app.SendAsync();

        Assert.All(server.Messages, mail =>
        {
            Assert.Empty(mail.Bcc);
            Assert.DoesNotContain("<script", mail.HtmlBody, StringComparison.Ordinal);
            Assert.DoesNotContain("<b>", mail.HtmlBody, StringComparison.Ordinal);
        });
        Assert.Contains("Bcc: thief@example.net", Assert.Single(server.MessagesTo(MailServer.DutyAddress)).Subject, StringComparison.Ordinal);
        Assert.Contains("<b>ด่วน</b> & \"อื่น\"", server.MessagesTo(OutboxTest.Citizen)[1].TextBody, StringComparison.Ordinal);

        var before = server.Messages.Count;
        string[] roads = [.. HostileTexts.All.Select(ThaiText.Clean).Where((text, i) => i % 6 == 0 && ThaiText.Length(text) is > 0 and <= 200)];
        foreach (var road in roads)
            await Given.ARequestAsync(app, it => it.ByEmail().In("140101", road));
        // So many at once are sent in several rounds.
        for (var round = 0; round < 5; round++)
            await app.SendAsync();
        Assert.True(roads.Length > 20);
        Assert.Equal(before + (2 * roads.Length), server.Messages.Count);
        Assert.All(server.Messages, mail => Assert.Equal((1, 0, 0), (mail.To.Count, mail.Cc.Count, mail.Bcc.Count)));
        Assert.All(server.Messages, mail => Assert.DoesNotContain(mail.Subject ?? "", char.IsControl));
    }

    [Fact]
    public async Task Letters_about_one_request_are_shown_together_and_none_is_taken_for_another()
    {
        await Given.ARequestAsync(app, it => it.ByEmail().Accepted());
        await Given.ARequestAsync(app, it => it.ByEmail());

        await app.SendAsync();

        var mails = server.MessagesTo(OutboxTest.Citizen);
        Assert.Equal(3, mails.Count);
        Assert.Equal(2, mails.Select(mail => mail.References.Single()).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(5, server.Messages.Select(mail => mail.MessageId).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_sent_letter_is_told_of_in_the_timeline_and_stops_the_third_step()
    {
        var request = await Given.ARequestAsync(app, it => it.ByEmail().Opened().Accepted());

        await app.SendAsync();

        var read = await Given.ReadAsync(app, request);
        var accepted = read.Timeline.Single(entry => entry.Kind == TimelineKind.Accepted);
        var notices = read.Timeline.Where(entry => entry.Kind == TimelineKind.NoticeSent).ToList();
        Assert.Equal(["1", accepted.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)], notices.Select(entry => entry.Detail));
        Assert.All(notices, entry => Assert.Equal("email", entry.Text));
        Assert.NotNull(read.Moments().RequesterTold);
        Assert.Equal(3, (await app.RowsAsync()).Count(row => row.SentAt is not null && row.NextAttemptAt is null));
    }
}
