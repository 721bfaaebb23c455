using Microsoft.EntityFrameworkCore.Storage;

namespace Songthang.Infrastructure.Persistence;

/// <summary>A transaction on PostgreSQL.</summary>
/// <param name="db">Its context.</param>
/// <param name="transaction">The database's.</param>
sealed class PostgresWriting(PostgresAppDb db, IDbContextTransaction transaction) : IWriting
{
    bool isCommitted;

    public Task CommitAsync(CancellationToken cancellationToken)
    {
        isCommitted = true;
        return transaction.CommitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        // What was read here may be a commit that nobody believed: the first one to send a form was told nothing, and the second one
        // must not be answered from it before the standby has it.
        if (!isCommitted)
            await StandbyWaits.ForEverythingReadAsync(db);
    }
}
