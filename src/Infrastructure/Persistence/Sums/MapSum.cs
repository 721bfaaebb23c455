using Songthang.Domain.Publication;

namespace Songthang.Infrastructure.Persistence.Sums;

/// <summary>
/// How many requests of one status, tambon and fault stand in a cell of the public map. Written and folded like
/// <see cref="DailySum"/>: the sum over all rows is the figure at any time.
/// </summary>
public sealed class MapSum
{
    /// <summary>Key in storage.</summary>
    public long Id { get; set; }

    /// <summary>Zoom of the cell, one of <see cref="MapTally.Zooms"/>.</summary>
    public int Zoom { get; set; }

    /// <summary>What is wrong; <see cref="MapTally.EveryFault"/> in the rows that count all of them together.</summary>
    public string FaultCode { get; set; } = "";

    /// <summary>As <see cref="Domain.Geography.MapCell.Row"/>.</summary>
    public int CellRow { get; set; }

    /// <summary>As <see cref="Domain.Geography.MapCell.Column"/>.</summary>
    public int CellColumn { get; set; }

    /// <summary>Six digits; empty when unknown.</summary>
    public string TambonCode { get; set; } = "";

    /// <summary>Number of the <see cref="Domain.ServiceRequests.ServiceRequestStatus"/>.</summary>
    public int StatusOrder { get; set; }

    /// <summary>Written by a save and not folded yet.</summary>
    public bool IsFresh { get; set; }

    /// <summary>How many.</summary>
    public int Count { get; set; }

    /// <summary>Sum of their <see cref="MapMark.Latitude"/>.</summary>
    public long Latitudes { get; set; }

    /// <summary>Sum of their <see cref="MapMark.Longitude"/>.</summary>
    public long Longitudes { get; set; }

    /// <summary>Sum of their <see cref="Domain.ServiceRequests.Reference.Key"/>: when there is one, it says which.</summary>
    public long ReferenceKeys { get; set; }

    internal void Add(int count, long latitudes, long longitudes, long references)
    {
        Count += count;
        Latitudes += latitudes;
        Longitudes += longitudes;
        ReferenceKeys += references;
    }

    internal bool IsNothing => (Count, Latitudes, Longitudes, ReferenceKeys) == (0, 0, 0, 0);

    internal (string, int) Key => (TambonCode, StatusOrder);
}
