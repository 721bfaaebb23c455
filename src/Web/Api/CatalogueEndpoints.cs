using System.ComponentModel;
using Songthang.Domain.Geography;
using Songthang.Domain.Publication;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;

namespace Songthang.Web.Api;

/// <summary>A word in both languages.</summary>
public sealed record ApiWords(string Th, [property: Description("Null when nobody wrote it in English.")] string? En)
{
    public static ApiWords Of(Phrase phrase) => new(phrase.Thai, ApiRequest.Said(phrase.English));
}

/// <summary>What can be reported.</summary>
public sealed record ApiServiceType(string Code, ApiWords Name, [property: Description("People may come to harm.")] bool IsDangerous);

public sealed record ApiTambon(string Code, ApiWords Name, string AmphoeCode, ApiWords AmphoeName);

public sealed record ApiArea(
    [property: Description("province, amphoe, tambons or circle.")] string Kind,
    [property: Description("The amphoe, the tambons, or the tambon of the circle's centre.")] IReadOnlyList<string> Codes,
    double? Latitude, double? Longitude, [property: Description("Radius, metres.")] int? Metres);

public sealed record ApiAnnouncement(
    int Id, string Kind, ApiWords Title, ApiWords Text, DateTime From, DateTime? To, ApiArea Area, DateTime PublishedAt, DateTime UpdatedAt,
    bool IsCurrent, string Page);

public sealed record ApiPole(
    string Code, string? Number, double Latitude, double Longitude, string? TambonCode, string? Road, string? Luminaire, string? LampCode,
    int? PowerWatts, string? CabinetCode, string? CircuitCode, DateOnly? InstalledOn, DateOnly? RetiredOn, DateTime UpdatedAt);

public sealed record ApiPoles(IReadOnlyList<ApiPole> Items, [property: Description("Address of the page after; null on the last one.")] string? Next);

/// <summary>Repairs that are planned for one day on one road.</summary>
public sealed record ApiWork(DateOnly Day, string? TambonCode, string? Road, [property: Description("References of the requests.")] IReadOnlyList<string> Requests);

/// <summary>Everything to read that is no request.</summary>
static class CatalogueEndpoints
{
    const int DefaultSize = 100, MostSize = 1000, DaysOfWork = 60;

    public static void MapCatalogue(this IEndpointRouteBuilder api)
    {
        api.MapGet("/services", (HttpContext context, FaultTypes faults) => ApiAnswer.Json(context, faults.Offered()
                .Select(fault => new ApiServiceType(fault.Code, ApiWords.Of(fault.Name), fault.IsDangerous)).ToList()))
            .WithName("ListServices").WithTags("Catalogue").WithSummary("What can be reported").Produces<List<ApiServiceType>>();
        api.MapGet("/tambons", (HttpContext context, Province province) => ApiAnswer.Json(context, province.Tambons
                .Select(tambon => new ApiTambon(tambon.Code, new(tambon.Name("th"), tambon.Name("en")), tambon.Amphoe.Code,
                    new(tambon.Amphoe.Name("th"), tambon.Amphoe.Name("en")))).ToList()))
            .WithName("ListTambons").WithTags("Catalogue").WithSummary("The province's tambons and amphoe").Produces<List<ApiTambon>>();
        api.MapGet("/announcements", ListAnnouncementsAsync).WithName("ListAnnouncements").WithTags("Announcements")
            .WithSummary("What is announced now, for everywhere or for one place").Produces<List<ApiAnnouncement>>()
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapGet("/announcements/{id:int}", FindAnnouncementAsync).WithName("GetAnnouncement").WithTags("Announcements")
            .WithSummary("One announcement, also after it is over").Produces<ApiAnnouncement>();
        api.MapGet("/poles", ListPolesAsync).WithName("ListPoles").WithTags("Poles").WithSummary("The register of poles, page by page").Produces<ApiPoles>()
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapGet("/work", ListWorkAsync).WithName("ListWork").WithTags("Work").WithSummary("Repairs that are planned from today on")
            .Produces<List<ApiWork>>();
    }

    static async Task<IResult> ListAnnouncementsAsync(
        [Description("Only those in whose area this tambon lies, six digits")] string? tambon,
        [Description("Only those in whose area this point lies, degrees north")] double? latitude, [Description("Degrees east")] double? longitude,
        HttpContext context, Announcements announcements, Province province, TimeProvider time, CancellationToken cancellationToken)
    {
        var mistakes = new ApiMistakes();
        mistakes.Check("tambon", tambon, known => province.Find(known) is not null);
        mistakes.Check("latitude", (latitude is null && longitude is null) || Position.TryCreate(latitude, longitude, out _));
        if (mistakes.Any)
            return mistakes.ToProblem();
        var now = time.GetUtcNow().UtcDateTime;
        var current = await announcements.CurrentAsync(now, cancellationToken);
        var wanted = string.IsNullOrEmpty(tambon) && latitude is null
            ? current : announcements.Of(new Place(tambon ?? "", "", "", "", "", latitude, longitude), current);
        return ApiAnswer.Json(context, wanted.Select(one => Write(one, now)).ToList());
    }

    static async Task<IResult> FindAnnouncementAsync(
        int id, HttpContext context, Announcements announcements, TimeProvider time, CancellationToken cancellationToken) =>
        await announcements.FindAsync(id, cancellationToken) is { } found
            ? ApiAnswer.Json(context, Write(found, time.GetUtcNow().UtcDateTime))
            : Results.NotFound();

    static ApiAnnouncement Write(PublicAnnouncement it, DateTime now) => new(
        it.Id, Slug(it.Kind), ApiWords.Of(it.Title), ApiWords.Of(it.Text), it.From, it.To,
        new(Slug(it.Area.Kind), it.Area.EachCode, it.Area.Latitude, it.Area.Longitude, it.Area.Metres),
        it.PublishedAt, it.ChangedAt, it.IsCurrent(now), Links.Announcement(it.Id));

    /// <summary><c>PowerCut</c> → <c>power-cut</c>.</summary>
    static string Slug<T>(T name) where T : struct, Enum => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(name.ToString());

    static async Task<IResult> ListPolesAsync(
        [Description("From the address in next")] int? after, [Description("1 to 1,000; 100 when not given")] int? size,
        HttpContext context, PublicPoles poles, CancellationToken cancellationToken)
    {
        var mistakes = new ApiMistakes();
        mistakes.Check("after", after is null or >= 0);
        mistakes.Check("size", size is null or (>= 1 and <= MostSize));
        if (mistakes.Any)
            return mistakes.ToProblem();
        var count = size ?? DefaultSize;
        var rows = await poles.PageAsync(after ?? 0, count + 1, cancellationToken);
        var shown = rows.Take(count).ToList();
        return ApiAnswer.Json(context, new ApiPoles([.. shown.Select(Write)],
            rows.Count > count ? $"{ApiSetup.Root}/poles?after={shown[^1].CodeNumber}&size={count}" : null));
    }

    static ApiPole Write(PublicPole it) => new(
        it.Code.ToString(), ApiRequest.Said(it.Number), Math.Round(it.Latitude, PublicPole.PositionDecimals),
        Math.Round(it.Longitude, PublicPole.PositionDecimals), ApiRequest.Said(it.TambonCode), ApiRequest.Said(it.Road), ApiRequest.Said(it.Luminaire),
        ApiRequest.Said(it.LampCode), it.PowerWatts, ApiRequest.Said(it.CabinetCode), ApiRequest.Said(it.CircuitCode), it.InstalledOn, it.RetiredOn, it.ChangedAt);

    static async Task<IResult> ListWorkAsync(HttpContext context, PlannedWork work, TimeProvider time, CancellationToken cancellationToken)
    {
        var today = ThaiDates.BangkokDate(time.GetUtcNow().UtcDateTime);
        var planned = await work.ReadAsync(today, today.AddDays(DaysOfWork), "", "", "", cancellationToken);
        return ApiAnswer.Json(context, planned.Where(one => !one.IsCancelled)
            .Select(one => new ApiWork(one.Day, ApiRequest.Said(one.TambonCode), ApiRequest.Said(one.Road), one.References)).ToList());
    }
}
