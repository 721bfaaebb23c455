using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Songthang.Domain.Announcements;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Settings;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Attachments;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Settings;
using Songthang.Infrastructure.Uploads;
using Songthang.Web.Features.Announcing;
using Songthang.Web.Features.ApiKeys;
using Songthang.Web.Features.Following;
using Songthang.Web.Features.Outages;
using Songthang.Web.Features.Reporting;
using Songthang.Web.Features.Surveying;
using Songthang.Web.Tests.Documents;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Photos;
using Songthang.Web.Tests.Settings;
using Songthang.Web.Tests.WorkOrders;

namespace Songthang.Web.Tests.Access;

[CollectionDefinition(nameof(Town))]
public sealed class SharedTown : ICollectionFixture<Town>;

/// <summary>One program in which there is something behind every door, and somebody of each kind who tries them.</summary>
public sealed class Town : IAsyncLifetime
{
    const string Roads = """
        {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"ref":"309","name":"ถนนทดสอบหลวง","owner":"กรมทางหลวง"},
        "geometry":{"type":"LineString","coordinates":[[100.55,14.3521],[100.57,14.3521]]}}]}
        """;

    static readonly string Unknown = new('0', 32);
    readonly string formKey = FormKey.New();
    ServiceRequest mine = null!, other = null!, ordered = null!, forwarded = null!, completed = null!;
    string photo = "", orderedPhoto = "", document = "", upload = "", order = "", follower = "", pole = "";

    static CancellationToken Stop => CancellationToken.None;

    DateTime Now => App.Time.GetUtcNow().UtcDateTime;

    /// <summary>Changes the program before it starts.</summary>
    public Action<WebApplicationBuilder>? Adjust { get; init; }

    public TestApp App { get; private set; } = null!;

    internal IReadOnlyList<Door> Doors { get; private set; } = [];

    /// <summary>In the order of <see cref="AccessTable.Callers"/>.</summary>
    internal IReadOnlyList<Caller> Callers { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        string[] limits = ["Submit", "Upload", "Track", "SignIn", "Nearby", "Harvest", "Api", "Poles"];
        App = await TestApp.StartAsync(settings: new(limits.Select(limit => KeyValuePair.Create<string, string?>($"Songthang:RateLimits:{limit}:Permits", "100000")))
        {
            ["Songthang:Security:Contact"] = "mailto:security@lights.example",
            ["Songthang:Security:Expires"] = "2027-11-01T00:00:00+07:00",
        }, adjust: Adjust);
        await PeopleAsync();
        await RequestsAsync();
        await RegistersAsync();
        await PartnersAsync();
        Doors = await Door.AllAsync(App);
    }

    async Task PeopleAsync()
    {
        var callers = new List<Caller>();
        foreach (var name in AccessTable.Callers)
        {
            var browser = name switch
            {
                "crew" => await App.SignInAsync(OfficerRole.Crew),
                "another crew" => await Lorry.OtherCrewAsync(App),
                "officer" => await App.SignInAsync(OfficerRole.Officer),
                "director" => await App.SignInAsync(OfficerRole.Director),
                "administrator" => await App.SignInAsync(OfficerRole.Administrator),
                _ => App.NewVisitor(),
            };
            var form = await browser.OpenAsync(browser.Cookies.Count > 1 ? "/officer/sign-out" : "/report");
            var token = form.Html.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            callers.Add(new(name, browser, token));
        }

        Callers = callers;
    }

    async Task RequestsAsync()
    {
        (photo, orderedPhoto, upload) = (await PhotoAsync(FormKey.New()), await PhotoAsync(FormKey.New()), await PhotoAsync(formKey));
        document = await App.WithAsync((DocumentStore store) => store.SaveAsync(TestPdfs.Plain(), Stop));
        mine = await Given.ARequestAsync(App, it => it.SubmittedAgo(days: 1).WithPhotos(photo).Checked("ไฟดับ", photo).Asked()
            .Then((asked, at) => asked.AnswerInformation("ฝั่งซ้าย", [], Actor.Requester, at, [new(document, "หนังสือ.pdf", 340)])).Accepted());
        other = await Given.ARequestAsync(App);
        ordered = await Given.ARequestAsync(App, it => it.WithPhotos(orderedPhoto).Accepted());
        forwarded = await Given.ARequestAsync(App, it => it.Checked().Forwarded());
        completed = await Given.ARequestAsync(App, it => it.SubmittedAgo(days: 3).Accepted().Started().Completed());
        order = (await Lorry.OrderAsync(App, [ordered])).Slug;
        Assert.True(EmailAddress.TryParse("follower@citizen.example", out var email));
        follower = (await App.WithAsync((FollowServiceRequest follow) => follow.RunAsync(
            new(FormKey.New(), mine.Reference, email, default, "th"), Actor.Requester, Now, Stop)))!;
        for (var i = 1; i <= 3; i++)
        {
            await Given.ARequestAsync(App, it => it.SubmittedAgo(hours: i).Sent(sent => sent with
            {
                Place = sent.Place with { Road = "ถนนสายเอเชีย", PoleNumber = "", Latitude = 14.34 + i * 0.0018, Longitude = 100.58 },
            }));
        }

        await HoldAsync();
        Assert.Equal(1, await App.WithAsync((LookForOutages look) => look.RunAsync(Now, Stop)));
    }

    /// <summary>A form that looks as if a machine had sent it, waiting for an officer.</summary>
    Task<int> HoldAsync() => App.WithDbAsync(db =>
    {
        var report = new NewReport(formKey, "", "lamp_out", "ไฟดับ", null, mine.Place, new("ทดสอบ ใจดี", "0812345678", "", ToldBy.OwnPage, "th"), IntakeChannel.Web, [upload]);
        db.HeldReports.Add(new() { FormKey = formKey, Report = JsonSerializer.Serialize(report), Signs = "quick", Score = 60, At = Now });
        return db.SaveChangesAsync();
    });

    Task<string> PhotoAsync(string form) => App.WithAsync((UploadDesk desk) => desk.ReceiveAsync(form, new MemoryStream(TestPhotos.Jpeg(80, 60)), Now, Stop));

    async Task RegistersAsync()
    {
        var one = Given.APole(990, "TEST-12", 14.352_123, 100.561_987);
        pole = one.Code.ToString();
        await App.WithDbAsync(db => { db.Poles.Add(one); return db.SaveChangesAsync(); });
        await App.WithAsync((ImportBoundaries import) => import.RunAsync(new(Bytes(VoronoiTambons.GeoJson), "tambons.geojson", "ขอบเขตทดสอบ"), Given.Officer, Now, Stop));
        await App.WithAsync((ImportRoads import) => import.RunAsync(new(Bytes(Roads), "roads.geojson", null, Replace: false), Given.Officer, Now, Stop));
        await App.WithAsync((KeepRoadDraft keep) => keep.RunAsync(("new.geojson", Roads.Replace("กรมทางหลวง", "บริษัทไฟสวย", StringComparison.Ordinal)), Given.Officer, Now, Stop));
        await App.SetAsync(Topics.Papers, papers => papers with { ReceiveNumbers = ReceiveNumbers.Typed });
    }

    static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    async Task PartnersAsync()
    {
        var facts = new AnnouncementFacts(AnnouncementKind.Campaign, new("ประกาศทดสอบ", "A test"), new("ข้อความ", ""), Now, Now.AddDays(1), AnnouncementArea.Whole);
        await App.WithAsync((SaveAnnouncement save) => save.RunAsync(new(null, 0, facts, Publishes: true), Given.Officer, Now, Stop));
        await App.WithDbAsync(db =>
        {
            db.WebhookSubscriptions.Add(new() { Partner = "เทศบาลทดสอบ", Url = "https://partner.example/songthang", Events = WebhookEvents.StatusChanged, CreatedAt = Now, PausedAt = Now });
            return db.SaveChangesAsync();
        });
        var (_, key) = await App.WithAsync((CreateApiKey create) => create.RunAsync(
            new("เทศบาลทดสอบ", "it@partner.example", Enum.GetValues<PartnerScopes>().Aggregate((all, scope) => all | scope), 1000, 100_000), Given.Officer, Now, Stop));
        Callers = [.. Callers.Select(caller => caller.Name == "partner" ? caller with { ApiKey = key } : caller)];
    }

    /// <summary>The address behind which there is something of the first requester's, as this caller can know it: secrets are known to their owners alone.</summary>
    internal string AddressOf(Door door, Caller caller) => door.Fill(hole => Fill(door.Route, hole, caller.Name))
        + (door.Route == "/officer/statistics/monthly.pdf" ? "?month=2569m11" : "");

    string Fill(string route, string hole, string caller) => hole switch
    {
        "secret" when route.StartsWith("/follow/", StringComparison.Ordinal) => caller == "requester" ? follower : Nearly(follower),
        "secret" => caller switch
        {
            "requester" => mine.Secret,
            // With the own link to what belongs to somebody else.
            "another requester" when route.Contains("{key}", StringComparison.Ordinal) => other.Secret,
            _ => Nearly(mine.Secret),
        },
        "formKey" => caller == "requester" ? formKey : Nearly(formKey),
        "reference" when route.StartsWith("/crew/", StringComparison.Ordinal) => ordered.Reference,
        "reference" when route.Contains("forwarding-letter", StringComparison.Ordinal) => forwarded.Reference,
        "reference" when route.Contains("completion-report", StringComparison.Ordinal) => completed.Reference,
        "reference" => mine.Reference,
        "id" when route.StartsWith("/open311/", StringComparison.Ordinal) => mine.Reference,
        "id" => "1",
        "key" => KeyOf(route),
        "code" when route.StartsWith("/open311/", StringComparison.Ordinal) => "lamp_out",
        "code" when route.StartsWith("/officer/settings/", StringComparison.Ordinal) => "crew-1",
        "code" => pole,
        "slug" => order,
        "ticket" => Unknown,
        "topic" => "crews",
        "number" or "part" => "0",
        "size" => "thumb",
        "year" => "2569",
        "lang" => "th",
        "name" => "home",
        "status" => "404",
        "path" => "no-such-page",
        _ => throw new InvalidOperationException($"Say here what stands in {{{hole}}} of {route}."),
    };

    string KeyOf(string route) => route switch
    {
        _ when route.StartsWith("/crew/photos/", StringComparison.Ordinal) => orderedPhoto,
        _ when route.Contains("/photos/", StringComparison.Ordinal) => photo,
        _ when route.Contains("/documents/", StringComparison.Ordinal) => document,
        _ when route.StartsWith("/uploads/", StringComparison.Ordinal) => upload,
        _ when route.StartsWith("/feeds/amphoe/", StringComparison.Ordinal) => "1401",
        _ when route.StartsWith("/feeds/tambon/", StringComparison.Ordinal) => "140101",
        _ when route.StartsWith("/feeds/", StringComparison.Ordinal) => "ถนนทดสอบ",
        _ => Unknown,
    };

    /// <summary>A secret that somebody guesses, and is wrong by one sign.</summary>
    static string Nearly(string secret) => (secret[0] == 'A' ? 'B' : 'A') + secret[1..];

    public async ValueTask DisposeAsync()
    {
        foreach (var caller in Callers)
            caller.Browser.Dispose();
        await App.DisposeAsync();
    }
}
