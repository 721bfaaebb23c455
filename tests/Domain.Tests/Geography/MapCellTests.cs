using CsCheck;
using Songthang.Domain.Geography;

namespace Songthang.Domain.Tests.Geography;

public class MapCellTests
{
    static readonly Gen<Position> Anywhere = Gen.Select(Gen.Double[-85, 85], Gen.Double[-180, 180], Position.Create);

    [Fact]
    public void A_cell_is_a_quarter_of_a_tile_wide_and_counted_from_the_north_west()
    {
        Assert.Equal(new MapCell(0, 2, 2), MapCell.Of(Position.Create(0, 0), 0));
        // Tile 12773/7529 of zoom 14 holds the island of Ayutthaya.
        var cell = MapCell.Of(Position.Create(14.3559, 100.5586), 14);
        Assert.Equal((100.5586 + 180) / 360 * (1 << 14), cell.Column / 4.0, 0.25);
        Assert.Equal(new MapCell(0, 3, 3), MapCell.Of(Position.Create(-90, 180), 0));
        Assert.Equal(new MapCell(0, 0, 0), MapCell.Of(Position.Create(90, -180), 0));
    }

    [Fact]
    public void Every_position_lies_in_its_cell_and_cells_in_those_of_smaller_zooms() => Gen.Select(Anywhere, Gen.Int[0, 18]).Sample((position, zoom) =>
    {
        var (cell, deeper) = (MapCell.Of(position, zoom), MapCell.Of(position, zoom + 3));
        var box = cell.Box;
        const double hair = 1e-9;
        return cell == deeper.At(zoom) && position.Latitude >= box.South - hair && position.Latitude <= box.North + hair
            && position.Longitude >= box.West - hair && position.Longitude <= box.East + hair;
    }, iter: 1_000);

    [Fact]
    public void A_window_holds_the_cells_of_its_rectangle_at_every_zoom()
    {
        var window = MapWindow.Around(new(100.5, 14.3, 100.6, 14.4), 12);
        var corner = MapCell.Of(Position.Create(14.3, 100.6), MapCell.GreatestZoom);

        Assert.True(window.Contains(corner));
        Assert.Equal(window, window.At(14).At(12));
        Assert.Equal(window.Cells * 16, window.At(14).Cells);
        Assert.True(window.At(14).Contains(corner));
        Assert.False(window.Contains(MapCell.Of(Position.Create(14.9, 100.6), 12)));
        Assert.Equal(window.Box.West, window.At(14).Box.West, 9);
    }
}
