using Microsoft.EntityFrameworkCore.Storage;

namespace Songthang.Infrastructure.Persistence;

/// <summary>
/// A transaction that writes, from <see cref="AppDb.BeginAsync(CancellationToken)"/>. Disposed without a commit it leaves nothing behind. Neither
/// the commit nor the disposal returns before everything that was read in it is on the disk, whoever wrote it.
/// </summary>
public interface IWriting : IAsyncDisposable
{
    /// <summary>Returns when what was written is on the disk; when it throws, nothing of it is.</summary>
    /// <param name="cancellationToken">Ends the work before the commit.</param>
    Task CommitAsync(CancellationToken cancellationToken);
}

/// <summary>A transaction of one's own.</summary>
/// <param name="transaction">The database's.</param>
/// <param name="release">Called once when it has ended; null when nobody waits for that.</param>
sealed class OwnWriting(IDbContextTransaction transaction, Action? release = null) : IWriting
{
    public Task CommitAsync(CancellationToken cancellationToken) => transaction.CommitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await transaction.DisposeAsync();
        }
        finally
        {
            release?.Invoke();
        }
    }
}
