using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Tests.Tracking;

/// <summary>
/// Lets somebody else act at the worst moment of the next change: on PostgreSQL between its reading and the first thing
/// it writes (from there on it may hold what the other needs), on SQLite, where only one can hold a transaction that
/// writes, right before it.
/// </summary>
public sealed class Meanwhile : DbCommandInterceptor, IDbTransactionInterceptor
{
    /// <summary>What happens then, once.</summary>
    public Func<Task>? Next { get; set; }

    public void Watch(WebApplicationBuilder builder)
    {
        builder.Services.ConfigureDbContext<SqliteAppDb>(options => options.AddInterceptors(this));
        builder.Services.ConfigureDbContext<PostgresAppDb>(options => options.AddInterceptors(this));
    }

    public async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result,
        CancellationToken cancellationToken = default)
    {
        if (eventData.Context is SqliteAppDb)
            await HappenAsync();
        return result;
    }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default)
    {
        if (eventData.Context is PostgresAppDb && !command.CommandText.StartsWith("SELECT", StringComparison.Ordinal))
            await HappenAsync();
        return result;
    }

    async Task HappenAsync()
    {
        (var next, Next) = (Next, null);
        if (next is not null)
            await next();
    }
}
