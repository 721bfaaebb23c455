using Microsoft.EntityFrameworkCore;

namespace Songthang.Infrastructure.Persistence.Sums;

/// <summary>The cells of the map.</summary>
public sealed partial class FoldSums
{
    const int MostCells = 2_000, CellsAtOnce = 50;

    async Task<int> FoldMapAsync(CancellationToken cancellationToken)
    {
        var cells = await db.MapSums.Where(sum => sum.IsFresh)
            .Select(sum => new { sum.Zoom, sum.FaultCode, sum.CellRow, sum.CellColumn }).Distinct()
            .OrderBy(cell => cell.Zoom).ThenBy(cell => cell.FaultCode).ThenBy(cell => cell.CellRow).ThenBy(cell => cell.CellColumn)
            .Take(MostCells).ToListAsync(cancellationToken);
        foreach (var some in cells.Chunk(CellsAtOnce))
        {
            await using var transaction = await db.BeginAsync(cancellationToken);
            foreach (var cell in some)
            {
                var rows = await db.MapSums.FromSql($"""
                    DELETE FROM map_sums WHERE zoom = {cell.Zoom} AND fault_code = {cell.FaultCode} AND cell_row = {cell.CellRow}
                        AND cell_column = {cell.CellColumn} RETURNING *
                    """).AsNoTracking().ToListAsync(cancellationToken);
                foreach (var same in rows.GroupBy(row => row.Key))
                    AddSumOf([.. same]);
            }

            await SaveAsync(transaction, cancellationToken);
        }

        return cells.Count;
    }

    void AddSumOf(List<MapSum> rows)
    {
        var first = rows[0];
        var sum = new MapSum
        {
            Zoom = first.Zoom,
            FaultCode = first.FaultCode,
            CellRow = first.CellRow,
            CellColumn = first.CellColumn,
            TambonCode = first.TambonCode,
            StatusOrder = first.StatusOrder,
        };
        foreach (var row in rows)
            sum.Add(row.Count, row.Latitudes, row.Longitudes, row.ReferenceKeys);
        if (!sum.IsNothing)
            db.MapSums.Add(sum);
    }
}
