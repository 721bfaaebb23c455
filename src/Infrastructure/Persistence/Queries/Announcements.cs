using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Announcements;
using Songthang.Domain.Geography;
using Songthang.Domain.Publication;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Geodata;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>The one query through which everyone reads announcements: pages, the report form, feeds and the API alike.</summary>
/// <param name="db">The database.</param>
/// <param name="boundaries">Tells the tambon of a position.</param>
/// <param name="province">Tells the nearest tambon where there are no borders.</param>
public sealed class Announcements(AppDb db, CurrentBoundaries boundaries, Province province)
{
    /// <summary>Most that concern people at once: more nobody reads.</summary>
    public const int MostCurrent = 50;

    static readonly Expression<Func<Announcement, PublicAnnouncement>> Shown = a => new PublicAnnouncement(
        a.Id, a.Kind, new Phrase(a.TitleThai, a.TitleEnglish), new Phrase(a.TextThai, a.TextEnglish), a.From, a.To,
        new AnnouncementArea(a.Area.Kind, a.Area.Codes, a.Area.Latitude, a.Area.Longitude, a.Area.Metres),
        a.PublishedAt ?? a.ChangedAt, a.ChangedAt, a.State == AnnouncementState.Ended);

    /// <summary>Those that are not over, the next to begin first.</summary>
    public Task<List<PublicAnnouncement>> CurrentAsync(DateTime now, CancellationToken cancellationToken) => db.Set<Announcement>().AsNoTracking()
        .Where(a => a.State == AnnouncementState.Published && (a.To == null || a.To > now))
        .OrderBy(a => a.From).ThenBy(a => a.Id).Take(MostCurrent).Select(Shown).ToListAsync(cancellationToken);

    /// <summary>Those of <see cref="CurrentAsync"/> in whose area a place lies, as far as it is said where that is.</summary>
    public async Task<IReadOnlyList<PublicAnnouncement>> OfPlaceAsync(Place place, DateTime now, CancellationToken cancellationToken)
    {
        var current = await CurrentAsync(now, cancellationToken);
        return current.Count == 0 ? current : Of(place, current);
    }

    /// <summary>The same of announcements that were read already.</summary>
    public IReadOnlyList<PublicAnnouncement> Of(Place place, IReadOnlyList<PublicAnnouncement> announcements)
    {
        Position? position = Position.TryCreate(place.Latitude, place.Longitude, out var there) ? there : null;
        // The pin is nearer to the truth than a chosen tambon.
        var tambon = position is { } pin ? TambonOf(pin) : place.TambonCode;
        return [.. announcements.Where(one => one.Area.Covers(tambon, position))];
    }

    /// <summary>The tambon of a position: by the borders, or without borders by the nearest centre.</summary>
    public string TambonOf(Position position) =>
        boundaries.Map.TambonAt(position) ?? (province.Nearest(position, 1) is [var nearest] ? nearest.Code : "");

    /// <summary>Everything that was ever published, newest first.</summary>
    /// <param name="before">Number of the last one of the page before; null on the first page.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public Task<List<PublicAnnouncement>> PublishedAsync(int? before, int count, CancellationToken cancellationToken) => Public()
        .Where(a => before == null || a.Id < before).OrderByDescending(a => a.Id).Take(count).Select(Shown).ToListAsync(cancellationToken);

    /// <summary>One that was ever published, or null: its address stays good.</summary>
    public Task<PublicAnnouncement?> FindAsync(int id, CancellationToken cancellationToken) =>
        Public().Where(a => a.Id == id).Select(Shown).SingleOrDefaultAsync(cancellationToken);

    IQueryable<Announcement> Public() => db.Set<Announcement>().AsNoTracking().Where(a => a.PublishedAt != null);
}
