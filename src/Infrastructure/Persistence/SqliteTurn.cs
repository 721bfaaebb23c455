using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Songthang.Infrastructure.Persistence;

/// <summary>How a turn ended.</summary>
enum TurnEnd
{
    /// <summary>Whoever waited for it had gone.</summary>
    Forsaken,

    /// <summary>What it wrote is in the transaction, or was taken back from it.</summary>
    Over,

    /// <summary>SQLite took back the whole transaction, as it does when the disk is full or fails.</summary>
    Broken,
}

/// <summary>The right to write, from when it is granted until it is released.</summary>
/// <param name="isAlone">Whether it shares no transaction with others.</param>
sealed class Turn(bool isAlone)
{
    readonly TaskCompletionSource<SharedTransaction?> granted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsAlone => isAlone;

    /// <summary>The transaction to write into, null when it is alone.</summary>
    public Task<SharedTransaction?> Granted => granted.Task;

    /// <summary>Why the whole transaction is lost; null when it is not.</summary>
    public Exception? Problem { get; private set; }

    /// <summary>Grants it and waits until it is released.</summary>
    public async Task<TurnEnd> RunAsync(SharedTransaction? group)
    {
        if (!granted.TrySetResult(group))
            return TurnEnd.Forsaken;
        await released.Task;
        return Problem is null ? TurnEnd.Over : TurnEnd.Broken;
    }

    public void GiveUp(CancellationToken cancellationToken) => granted.TrySetCanceled(cancellationToken);

    public void Fail(Exception problem) => granted.TrySetException(problem);

    /// <summary>Lets the next one write.</summary>
    /// <param name="problem">Why the whole transaction is lost; null when it is not.</param>
    public void Release(Exception? problem)
    {
        if (released.Task.IsCompleted)
            return;
        Problem = problem;
        released.SetResult();
    }
}

/// <summary>One member's part of a shared transaction: its context borrows the connection, and a savepoint keeps it apart.</summary>
sealed class SharedWriting : IWriting
{
    const string Savepoint = "turn";

    readonly SqliteAppDb db;
    readonly SharedTransaction group;
    readonly Turn turn;
    readonly System.Data.Common.DbConnection own;
    bool isOver;

    SharedWriting(SqliteAppDb db, SharedTransaction group, Turn turn) =>
        (this.db, this.group, this.turn, own) = (db, group, turn, db.Database.GetDbConnection());

    /// <summary>What SQLite refused last in this turn.</summary>
    public Exception? Refused { get; set; }

    public static async Task<IWriting> BeginAsync(SqliteAppDb db, SharedTransaction group, Turn turn)
    {
        var writing = new SharedWriting(db, group, turn);
        try
        {
            await writing.BorrowAsync();
            return writing;
        }
        catch
        {
            await writing.GiveBackAsync();
            throw;
        }
    }

    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        await group.Transaction.ReleaseAsync(Savepoint, cancellationToken);
        await EndAsync(null);
        await group.Ended;
    }

    public async ValueTask DisposeAsync()
    {
        if (isOver)
            return;
        Exception? problem = null;
        try
        {
            await group.Transaction.RollbackAsync(Savepoint);
            await group.Transaction.ReleaseAsync(Savepoint);
        }
        catch (Exception broken)
        {
            problem = Refused ?? broken;
        }

        await EndAsync(problem);
        // What was read here may be another member's, and is only true when that is kept.
        await group.Ended;
    }

    async Task BorrowAsync()
    {
        // Laid aside, not closed for good.
        db.Database.SetDbConnection(own, contextOwnsConnection: false);
        db.Database.SetDbConnection(group.Transaction.Connection, contextOwnsConnection: false);
        db.Turn = this;
        await db.Database.UseTransactionAsync(group.Transaction);
        await group.Transaction.SaveAsync(Savepoint);
    }

    async Task GiveBackAsync()
    {
        db.Turn = null;
        await db.Database.UseTransactionAsync(null);
        db.Database.SetDbConnection(own, contextOwnsConnection: true);
    }

    async Task EndAsync(Exception? problem)
    {
        isOver = true;
        try
        {
            await GiveBackAsync();
        }
        finally
        {
            turn.Release(problem);
        }
    }

    /// <summary>Remembers why: SQLite itself says only once what was wrong.</summary>
    public sealed class Watch : DbCommandInterceptor
    {
        public override void CommandFailed(System.Data.Common.DbCommand command, CommandErrorEventData eventData) => Note(eventData);

        public override Task CommandFailedAsync(
            System.Data.Common.DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
        {
            Note(eventData);
            return Task.CompletedTask;
        }

        static void Note(CommandErrorEventData eventData)
        {
            if (eventData.Context is SqliteAppDb { Turn: { } turn })
                turn.Refused = eventData.Exception;
        }
    }
}
