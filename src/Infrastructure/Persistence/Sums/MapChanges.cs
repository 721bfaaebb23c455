namespace Songthang.Infrastructure.Persistence.Sums;

/// <summary>The differences that requests make to the sums of the map, as <see cref="SumChanges"/> has those of the figures.</summary>
public sealed class MapChanges
{
    readonly Dictionary<(int Zoom, string Fault, int Row, int Column, string Tambon, int Status), MapSum> cells = [];

    /// <summary>The rows to be added, without those that come to nothing.</summary>
    public IEnumerable<MapSum> Cells => cells.Values.Where(sum => !sum.IsNothing);

    /// <summary>A request is counted as something else from now on.</summary>
    /// <param name="reference">Its <see cref="Domain.ServiceRequests.Reference.Key"/>.</param>
    /// <param name="before">What it was counted as; null when it was not.</param>
    /// <param name="after">What it is to be counted as; null when it is not.</param>
    public void Add(long reference, MapTally? before, MapTally? after)
    {
        if (before is not null)
            Count(reference, before, -1);
        if (after is not null)
            Count(reference, after, 1);
    }

    void Count(long reference, MapTally tally, int times)
    {
        foreach (var zoom in MapTally.Zooms)
        {
            var cell = tally.Cell(zoom);
            foreach (var fault in (string[])[MapTally.EveryFault, tally.FaultCode])
            {
                var key = (zoom, fault, cell.Row, cell.Column, tally.TambonCode, (int)tally.Status);
                if (!cells.TryGetValue(key, out var sum))
                {
                    cells[key] = sum = new()
                    {
                        Zoom = zoom,
                        FaultCode = fault,
                        CellRow = cell.Row,
                        CellColumn = cell.Column,
                        TambonCode = tally.TambonCode,
                        StatusOrder = (int)tally.Status,
                        IsFresh = true,
                    };
                }

                sum.Add(times, times * tally.Latitude, times * tally.Longitude, times * reference);
            }
        }
    }
}
