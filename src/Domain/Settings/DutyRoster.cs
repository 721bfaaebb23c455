namespace Songthang.Domain.Settings;

/// <summary>An officer is on duty on these days.</summary>
/// <param name="OfficerId">The account.</param>
/// <param name="From">First day, Bangkok.</param>
/// <param name="To">Last day, Bangkok; not before <paramref name="From"/>.</param>
public sealed record DutyPeriod(int OfficerId, DateOnly From, DateOnly To)
{
    /// <summary>Whether the day lies in it.</summary>
    public bool Holds(DateOnly day) => From <= day && day <= To;
}

/// <summary>Who gets the new requests when. On a day without anybody they stay with the team.</summary>
/// <param name="Periods">In any order; they may overlap, then the officers take turns.</param>
public sealed record DutyRoster(IReadOnlyList<DutyPeriod> Periods)
{
    /// <summary>Most periods that are kept: several years of weekly duties.</summary>
    public const int MostPeriods = 300;

    /// <summary>The accounts on duty on a day, each once, in the order of their numbers.</summary>
    public IReadOnlyList<int> OnDuty(DateOnly day) =>
        [.. Periods.Where(period => period.Holds(day)).Select(period => period.OfficerId).Distinct().Order()];
}
