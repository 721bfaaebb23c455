using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Songthang.Infrastructure.Search;

namespace Songthang.Infrastructure.Persistence.Migrations.Sqlite;

/// <summary>The search index of the poles, which the model knows nothing of: written by hand, like that of the requests.</summary>
[DbContext(typeof(SqliteAppDb))]
[Migration("20261128071131_PoleSearchIndex")]
public sealed class PoleSearchIndex : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(SqliteTrigrams.CreateForPoles);
        // Every request gets the column that its pole is found by: the program derives what is behind.
        migrationBuilder.Sql("UPDATE service_requests SET derived_from = -1");
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqliteTrigrams.DropForPoles);
}
