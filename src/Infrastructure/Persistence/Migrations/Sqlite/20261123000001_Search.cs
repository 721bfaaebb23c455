using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Songthang.Infrastructure.Search;

namespace Songthang.Infrastructure.Persistence.Migrations.Sqlite;

/// <summary>
/// The search index, which the model knows nothing of: written by hand. A later migration that makes the table
/// anew (SQLite cannot change most columns in place) loses the triggers and has to create them again.
/// </summary>
[DbContext(typeof(SqliteAppDb))]
[Migration("20261123000001_Search")]
public sealed class Search : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqliteTrigrams.Create);

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqliteTrigrams.Drop);
}
