namespace Songthang.Domain.Officers;

/// <summary>What an account may do (design section 1: the people).</summary>
public enum OfficerRole
{
    /// <summary>เจ้าหน้าที่กองช่าง: checks, answers and steers requests.</summary>
    Officer,

    /// <summary>ช่างไฟฟ้า: repairs and reports the result.</summary>
    Crew,

    /// <summary>ผู้อำนวยการกองช่าง ปลัด นายก: reads figures, signs off.</summary>
    Director,

    /// <summary>ผู้ดูแลระบบ: accounts, settings, undelivered messages; may do what an officer may.</summary>
    Administrator,
}

/// <summary>Which kind of person or program acts.</summary>
public enum ActorKind
{
    /// <summary>The citizen who reported; never named in the timeline.</summary>
    Requester,

    /// <summary>A signed-in account of the authority.</summary>
    Officer,

    /// <summary>The program itself, such as a lapsed deadline or a delivered message.</summary>
    System,

    /// <summary>History taken over from another register; tells nobody.</summary>
    Import,
}

/// <summary>Who does something to a request.</summary>
/// <param name="Kind">Citizen, officer or program.</param>
/// <param name="OfficerId">The account's id; null unless <paramref name="Kind"/> is <see cref="ActorKind.Officer"/>.</param>
/// <param name="Name">The officer's name as shown to colleagues; empty for everyone else, so that no citizen is named in the timeline.</param>
public sealed record Actor(ActorKind Kind, int? OfficerId, string Name)
{
    /// <summary>The citizen who reported.</summary>
    public static Actor Requester { get; } = new(ActorKind.Requester, null, "");

    /// <summary>The program itself.</summary>
    public static Actor System { get; } = new(ActorKind.System, null, "");

    /// <summary>An import of history.</summary>
    public static Actor Import { get; } = new(ActorKind.Import, null, "");

    /// <summary>A signed-in officer.</summary>
    public static Actor Officer(int id, string name) => new(ActorKind.Officer, id, name);
}
