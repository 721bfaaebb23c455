using Microsoft.EntityFrameworkCore;
using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Settings;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Settings;

namespace Songthang.Infrastructure.Persistence;

/// <summary>A line of the register that the program keeps: which request got which number.</summary>
public sealed class ReceiveEntry
{
    /// <summary>Calendar year, Buddhist Era.</summary>
    public int Year { get; set; }

    /// <summary>Number in the year, from 1 without gaps.</summary>
    public int Number { get; set; }

    /// <summary>The request.</summary>
    public long ServiceRequestId { get; set; }

    /// <summary>When it was received, UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>Who printed the form, called as then.</summary>
    public string ByName { get; set; } = "";
}

/// <summary>The register of received papers, where the office lets the program keep it.</summary>
public static class ReceiveRegister
{
    /// <summary>The greatest number that a year can have.</summary>
    public const int MostNumber = 999_999;

    /// <summary>
    /// Gives the request the next number of the year unless it has one or the office keeps its register itself. Inside the
    /// caller's transaction: when that fails, the number is given back, so that there are no gaps. Whoever comes second waits for
    /// the first.
    /// </summary>
    /// <param name="db">The database, with an open transaction.</param>
    /// <param name="request">The request, loaded to be changed.</param>
    /// <param name="settings">Say who keeps the register.</param>
    /// <param name="by">Who prints.</param>
    /// <param name="now">UTC; the year is Bangkok's.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public static async Task ReceiveAsync(
        this AppDb db, ServiceRequest request, CurrentSettings settings, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        if (settings.Get(Topics.Papers).ReceiveNumbers != ReceiveNumbers.Kept || request.ReceiveNumber.Length > 0)
            return;
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("A receive number is taken inside the transaction that uses it.");
        var year = ThaiDates.BuddhistYear(now);
        var numbers = await db.Database.SqlQuery<int>(
            $"""
             INSERT INTO receive_counters (year, last) VALUES ({year}, 1)
             ON CONFLICT (year) DO UPDATE SET last = receive_counters.last + 1
             RETURNING last AS "Value"
             """).ToListAsync(cancellationToken);
        request.GiveReceiveNumber(new($"{numbers[0]}/{year}", now), by, now);
        db.ReceiveEntries.Add(new ReceiveEntry { Year = year, Number = numbers[0], ServiceRequestId = request.Id, At = now, ByName = by.Name });
    }

    /// <summary>
    /// Lets a year's numbers go on at a number, as where the office begins to let the program keep its register within a year. What
    /// is in the register stays. Inside the caller's transaction; whoever prints at this moment waits for it or is waited for.
    /// </summary>
    /// <param name="db">The database, with an open transaction.</param>
    /// <param name="year">Calendar year, Buddhist Era.</param>
    /// <param name="next">The number that the next paper gets, 1 to <see cref="MostNumber"/>.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="RuleBroken"><c>receive-number.taken</c>: it is not above every number that was given.</exception>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public static async Task GoOnAtAsync(this AppDb db, int year, int next, CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("Where numbers go on is said inside a transaction.");
        // Whoever holds this row gives numbers; only with it in hand the greatest one is known.
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO receive_counters (year, last) VALUES ({year}, 0) ON CONFLICT (year) DO UPDATE SET last = receive_counters.last", cancellationToken);
        var given = await db.ReceiveEntries.Where(entry => entry.Year == year).MaxAsync(entry => (int?)entry.Number, cancellationToken) ?? 0;
        if (next <= given)
        {
            throw new RuleBroken("receive-number.taken", new(
                $"เลขถัดไปต้องมากกว่า {given} ซึ่งออกไปแล้ว", $"The next number must be above {given}, which was given already."));
        }

        await db.Database.ExecuteSqlAsync($"UPDATE receive_counters SET last = {next - 1} WHERE year = {year}", cancellationToken);
    }
}

/// <summary>The last number that was given in a year.</summary>
public sealed class ReceiveCounter
{
    /// <summary>Calendar year, Buddhist Era.</summary>
    public int Year { get; set; }

    /// <summary>The last number.</summary>
    public int Last { get; set; }
}
