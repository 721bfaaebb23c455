using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Tests.Host;

/// <summary>Listens to what the program asks of its database, and tells how the database finds the answers.</summary>
sealed class QueryPlans : DbCommandInterceptor
{
    readonly ConcurrentQueue<(string Sql, (string Name, object? Value)[] Parameters)> heard = new();

    /// <summary>For <see cref="TestApp.StartAsync"/>.</summary>
    public void Listen(WebApplicationBuilder builder)
    {
        builder.Services.ConfigureDbContext<SqliteAppDb>(options => options.AddInterceptors(this));
        builder.Services.ConfigureDbContext<PostgresAppDb>(options => options.AddInterceptors(this));
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (command.CommandText.TrimStart().StartsWith("SELECT", StringComparison.Ordinal))
            heard.Enqueue((command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(parameter => (parameter.ParameterName, parameter.Value))]));
        return new(result);
    }

    /// <summary>What was asked since the last <see cref="Clear"/>.</summary>
    public IReadOnlyList<string> Asked => [.. heard.Select(one => one.Sql)];

    /// <summary>Forgets what was asked so far.</summary>
    public void Clear() => heard.Clear();

    /// <summary>The plan of every question about a column of a table since the last <see cref="Clear"/>, one line a step.</summary>
    public Task<List<string>> OfAsync(TestApp app, string table, string column)
    {
        (string Sql, (string Name, object? Value)[] Parameters)[] asked =
        [
            .. heard.Where(one => one.Sql.Replace("\"", "", StringComparison.Ordinal) is var sql
                && sql.Contains($"FROM {table} ", StringComparison.Ordinal) && sql.Contains($".{column}", StringComparison.Ordinal)),
        ];
        return app.WithDbAsync(async db =>
        {
            await db.Database.OpenConnectionAsync();
            var plans = new List<string>();
            foreach (var (sql, parameters) in asked)
                plans.Add(await ExplainAsync(db.Database.GetDbConnection(), sql, parameters));
            return plans;
        });
    }

    static async Task<string> ExplainAsync(DbConnection connection, string sql, (string Name, object? Value)[] parameters)
    {
        await using var command = connection.CreateCommand();
        // On a small table PostgreSQL would rather read it through.
#pragma warning disable CA2100 // The program's own question.
        command.CommandText = (TestDatabase.IsPostgres ? "SET enable_seqscan = off; EXPLAIN " : "EXPLAIN QUERY PLAN ") + sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
            lines.Add(reader.GetString(reader.FieldCount - 1));
        return string.Join('\n', lines);
    }
}
