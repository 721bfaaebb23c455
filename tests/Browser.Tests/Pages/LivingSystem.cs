using Microsoft.Extensions.DependencyInjection;
using Songthang.Browser.Tests.Citizens;
using Songthang.Browser.Tests.Host;
using Songthang.Domain.Announcements;
using Songthang.Domain.DataProtection;
using Songthang.Domain.Geography;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Settings;
using Songthang.Domain.Spam;
using Songthang.Domain.Thai;
using Songthang.Domain.WorkOrders;
using Songthang.Infrastructure.Outbox;
using Songthang.Infrastructure.Partners;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Settings;
using Songthang.Infrastructure.Uploads;
using Songthang.Web.Features.Announcing;
using Songthang.Web.Features.ApiKeys;
using Songthang.Web.Features.Breaches;
using Songthang.Web.Features.DataSubjects;
using Songthang.Web.Features.Following;
using Songthang.Web.Features.Importing;
using Songthang.Web.Features.Outages;
using Songthang.Web.Features.PoleImporting;
using Songthang.Web.Features.Reporting;
using Songthang.Web.Features.Surveying;
using Songthang.Web.Features.WorkOrders;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Photos;

namespace Songthang.Browser.Tests.Pages;

/// <summary>The demo with its data, a request in each state, and somebody of each role signed in.</summary>
public sealed class LivingSystem : IAsyncLifetime
{
    readonly Dictionary<string, ServiceRequest> requests = new(StringComparer.Ordinal);
    string follower = "";
    readonly SemaphoreSlim signingIn = new(1);
    readonly Dictionary<OfficerRole, string> signedIn = [];

    public TestApp App { get; private set; } = null!;

    static CancellationToken Stop => CancellationToken.None;

    public async ValueTask InitializeAsync()
    {
        App = await TestApp.StartAsync(demo: true);
        await App.WithAsync((LoadDemo demo) => demo.RunAsync(App.Time.GetUtcNow().UtcDateTime, Stop));
        await SurveyAsync();
        await TypeReceiveNumbersAsync();
        var main = await AddAsync("submitted", it => it.SubmittedAgo(minutes: 2));
        var photo = await PhotoAsync();
        await AddAsync("photo", it => it.SubmittedAgo(hours: 1).Of("section_out", "ไฟดับทั้งแถบตั้งแต่สะพานถึงวัด").WithPhotos(photo));
        await AddAsync("urgent", it => it.SubmittedAgo(hours: 2).Of("wire_down", "สายไฟขาดห้อยลงมาถึงทางเท้า").Opened());
        await AddAsync("checked", it => it.SubmittedAgo(hours: 3).Opened().Checked("ไฟดับหน้าวัด"));
        await AddAsync("asked", it => it.SubmittedAgo(days: 1).Checked().Asked(wanted: ["photo-pole", "document"]));
        await AddAsync("answered", it => it.SubmittedAgo(days: 1).Checked().Asked().Then((asked, at) =>
            asked.AnswerInformation("ฝั่งซ้าย", [], Actor.Requester, at, [new(new string('d', 32), "หนังสือมอบอำนาจ.pdf", 340_000)]))
            .Then((r, at) => r.WriteToRequester("ขอบคุณ ช่างจะเข้าพื้นที่พรุ่งนี้เช้า", [], Given.Officer, at))
            .Then((r, at) => r.WriteToOfficers("มีรถจอดขวางอยู่หน้าเสา กรุณาโทรหาก่อนเข้ามา", [], at)));
        await AddAsync("advised", it => it.SubmittedAgo(hours: 4).Opened().Then((seen, at) => seen.CheckDetails(
            new(new("flicker", seen.Place with { Road = "ถนนโรจนะ" }, "ไฟกะพริบ"), [], CheckList.Read("place=yes ours=no danger=yes"), "ใกล้โรงเรียน"),
            FaultTypes.Shipped, App.Services.GetRequiredService<Province>(), Given.Officer, at)));
        await AddAsync("accepted", it => it.SubmittedAgo(days: 2).Accepted("รับเรื่องแล้ว จะเข้าซ่อมภายในสัปดาห์นี้"));
        await AddAsync("started", it => it.SubmittedAgo(days: 9).Accepted().Started().Noted("รอรถกระเช้า"));
        await AddAsync("paused", it => it.SubmittedAgo(days: 4).Accepted().Started().Paused());
        var before = await PhotoAsync();
        await AddAsync("completed", it => it.SubmittedAgo(days: 5).WithPhotos(before).Checked("ไฟดับหน้าวัด", before).Accepted().Started()
            .After(days: 1).Completed(photos: []));
        await AddAsync("declined", it => it.SubmittedAgo(days: 3).Checked().Declined());
        await AddAsync("forwarded", it => it.SubmittedAgo(days: 3).Checked().Forwarded().Then((sent, at) =>
        {
            sent.RecordLetter(new("อย 51004/128", new DateOnly(2026, 11, 20)), Given.Officer, at);
            sent.RecordAuthoritysAnswer("จะเข้าซ่อมภายในเดือนนี้", isPublic: true, Given.Officer, at);
        }));
        await AddAsync("duplicate", it => it.SubmittedAgo(minutes: 1).Checked().MergedInto(main));
        await FollowAsync(requests["started"]);
        await AddAsync("withdrawn", it => it.SubmittedAgo(days: 3).Withdrawn());
        await AddAsync("by-email", it => it.SubmittedAgo(hours: 1).From("ทดสอบ ใจดี", "0812345678", "reporter@citizen.example", ToldBy.Email).Checked().Asked());
        await AddAsync("reopened", it => it.SubmittedAgo(days: 6).Accepted().Started().Completed().After(days: 1).Reopened());
        var lampPhoto = await PhotoAsync();
        var first = await AddAsync("ordered", it => it.SubmittedAgo(days: 3).Of("section_out", "ไฟดับทั้งแถบตั้งแต่สะพานถึงวัด").WithPhotos(lampPhoto).Accepted());
        var second = await AddAsync("ordered-too", it => it.SubmittedAgo(days: 2).In("140102", "ถนนป่าโทน").Accepted());
        await OrderAsync([first, second]);
        await RepairAsync(await OrderAsync([await AddAsync("repaired", it => it.SubmittedAgo(days: 6).Accepted())]), "repaired");
        for (var i = 1; i <= 3; i++)
        {
            await AddAsync($"dark-{i}", it => it.SubmittedAgo(hours: i).Sent(sent => sent with
            {
                Place = sent.Place with { Road = "ถนนสายเอเชีย", PoleNumber = $"9-{i}", Latitude = 14.34 + i * 0.0006, Longitude = 100.58 },
            }).Accepted());
        }

        await HoldAsync();
        await AnnounceAsync();
        await App.WithAsync((ReceiveDataSubjectRequest receive) => receive.RunAsync(
            new(DataSubjectWish.Erasure, "ทดสอบ ใจดี", "0812345678", "ขอให้ลบข้อมูลทั้งหมด"), Given.Officer, App.Time.GetUtcNow().UtcDateTime, Stop));
        await App.WithAsync((StartBreachCase start) => start.RunAsync(
            new("โทรศัพท์ของเจ้าหน้าที่หาย", App.Time.GetUtcNow().UtcDateTime.AddHours(-5)), Given.Officer, App.Time.GetUtcNow().UtcDateTime, Stop));
        await App.WithAsync((LoadDemoPoles poles) => poles.RunAsync(App.Time.GetUtcNow().UtcDateTime, Stop));
        await App.WithDbAsync(db =>
        {
            // The pole that the requests name, with a lamp that is old.
            db.Poles.Add(Given.APole(990, "TEST-12", 14.352_123, 100.561_987, known: facts => facts with
            {
                LampCode = "hps",
                PowerWatts = 250,
                InstalledOn = new(2019, 5, 1),
                WarrantyUntil = new(2027, 6, 30),
            }));
            return db.SaveChangesAsync();
        });
        await App.WithAsync((LookForOutages look) => look.RunAsync(App.Time.GetUtcNow().UtcDateTime, Stop));
        var (_, key) = await App.WithAsync((CreateApiKey create) => create.RunAsync(
            new("เทศบาลเมืองตัวอย่าง ระบบรับเรื่องร้องเรียน", "it@partner.example", PartnerScopes.Open311Write | PartnerScopes.UpdatesWrite, 60, 5000),
            Given.Officer, App.Time.GetUtcNow().UtcDateTime, Stop));
        await App.WithAsync((PartnerKeys keys) => keys.UseAsync(key, PartnerScopes.None, App.Time.GetUtcNow().UtcDateTime, Stop));
        while (await App.Services.GetRequiredService<OutboxSender>().RunOnceAsync(App.Time.GetUtcNow().UtcDateTime, Stop) > 0)
        {
            // Until all messages lie in the demo's inbox.
        }
    }

    /// <summary>So that the page for them is there to be looked at.</summary>
    async Task TypeReceiveNumbersAsync()
    {
        var administrator = Actor.Officer(await App.CreateAccountAsync("settings-administrator", OfficerRole.Administrator), "ผู้ดูแลทดสอบ");
        await App.WithAsync(async (SettingsStore store) =>
        {
            await store.SetAsync(Topics.Papers, new(ReceiveNumbers: ReceiveNumbers.Typed), 0, administrator, App.Time.GetUtcNow().UtcDateTime, takenFrom: null, Stop);
            return true;
        });
    }

    async Task<WorkOrderNumber> OrderAsync(ServiceRequest[] requests) => (await App.WithAsync((CreateWorkOrder create) => create.RunAsync(
        new(FormKey.New(), [.. requests.Select(request => request.Reference)], "crew-1", DateOnly.FromDateTime(TestApp.Monday.Date), "นำรถกระเช้าไปด้วย"),
        Given.Officer, App.Time.GetUtcNow().UtcDateTime, Stop))).Number;

    Task<WorkDone> RepairAsync(WorkOrderNumber number, string name) => App.WithAsync((RecordRepair record) => record.RunAsync(
        new(number, null, null, [requests[name].Reference], "เปลี่ยนหลอดแล้ว ไฟติดเป็นปกติ", "lamp", [new("sodium-lamp", 2), new("cable", 15)],
            requests[name].Reference, new(FormKey.New(), []), new(FormKey.New(), [])),
        Given.Officer, App.Time.GetUtcNow().UtcDateTime, Stop));

    /// <summary>Borders that are not in use yet, a road, and a file with roads that somebody is looking through.</summary>
    async Task SurveyAsync()
    {
        var now = App.Time.GetUtcNow().UtcDateTime;
        await App.WithAsync((ImportBoundaries import) => import.RunAsync(
            new(WhereTests.Bytes(VoronoiTambons.GeoJson), "tambons.geojson", "ขอบเขตทดสอบ"), Given.Officer, now, Stop));
        await App.WithAsync((ImportRoads import) => import.RunAsync(
            new(WhereTests.Bytes(WhereTests.Road), "roads.geojson", null, Replace: false), Given.Officer, now, Stop));
        var spoilt = WhereTests.Road.Replace("กรมทางหลวง", "บริษัทไฟสวย", StringComparison.Ordinal);
        await App.WithAsync((KeepRoadDraft keep) => keep.RunAsync(("new-roads.geojson", spoilt), Given.Officer, now, Stop));
    }

    async Task<ServiceRequest> AddAsync(string name, Func<Story, Story> tell) => requests[name] = await Given.ARequestAsync(App, tell);

    /// <summary>A form that looks as if a machine had sent it, with a photo.</summary>
    async Task HoldAsync()
    {
        const string form = "0123456789abcdef0123456789abcdef";
        var now = App.Time.GetUtcNow().UtcDateTime;
        var photo = await App.WithAsync((UploadDesk desk) => desk.ReceiveAsync(form, new MemoryStream(TestPhotos.Jpeg()), now, Stop));
        var report = new NewReport(form, "", "lamp_out", "ไฟดับหน้าบ้านตั้งแต่เมื่อวาน ดูภาพได้ที่ https://pictures.example/1", null, requests["submitted"].Place,
            new("ทดสอบ ใจดี", "0812345678", "", ToldBy.OwnPage, "th"), IntakeChannel.Web, [photo]);
        await App.WithAsync(async (HoldReport hold) =>
        {
            await hold.RunAsync(report, new(SpamVerdict.Hold, new(90, 30, ["quick", "links"]), []), now, Stop);
            return true;
        });
    }

    Task<string> PhotoAsync() => App.WithAsync((UploadDesk desk) => desk.ReceiveAsync(
        FormKey.New(), new MemoryStream(TestPhotos.Jpeg()), App.Time.GetUtcNow().UtcDateTime, Stop));

    /// <summary>Something announced, something in the making, and a partner who was told.</summary>
    async Task AnnounceAsync()
    {
        var now = App.Time.GetUtcNow().UtcDateTime;
        var facts = new AnnouncementFacts(AnnouncementKind.PowerCut, new("ดับไฟเพื่อเปลี่ยนสายบนถนนนเรศวร", "Power cut on Naresuan Road"),
            new("การไฟฟ้าจะดับไฟเพื่อเปลี่ยนสาย\n\nดูรายละเอียดที่ https://example.go.th/power-cut-2569", ""), now.AddDays(1), now.AddDays(1).AddHours(8),
            new(AreaKind.Tambons, "140101 140102"));
        await App.WithAsync((SaveAnnouncement save) => save.RunAsync(new(null, 0, facts, Publishes: true), Given.Officer, now, Stop));
        await App.WithAsync((SaveAnnouncement save) => save.RunAsync(
            new(null, 0, facts with { Kind = AnnouncementKind.Campaign, Area = AnnouncementArea.Whole }, Publishes: true), Given.Officer, now, Stop));
        await App.WithDbAsync(db =>
        {
            db.WebhookSubscriptions.Add(new() { Partner = "เทศบาลทดสอบ", Url = "https://partner.example/songthang", Events = WebhookEvents.StatusChanged, CreatedAt = now, PausedAt = now });
            return db.SaveChangesAsync();
        });
        await App.WithDbAsync(db =>
        {
            db.WebhookDeliveries.Add(new() { SubscriptionId = 1, EventId = Guid.CreateVersion7(), CreatedAt = now, GivenUpAt = now, Attempts = 8, StatusCode = 503, Answer = "Service Unavailable" });
            return db.SaveChangesAsync();
        });
    }

    async Task FollowAsync(ServiceRequest request)
    {
        Assert.True(EmailAddress.TryParse("follower@citizen.example", out var email));
        follower = await App.WithAsync((FollowServiceRequest follow) => follow.RunAsync(
            new(FormKey.New(), request.Reference, email, default, "th"), Actor.Requester, App.Time.GetUtcNow().UtcDateTime, Stop)) ?? "";
    }

    /// <summary>The request that stands as its name says.</summary>
    public ServiceRequest Request(string name) => requests[name];

    /// <summary>Fills what stands in braces: the reference or, for <c>{secret:…}</c>, the requester's own key.</summary>
    public string Address(string template) => requests.Aggregate(template.Replace("{follower}", follower, StringComparison.Ordinal), (address, pair) => address
        .Replace($"{{secret:{pair.Key}}}", pair.Value.Secret, StringComparison.Ordinal)
        .Replace($"{{{pair.Key}}}", pair.Value.Reference, StringComparison.Ordinal));

    /// <summary>A browser that is signed in; the first of a role signs in, the others share its session.</summary>
    public async Task<Person> OfficerAsync(Chromium chromium, Screen screen, OfficerRole role)
    {
        await signingIn.WaitAsync();
        try
        {
            if (!signedIn.TryGetValue(role, out var state))
            {
                var userName = $"tester-{role.ToString().ToLowerInvariant()}";
                await App.CreateAccountAsync(userName, role);
                await using var person = await chromium.NewPersonAsync(App, Screen.Desk);
                person.Expects("404");
                await person.SignInAsync(userName);
                signedIn[role] = state = await person.Context.StorageStateAsync();
            }

            return await chromium.NewPersonAsync(App, screen, options => options.StorageState = state);
        }
        finally
        {
            signingIn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        signingIn.Dispose();
        await App.DisposeAsync();
    }
}
