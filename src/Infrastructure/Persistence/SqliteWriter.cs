using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Songthang.Infrastructure.Persistence;

/// <summary>
/// SQLite has one writer at a time, and a commit costs a wait for the disk. So whoever wants to write waits here for a turn, in the
/// order of coming; those who come while a transaction is open write into it, each behind a savepoint of its own, and one commit
/// answers them all (docs/decisions/2026-11-30-one-commit-for-those-who-wait.md). One that fails is taken back alone.
/// </summary>
/// <param name="scopes">Gives each group the context that its transaction belongs to.</param>
public sealed class SqliteWriter(IServiceScopeFactory scopes)
{
    /// <summary>So many share one commit at most: the first of them waits for the last.</summary>
    public const int MostInGroup = 64;

    readonly Lock door = new();
    readonly Queue<Turn> waiting = [];
    bool isRunning;
    long turns;
    long groups;

    /// <summary>How many wait for their turn now.</summary>
    public int Waiting
    {
        get
        {
            lock (door)
                return waiting.Count;
        }
    }

    /// <summary>How many turns were given since the start.</summary>
    public long Turns => Interlocked.Read(ref turns);

    /// <summary>How many commits they took.</summary>
    public long Groups => Interlocked.Read(ref groups);

    /// <summary>Waits for a turn and begins to write.</summary>
    /// <param name="db">The context that writes.</param>
    /// <param name="alone">Whether it takes long: nobody then waits for its commit but itself.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async Task<IWriting> BeginAsync(SqliteAppDb db, bool alone, CancellationToken cancellationToken)
    {
        // Whoever is reading on a connection cannot lay it aside.
        var turn = new Turn(alone || db.Database.GetDbConnection().State == System.Data.ConnectionState.Open);
        Enqueue(turn);
        SharedTransaction? group;
        await using (cancellationToken.UnsafeRegister(static (state, token) => ((Turn)state!).GiveUp(token), turn))
            group = await turn.Granted;
        try
        {
            return group is null
                ? new OwnWriting(await db.Database.BeginTransactionAsync(cancellationToken), () => turn.Release(null))
                : await SharedWriting.BeginAsync(db, group, turn);
        }
        catch (Exception problem)
        {
            turn.Release(group is null ? null : problem);
            throw;
        }
    }

    void Enqueue(Turn turn)
    {
        lock (door)
        {
            waiting.Enqueue(turn);
            if (isRunning)
                return;
            isRunning = true;
        }

        // What it does belongs to nobody's request.
        using (ExecutionContext.SuppressFlow())
            _ = Task.Run(RunAsync);
    }

    Turn? Next(bool inGroup)
    {
        lock (door)
        {
            if (waiting.TryPeek(out var next) && !(inGroup && next.IsAlone))
                return waiting.Dequeue();
            if (!inGroup)
                isRunning = false;
            return null;
        }
    }

    async Task RunAsync()
    {
        while (Next(inGroup: false) is { } turn)
        {
            try
            {
                if (!turn.IsAlone)
                    await RunGroupAsync(turn);
                else if (await turn.RunAsync(null) is not TurnEnd.Forsaken)
                    Count(1);
            }
            catch (Exception problem)
            {
                // No transaction could be had: whoever waits is told, and the next one tries anew.
                turn.Fail(problem);
            }
        }
    }

    async Task RunGroupAsync(Turn first)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var transaction = await scope.ServiceProvider.GetRequiredService<AppDb>().Database.BeginTransactionAsync();
        await RunGroupAsync(first, new SharedTransaction(transaction.GetDbTransaction()));
    }

    async Task RunGroupAsync(Turn first, SharedTransaction group)
    {
        var count = 0;
        for (var turn = first; turn is not null; turn = count < MostInGroup ? Next(inGroup: true) : null)
        {
            var end = await turn.RunAsync(group);
            count += end is TurnEnd.Forsaken ? 0 : 1;
            if (end is TurnEnd.Broken)
            {
                group.Fail(turn.Problem!);
                return;
            }
        }

        try
        {
            await group.Transaction.CommitAsync();
            Count(count);
            group.End();
        }
        catch (Exception problem)
        {
            group.Fail(problem);
        }
    }

    void Count(int given)
    {
        Interlocked.Add(ref turns, given);
        Interlocked.Increment(ref groups);
    }
}

/// <summary>The transaction of a group, and its end.</summary>
/// <param name="transaction">On a connection that the group's members borrow one after the other.</param>
sealed class SharedTransaction(DbTransaction transaction)
{
    readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public DbTransaction Transaction => transaction;

    /// <summary>Done when everything is on the disk; failed when nothing is.</summary>
    public Task Ended => ended.Task;

    public void End() => ended.SetResult();

    public void Fail(Exception problem)
    {
        ended.SetException(new DbUpdateException("What was written together with others could not be kept.", problem));
        // Nobody may be left to ask.
        _ = ended.Task.Exception;
    }
}
