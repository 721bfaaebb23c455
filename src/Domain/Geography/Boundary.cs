namespace Songthang.Domain.Geography;

/// <summary>Where the border of a tambon runs: one polygon or several.</summary>
/// <param name="TambonCode">Six digits: the tambon that it encloses.</param>
/// <param name="Polygons">Its parts, at least one; they touch each other at most in points.</param>
public sealed record Boundary(string TambonCode, IReadOnlyList<BoundaryPolygon> Polygons)
{
    /// <summary>Every ring of every part, holes too.</summary>
    public IEnumerable<IReadOnlyList<Position>> Rings => Polygons.SelectMany(polygon => polygon.Holes.Prepend(polygon.Shell));
}

/// <summary>One part of a border. Rings are closed: the last position is the first.</summary>
/// <param name="Shell">The outer ring.</param>
/// <param name="Holes">What lies within it and belongs to another tambon; usually none.</param>
public sealed record BoundaryPolygon(IReadOnlyList<Position> Shell, IReadOnlyList<IReadOnlyList<Position>> Holes);
