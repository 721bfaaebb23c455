using System.Globalization;

namespace Songthang.Web.Features.SecurityContact;

/// <summary>Whom to tell of a hole in this installation, and until when that holds (RFC 9116).</summary>
public sealed class SecurityContactOptions
{
    public const string Section = "Songthang:Security";

    /// <summary>Addresses <c>mailto:…</c>, <c>https://…</c> or <c>tel:…</c>, the best first, separated by spaces; empty: nobody is named.</summary>
    public string Contact { get; init; } = "";

    /// <summary>When somebody must have looked at it again, such as <c>2027-11-30T00:00:00+07:00</c>; at most a year ahead, says the RFC.</summary>
    public string Expires { get; init; } = "";

    /// <summary><see cref="Contact"/>, one by one.</summary>
    public IReadOnlyList<string> Contacts => Contact.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether all of it can be understood.</summary>
    public bool IsSound => Contacts.All(IsContact) && (Contacts.Count == 0 || ExpiresAt is not null);

    /// <summary><see cref="Expires"/>, UTC; null when it is no moment.</summary>
    public DateTime? ExpiresAt => DateTimeOffset.TryParseExact(
        Expires, "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at.UtcDateTime : null;

    static bool IsContact(string contact) =>
        Uri.TryCreate(contact, UriKind.Absolute, out var address) && address.Scheme is ("mailto" or "https" or "tel") && contact.All(sign => sign is > ' ' and < '\x7f');
}
