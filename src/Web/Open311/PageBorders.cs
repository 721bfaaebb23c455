using Microsoft.Extensions.Caching.Memory;
using Songthang.Infrastructure.Persistence.Queries;

namespace Songthang.Web.Open311;

/// <summary>
/// Where the pages that a client counted ended. The next page of the same call goes on from there instead of passing over
/// so many rows, so that what changes in between moves nothing across the border of two pages. Forgotten after a while,
/// and with the program; the page is then counted off.
/// </summary>
sealed class PageBorders : IDisposable
{
    static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(15);

    readonly MemoryCache borders = new(new MemoryCacheOptions { SizeLimit = 20_000 });

    /// <summary>After which request the page begins; null when nobody knows.</summary>
    public HarvestStart? Before(string caller, int page) => page < 2 ? null : borders.Get<HarvestStart>(Key(caller, page - 1));

    /// <summary>Remembers the last request of a page.</summary>
    public void Remember(string caller, int page, HarvestStart last) =>
        borders.Set(Key(caller, page), last, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = KeptFor });

    public void Dispose() => borders.Dispose();

    static string Key(string caller, int page) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{page} {caller}");
}
