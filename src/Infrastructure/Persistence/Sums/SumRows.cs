using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Songthang.Infrastructure.Persistence.Sums;

/// <summary>
/// Adds rows of the sums, all of a table with one statement. A request that comes in adds a dozen of them: tracked one by one they
/// would cost more than the request itself.
/// </summary>
static class SumRows
{
    // SQLite takes 32,766 values, a row has at most seventeen.
    const int MostTogether = 1_000;

    public static async Task AddAsync(AppDb db, SumChanges sums, CancellationToken cancellationToken)
    {
        await AddAsync(db, sums.Days, cancellationToken);
        await AddAsync(db, sums.Steps, cancellationToken);
        await AddAsync(db, sums.Work.Rows, cancellationToken);
        await AddAsync(db, sums.Map.Cells, cancellationToken);
    }

    static async Task AddAsync<T>(AppDb db, IEnumerable<T> rows, CancellationToken cancellationToken)
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        var columns = type.GetProperties().Where(property => !property.IsPrimaryKey()).ToList();
        foreach (var together in rows.Chunk(MostTogether))
            await db.Database.ExecuteSqlRawAsync(
                Sql(type.GetTableName()!, columns, together.Length), together.SelectMany(row => columns.Select(column => Stored(column, row!))), cancellationToken);
    }

    static object Stored(IProperty column, object row)
    {
        var value = column.GetGetter().GetClrValue(row)!;
        return column.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value)! : value;
    }

    static string Sql(string table, List<IProperty> columns, int rows)
    {
        var sql = new StringBuilder($"INSERT INTO {table} ({string.Join(", ", columns.Select(column => column.GetColumnName()))}) VALUES ");
        for (var value = 0; value < rows * columns.Count; value++)
        {
            sql.Append(value == 0 ? "(" : value % columns.Count == 0 ? "), (" : ", ");
            sql.Append(CultureInfo.InvariantCulture, $"{{{value}}}");
        }

        return sql.Append(')').ToString();
    }
}
