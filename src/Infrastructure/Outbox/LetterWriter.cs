using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Songthang.Domain.Geography;
using Songthang.Domain.Notifications;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Channels;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Settings;

namespace Songthang.Infrastructure.Outbox;

/// <summary>Writes the letter of an outbox row from the request as it stands when the letter is sent.</summary>
/// <param name="agency">Who signs.</param>
/// <param name="publicAddress">Makes links whole.</param>
/// <param name="links">Where letters lead to.</param>
/// <param name="province">Names places.</param>
/// <param name="settings">Says what may be expected when, and names faults.</param>
public sealed class LetterWriter(
    IOptions<Agency> agency, PublicAddress publicAddress, LetterLinks links, Province province, CurrentSettings settings)
{
    /// <summary>The letter of a row that carries its own words, or null when there is no address to write to any more.</summary>
    /// <param name="row">The outbox row.</param>
    /// <param name="address">Whom it is for.</param>
    /// <param name="now">UTC.</param>
    public Letter? Write(OutboxMessage row, string? address, DateTime now)
    {
        if (!EmailAddress.TryParse(address, out var to))
            return null;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{row.CreatedAt.Ticks}|{row.Subject}|{row.Text}")))[..16];
        var paragraphs = row.Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        return new Letter
        {
            Key = string.Create(CultureInfo.InvariantCulture, $"outbox.{row.Id:D8}.{hash}"),
            Thread = $"staff.{hash}",
            To = to.Address,
            Language = "th",
            Subject = row.Subject,
            About = row.Subject,
            Paragraphs = paragraphs,
            Link = publicAddress.Of(row.Path),
            LinkWords = row.LinkWords,
            Signature = [.. Signature("th")],
            At = now,
        };
    }

    /// <summary>The letter, or null when there is no address to write to any more.</summary>
    /// <param name="row">The outbox row.</param>
    /// <param name="request">Its request with the timeline.</param>
    /// <param name="reader">Who reads it.</param>
    /// <param name="now">UTC.</param>
    public Letter? Write(OutboxMessage row, ServiceRequest request, LetterReader reader, DateTime now)
    {
        if (!EmailAddress.TryParse(reader.Email, out var to))
            return null;
        var entry = request.Timeline.Single(entry => entry.Id == row.EntryId);
        var language = reader.Language;
        var facts = NoticeFacts.Of(request, entry, province, settings.ServiceLevel, settings.FaultTypes);
        if (row.Recipient is NoticeRecipient.AlsoReported or NoticeRecipient.Follower)
            facts = facts.ForOthers(entry.Audience, reader.OwnReference);
        var text = NoticeText.For(row.Recipient, facts, language);
        return new Letter
        {
            // So many digits that names sort by the number. The hash tells rows of different databases with the same number
            // apart, such as of a demo begun anew.
            Key = string.Create(CultureInfo.InvariantCulture, $"outbox.{row.Id:D8}.{entry.Hash[..16]}"),
            Thread = $"request.{facts.Reference}.{request.Timeline[0].Hash[..16]}",
            To = to.Address,
            Language = language == "en" ? "en" : "th",
            Subject = text.Subject,
            About = text.About,
            Paragraphs = text.Paragraphs,
            Link = publicAddress.Of(row.Recipient switch
            {
                NoticeRecipient.DutyDesk or NoticeRecipient.Officer => links.OfficerRequest(request.Reference),
                NoticeRecipient.Follower => links.FollowedRequest(reader.Secret),
                _ => links.OwnPage(reader.Secret),
            }),
            LinkWords = text.LinkWords,
            Signature = [.. Signature(language)],
            At = now,
        };
    }

    IEnumerable<string> Signature(string language)
    {
        var who = agency.Value;
        yield return who.ServiceName.Phrase.In(language);
        yield return $"{who.Division.Phrase.In(language)} {who.Name.Phrase.In(language)}".Trim();
        if (who.Phone.Length > 0)
            yield return new Phrase($"โทรศัพท์ {who.Phone}", $"Telephone {who.Phone}").In(language);
        yield return new Phrase(
            "ระบบส่งอีเมลนี้โดยอัตโนมัติ กรุณาอย่าตอบกลับ", "This email was sent automatically; please do not reply to it.").In(language);
    }
}
