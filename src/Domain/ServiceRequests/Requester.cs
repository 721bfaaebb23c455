namespace Songthang.Domain.ServiceRequests;

/// <summary>How the requester wants to be told.</summary>
public enum ToldBy
{
    /// <summary>On the own page, which the requester looks at.</summary>
    OwnPage,

    /// <summary>By email, and on the own page.</summary>
    Email,

    /// <summary>An officer calls, and it stands on the own page.</summary>
    Phone,
}

/// <summary>
/// Who reported: by law the least (PDPA s. 22), no ID-card number, no address. Never public, never in the timeline.
/// </summary>
/// <param name="Name">First and last name; 1 to 200 text elements, empty for an anonymous report taken by an officer.</param>
/// <param name="Phone">Digits only, 9 or 10 of them, empty when unknown.</param>
/// <param name="Email">Address, empty when not given.</param>
/// <param name="ToldBy">How to be told.</param>
/// <param name="Language">Language of messages: <c>th</c> or <c>en</c>.</param>
public sealed record Requester(string Name, string Phone, string Email, ToldBy ToldBy, string Language)
{
    /// <summary>Whether it says anything of a person.</summary>
    public bool IsSomebody => Name.Length + Phone.Length + Email.Length > 0;
}
