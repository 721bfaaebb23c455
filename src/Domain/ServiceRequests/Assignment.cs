using System.Globalization;

namespace Songthang.Domain.ServiceRequests;

/// <summary>Whether a request is assigned by itself or together with others: several at once are worth one letter, not a hundred.</summary>
public enum AssignmentShare
{
    /// <summary>By itself.</summary>
    Alone,

    /// <summary>The first of several, whose letter speaks for all of them.</summary>
    First,

    /// <summary>One of the others.</summary>
    Further,
}

/// <summary>What the detail of an entry of the kind <see cref="TimelineKind.Assigned"/> says.</summary>
/// <param name="OfficerId">The account.</param>
/// <param name="Share">Alone or one of several.</param>
public readonly record struct Assignment(int OfficerId, AssignmentShare Share)
{
    /// <summary>As it stands in <see cref="TimelineEntry.Detail"/>: <c>7</c>, <c>7 first</c>, <c>7 further</c>.</summary>
    public string Code => OfficerId.ToString(CultureInfo.InvariantCulture) + Share switch
    {
        AssignmentShare.First => " first",
        AssignmentShare.Further => " further",
        _ => "",
    };

    /// <summary>Reads a detail; null when it is none of an assignment.</summary>
    public static Assignment? Read(string detail)
    {
        var parts = detail.Split(' ');
        if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var officer))
            return null;
        return parts switch
        {
            [_] => new(officer, AssignmentShare.Alone),
            [_, "first"] => new(officer, AssignmentShare.First),
            [_, "further"] => new(officer, AssignmentShare.Further),
            _ => null,
        };
    }
}
