using System.Security.Cryptography;
using System.Text;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Accounts.Sessions;

/// <summary>A sign-in, for its owner to recognise.</summary>
/// <param name="Handle">Names it on the page without being worth anything.</param>
/// <param name="StartedAt">UTC.</param>
/// <param name="Address">Network address.</param>
/// <param name="Browser">What the browser calls itself.</param>
/// <param name="IsThis">The one that asks.</param>
/// <param name="IsOver">It can be used no longer.</param>
public sealed record SessionLine(string Handle, DateTime StartedAt, string Address, string Browser, bool IsThis, bool IsOver)
{
    public static SessionLine Of(OfficerSession session, OfficerAccount account, string own, DateTime now) => new(
        HandleOf(session.Id), session.StartedAt, session.Address, session.Browser, session.Id == own,
        session.EndedAt is not null || session.StartedAt < now - Session.Longest || session.SecurityStamp != account.SecurityStamp);

    /// <summary>The session's id never stands on a page, so its hash does.</summary>
    public static string HandleOf(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(id)).AsSpan(0, 8));
}
