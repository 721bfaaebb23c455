using Microsoft.EntityFrameworkCore;
using Songthang.Domain;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Several;

/// <summary>What became of one of several requests.</summary>
/// <param name="Reference">Which.</param>
/// <param name="WhyNot">Why nothing was done; null when it was.</param>
public sealed record RowResult(string Reference, Phrase? WhyNot);

/// <summary>Goes through several requests, each in a transaction of its own, so that one conflict spoils nothing.</summary>
static class EachRequest
{
    /// <summary>Most requests of one go.</summary>
    public const int Most = 500;

    /// <summary>Does something to each; what a rule refuses is that row's result and no more.</summary>
    /// <param name="db">The database.</param>
    /// <param name="all">Which requests.</param>
    /// <param name="reference">The reference of one.</param>
    /// <param name="act">Loads, acts and saves.</param>
    public static async Task<IReadOnlyList<RowResult>> GoThroughAsync<T>(
        this AppDb db, IEnumerable<T> all, Func<T, string> reference, Func<T, Task> act)
    {
        var results = new List<RowResult>();
        foreach (var one in all)
        {
            results.Add(new(reference(one), await TryAsync(one, act)));
            // What was loaded for this row, or half changed by it, is no business of the next one.
            db.ChangeTracker.Clear();
        }

        return results;
    }

    static async Task<Phrase?> TryAsync<T>(T one, Func<T, Task> act)
    {
        try
        {
            await act(one);
            return null;
        }
        catch (RuleBroken rule)
        {
            return rule.Sentence;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new("มีผู้แก้ไขเรื่องนี้พร้อมกัน กรุณาลองอีกครั้ง", "Somebody changed it at the same moment; please try again.");
        }
    }
}
