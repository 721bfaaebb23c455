using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Tracking;

/// <summary>
/// Lets somebody else act at the worst moment of the next change: on PostgreSQL between its reading and the first thing
/// it writes (from there on it may hold what the other needs), on SQLite, where those who write take turns, right before
/// the form that is sent gets its turn.
/// </summary>
public sealed class Meanwhile : DbCommandInterceptor, IStartupFilter
{
    /// <summary>What happens then, once.</summary>
    public Func<Task>? Next { get; set; }

    public void Watch(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IStartupFilter>(this);
        builder.Services.ConfigureDbContext<PostgresAppDb>(options => options.AddInterceptors(this));
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, rest) =>
        {
            if (!TestDatabase.IsPostgres && HttpMethods.IsPost(context.Request.Method))
                await HappenAsync();
            await rest(context);
        });
        next(app);
    };

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
