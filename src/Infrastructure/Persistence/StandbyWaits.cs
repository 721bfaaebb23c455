using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Songthang.Infrastructure.Persistence;

/// <summary>
/// Believes no commit whose wait for the synchronous standby was cancelled. Cancelled by a time limit, an administrator or a caller
/// who hung up, PostgreSQL calls such a commit a success and says the rest in a warning: it is on the primary, but would be gone when
/// that is lost and the standby takes its place. Here it fails with <see cref="OutcomeUnknown"/>
/// (docs/decisions/2026-11-30-a-commit-is-kept-when-the-standby-has-it.md).
/// </summary>
sealed class StandbyWaits : IDbConnectionInterceptor, IDbTransactionInterceptor, IDbCommandInterceptor
{
    // The place in PostgreSQL that gives up: the sentence itself is in the server's language.
    const string GivesUp = "SyncRepWaitForLSN";

    /// <summary>
    /// Writes a line to the server's log of changes and waits like any commit until the standby has it, and so has everything before
    /// it. Without a synchronous standby it writes nothing.
    /// </summary>
    const string Wait = "SELECT CASE WHEN current_setting('synchronous_standby_names') <> '' THEN pg_logical_emit_message(true, 'songthang', '') END";

    readonly ConditionalWeakTable<DbConnection, Warnings> connections = [];

    public static StandbyWaits Instance { get; } = new();

    /// <summary>Returns when the synchronous standby has everything that can be read now.</summary>
    public static Task ForEverythingReadAsync(PostgresAppDb db) => db.Database.ExecuteSqlRawAsync(Wait);

    void IDbConnectionInterceptor.ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Listen(connection);

    Task IDbConnectionInterceptor.ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken)
    {
        Listen(connection);
        return Task.CompletedTask;
    }

    void IDbTransactionInterceptor.TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Believe(eventData.Context?.Database.GetDbConnection());

    Task IDbTransactionInterceptor.TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken)
    {
        Believe(eventData.Context?.Database.GetDbConnection());
        return Task.CompletedTask;
    }

    // A statement without a transaction is committed by itself: when it returns, or when what it found was read.
    int IDbCommandInterceptor.NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result)
    {
        Believe(command.Connection);
        return result;
    }

    ValueTask<int> IDbCommandInterceptor.NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken)
    {
        Believe(command.Connection);
        return ValueTask.FromResult(result);
    }

    InterceptionResult IDbCommandInterceptor.DataReaderDisposing(DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result)
    {
        Believe(command.Connection);
        return result;
    }

    void Listen(DbConnection connection)
    {
        if (connection is not NpgsqlConnection server)
            return;
        var warnings = connections.GetOrCreateValue(connection);
        warnings.GaveUp = false;
        // One that is opened again already has its listener.
        server.Notice -= warnings.Hear;
        server.Notice += warnings.Hear;
    }

    void Believe(DbConnection? connection)
    {
        if (connection is null || !connections.TryGetValue(connection, out var warnings) || !warnings.GaveUp)
            return;
        warnings.GaveUp = false;
        throw new OutcomeUnknown();
    }

    sealed class Warnings
    {
        public bool GaveUp { get; set; }

        public void Hear(object sender, NpgsqlNoticeEventArgs said) => GaveUp |= said.Notice.Routine == GivesUp;
    }
}
