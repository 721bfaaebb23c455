using System.ComponentModel.DataAnnotations;
using Songthang.Domain.Thai;

namespace Songthang.Infrastructure;

/// <summary>
/// The authority that runs this installation: everything about it that pages, messages and papers say. Bound to the
/// configuration section <see cref="Section"/>; the shipped <c>appsettings.json</c> holds the first authority's.
/// A text left empty is not shown.
/// </summary>
public sealed record Agency
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Songthang:Agency";

    /// <summary>Official name of the service, shown in the header.</summary>
    public Words ServiceName { get; init; } = new();

    /// <summary>The authority's full name.</summary>
    public Words Name { get; init; } = new();

    /// <summary>The authority's short name.</summary>
    public Words ShortName { get; init; } = new();

    /// <summary>The division that handles the requests.</summary>
    public Words Division { get; init; } = new();

    /// <summary>Postal address of the division.</summary>
    public Words Address { get; init; } = new();

    /// <summary>Telephone number of the division as printed; empty when none is published.</summary>
    public string Phone { get; init; } = "";

    /// <summary>Address of the authority's own web site (https); empty when it has none.</summary>
    public string Web { get; init; } = "";

    /// <summary>Address of the authority's e-service entrance (https); empty when it has none.</summary>
    public string EService { get; init; } = "";

    /// <summary>Words of the link to <see cref="EService"/>.</summary>
    public Words EServiceName { get; init; } = new();

    /// <summary>Numbers to call when people may come to harm, the first one first.</summary>
    public IReadOnlyList<EmergencyNumber> EmergencyNumbers { get; init; } = [];

    /// <summary>Key of the authority's emblem in the photo store; empty for the program's own mark. Set in the program only.</summary>
    public string Logo { get; init; } = "";

    /// <summary>Where maps come from and where they open.</summary>
    public MapSource Map { get; init; } = new();

    /// <summary>A wording in both languages, as configuration can hold it.</summary>
    public sealed class Words
    {
        /// <summary>Thai wording.</summary>
        public string Thai { get; init; } = "";

        /// <summary>English wording; the Thai one is shown when it is empty.</summary>
        public string English { get; init; } = "";

        /// <summary>The same as a <see cref="Phrase"/>.</summary>
        public Phrase Phrase => new(Thai, English.Length > 0 ? English : Thai);
    }

    /// <summary>A telephone number for emergencies.</summary>
    public sealed class EmergencyNumber
    {
        /// <summary>The number as dialled, digits only.</summary>
        public string Number { get; init; } = "";

        /// <summary>Who answers.</summary>
        public Words Name { get; init; } = new();
    }

    /// <summary>The map's tiles and first view.</summary>
    public sealed class MapSource
    {
        /// <summary>
        /// Address of a tile with <c>{z}</c>, <c>{x}</c>, <c>{y}</c> and perhaps <c>{s}</c>; empty for a map without
        /// ground, on which positions can still be set.
        /// </summary>
        public string Tiles { get; init; } = "";

        /// <summary>Whose data the tiles show, as their licence asks for: plain text in which <c>[words](https://…)</c> is a link.</summary>
        public string Attribution { get; init; } = "";

        /// <summary>Latitude of the first view, degrees north (WGS 84).</summary>
        [Range(-90, 90)]
        public double Latitude { get; init; }

        /// <summary>Longitude of the first view, degrees east (WGS 84).</summary>
        [Range(-180, 180)]
        public double Longitude { get; init; }

        /// <summary>Zoom step of the first view.</summary>
        [Range(1, 19)]
        public int Zoom { get; init; } = 10;
    }
}
