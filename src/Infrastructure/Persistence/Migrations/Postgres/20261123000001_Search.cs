using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Songthang.Infrastructure.Search;

namespace Songthang.Infrastructure.Persistence.Migrations.Postgres;

/// <summary>
/// The search index, which the model knows nothing of: written by hand.
/// </summary>
[DbContext(typeof(PostgresAppDb))]
[Migration("20261123000001_Search")]
public sealed class Search : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(PostgresTrigrams.Create);

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(PostgresTrigrams.Drop);
}
