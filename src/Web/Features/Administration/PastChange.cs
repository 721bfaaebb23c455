using Microsoft.EntityFrameworkCore;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Settings;

namespace Songthang.Web.Features.Administration;

/// <summary>A change of a topic with what it changed.</summary>
/// <param name="Number">Its number.</param>
/// <param name="At">When, UTC.</param>
/// <param name="By">Name of the administrator at that time.</param>
/// <param name="TakenFrom">Number of the change whose document it took up again; 0 for the shipped one; null for an ordinary change.</param>
/// <param name="Differences">Old and new, field by field.</param>
public sealed record PastChange(int Number, DateTime At, string By, int? TakenFrom, IReadOnlyList<Difference> Differences)
{
    /// <summary>What was changed after the change with this number, oldest first.</summary>
    public static async Task<IReadOnlyList<PastChange>> SinceAsync(
        AppDb db, CurrentSettings settings, Shape shape, int number, CancellationToken cancellationToken) =>
        Compare(settings, shape, await Changes(db, shape).Where(change => change.Number >= number)
            .OrderBy(change => change.Number).ToListAsync(cancellationToken), number + 1);

    /// <summary>A page of the history, newest first.</summary>
    /// <param name="db">The database.</param>
    /// <param name="settings">Knows what is shipped.</param>
    /// <param name="shape">Which topic.</param>
    /// <param name="before">Number that all are smaller than.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public static async Task<IReadOnlyList<PastChange>> BeforeAsync(
        AppDb db, CurrentSettings settings, Shape shape, int before, int count, CancellationToken cancellationToken)
    {
        // One more than is shown: the oldest is compared with its predecessor.
        var rows = await Changes(db, shape).Where(change => change.Number < before)
            .OrderByDescending(change => change.Number).Take(count + 1).ToListAsync(cancellationToken);
        rows.Reverse();
        return [.. Compare(settings, shape, rows, rows.Count > count ? rows[1].Number : 1).OrderByDescending(change => change.Number)];
    }

    static IQueryable<SettingChange> Changes(AppDb db, Shape shape) =>
        db.SettingChanges.AsNoTracking().Where(change => change.Topic == shape.Topic.Name);

    static List<PastChange> Compare(CurrentSettings settings, Shape shape, List<SettingChange> rows, int from)
    {
        var documents = rows.ToDictionary(change => change.Number, change => change.Document);
        documents[0] = shape.Shipped(settings);
        return [.. rows.Where(change => change.Number >= from).Select(change => new PastChange(
            change.Number, change.At, change.OfficerName, change.TakenFrom,
            Difference.Between(shape, documents[change.Number - 1], change.Document)))];
    }
}
