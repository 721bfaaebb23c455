using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Songthang.Infrastructure.Settings;

namespace Songthang.Infrastructure.Persistence;

/// <summary>The database as one SQLite file.</summary>
/// <param name="options">Which file.</param>
/// <param name="derived">What is derived from a request.</param>
/// <param name="seal">How the secrets of links are stored.</param>
/// <param name="writer">Gives turns to write; null where nobody else writes, as in the migration tool.</param>
public sealed class SqliteAppDb(DbContextOptions<SqliteAppDb> options, DerivedColumns derived, LinkSeal seal, SqliteWriter? writer = null)
    : AppDb(options, derived, seal)
{
    internal SharedWriting? Turn { get; set; }

    private protected override bool TakesTurns => writer is not null;

    private protected override Task<IWriting> BeginAsync(bool alone, CancellationToken cancellationToken) => writer is null
        ? base.BeginAsync(alone, cancellationToken)
        : writer.BeginAsync(this, alone, cancellationToken);
}

/// <summary>The database on a PostgreSQL server.</summary>
public sealed class PostgresAppDb(DbContextOptions<PostgresAppDb> options, DerivedColumns derived, LinkSeal seal)
    : AppDb(options, derived, seal)
{
    private protected override async Task<IWriting> BeginAsync(bool alone, CancellationToken cancellationToken) =>
        new PostgresWriting(this, await Database.BeginTransactionAsync(cancellationToken));
}

/// <summary>Lets the migration tool make the SQLite context.</summary>
public sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteAppDb>
{
    /// <inheritdoc />
    public SqliteAppDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteAppDb>().UseSqlite("Data Source=:memory:").Options, new DerivedColumns(new CurrentSettings(), ReferenceData.Province), LinkSeal.None);
}

/// <summary>Lets the migration tool make the PostgreSQL context.</summary>
public sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresAppDb>
{
    /// <inheritdoc />
    public PostgresAppDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresAppDb>().UseNpgsql("Host=localhost").Options, new DerivedColumns(new CurrentSettings(), ReferenceData.Province), LinkSeal.None);
}
