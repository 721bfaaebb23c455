using Songthang.Domain.Geography;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Feeds;

/// <summary>Which reports a feed tells of.</summary>
/// <param name="Address">Its own path; also its identity.</param>
/// <param name="Title">What it is about, after the name of the service.</param>
/// <param name="Page">The page for people that shows about the same.</param>
/// <param name="Filter">Finds the reports.</param>
/// <param name="RoadKey">Only of this road, <see cref="RoadName.Key"/>; empty for any.</param>
sealed record FeedScope(string Address, Phrase Title, string Page, PublicFilter Filter, string RoadKey = "")
{
    const int LongestName = 100;

    public static FeedScope All { get; } = new(Links.FeedOfAll, new("เรื่องแจ้งทั้งหมด", "All reports"), Links.Reports, new());

    /// <summary>The reports of a part; null when there is no such part.</summary>
    public static FeedScope? Of(string kind, string key, Province province) => key.Length > LongestName ? null : kind switch
    {
        "amphoe" => province.Amphoes.FirstOrDefault(known => known.Code == key) is { } amphoe
            ? new(Links.Feed(kind, key), new($"อำเภอ{amphoe.ThaiName}", $"Amphoe {amphoe.EnglishName}"),
                $"{Links.Reports}?amphoe={key}", new(AmphoeCode: key))
            : null,
        "tambon" => province.Find(key) is { } tambon
            ? new(Links.Feed(kind, key), new(tambon.FullName("th"), tambon.FullName("en")), $"{Links.Reports}?tambon={key}", new(TambonCode: key))
            : null,
        "road" => RoadName.Key(key) is { Length: > 0 } road
            ? new(Links.Feed(kind, key), new(ThaiText.Clean(key), ThaiText.Clean(key)), $"{Links.Reports}?q={Uri.EscapeDataString(key)}", new(Text: road), road)
            : null,
        "pole" => Domain.Assets.PoleNumber.LooseKey(key) is { Length: > 0 } pole
            ? new(Links.Feed(kind, key), new($"เสาไฟ {ThaiText.Clean(key)}", $"Pole {ThaiText.Clean(key)}"),
                $"{Links.Reports}?q={Uri.EscapeDataString(key)}", new(PoleKey: pole))
            : null,
        _ => null,
    };
}
