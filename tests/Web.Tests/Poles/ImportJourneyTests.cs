using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Assets;
using Songthang.Domain.Officers;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Poles;

/// <summary>A file on its way into the register, page by page: columns, dry run, confirmation, result.</summary>
public sealed class ImportJourneyTests : IAsyncLifetime
{
    const string Good = "เลขเสา,lat,lon,สายทาง,หลอด,วัตต์,หมายเหตุ\r\nอบจ.อย. 15-1,14.3501,100.5601,ถนนอู่ทอง,แอลอีดี,120,หน้าวัด\r\nอบจ.อย. 15-2,14.3502,100.5601,ถนนอู่ทอง,โซเดียม,250,\r\n";

    TestApp app = null!;
    Visitor officer = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        officer = await app.SignInAsync(OfficerRole.Officer);
    }

    public ValueTask DisposeAsync()
    {
        officer.Dispose();
        return app.DisposeAsync();
    }

    Task<Page> UploadAsync(string name, string content) => UploadAsync(officer, name, Encoding.UTF8.GetBytes(content));

    static async Task<Page> UploadAsync(Visitor by, string name, byte[] content) => await by.FollowAsync(await by.SubmitAsync(
        await by.GetAsync("/officer/poles/import"), "main form", files: [new("Upload", name, content, "text/csv")]));

    Task<Page> CheckAsync(Page columns, params (string, string?)[] changes) => CheckAsync(officer, columns, changes);

    static async Task<Page> CheckAsync(Visitor by, Page columns, params (string, string?)[] changes) =>
        await RestAsync(by, await by.SubmitAsync(columns, "#columns", changes));

    static async Task<Page> TakeOverAsync(Visitor by, Page check) => await RestAsync(by, await by.SubmitAsync(check, "#import", [("IsSure", "true")]));

    /// <summary>The page once the program has done what it was asked for.</summary>
    static async Task<Page> RestAsync(Visitor by, Page sent)
    {
        using var tooLong = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var page = await by.FollowAsync(sent);
        while (page.Has("#progress[data-refresh=true]"))
        {
            tooLong.Token.ThrowIfCancellationRequested();
            page = await by.GetAsync(page.Address.PathAndQuery);
        }

        return page;
    }

    Task<int> CountAsync() => app.WithDbAsync(db => db.Poles.CountAsync(TestContext.Current.CancellationToken));

    static string Problems(Page page) => page.TextOf(".import-problems tbody");

    [Fact]
    public async Task A_file_is_mapped_checked_confirmed_and_taken_over()
    {
        var columns = await UploadAsync("เสา.csv", Good.Replace("lat,lon", "เหนือ,ออก", StringComparison.Ordinal));
        // What the names do not tell, a person does.
        Assert.False(columns.Has("#column-Latitude option[selected]"));
        Assert.Contains("14.3501", columns.TextOf("#column-Latitude"), StringComparison.Ordinal);
        var without = await officer.SubmitAsync(columns, "#columns");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.Status);
        var check = await CheckAsync(columns, ("Columns[Latitude]", "เหนือ"), ("Columns[Longitude]", "ออก"));
        Assert.Contains("เสาใหม่ 2", check.Words, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.SubmitAsync(check, "#import")).Status);

        var done = await TakeOverAsync(officer, check);

        Assert.Contains("นำเข้าแล้ว: เสาใหม่ 2 ต้น", done.Words, StringComparison.Ordinal);
        var pole = await officer.GetAsync("/officer/poles/000001-3");
        foreach (var known in new[] { "อบจ.อย. 15-1", "ถนนอู่ทอง", "แอลอีดี (LED)", "120", "หน้าวัด", "เสา.csv" })
            Assert.Contains(known, pole.Words, StringComparison.Ordinal);
        // The same once more: nothing is taken over twice.
        Assert.Contains("มีหมายเลขนี้แล้ว", Problems(await CheckAsync(await UploadAsync("เสา.csv", Good))), StringComparison.Ordinal);
        Assert.Contains("แฟ้มตรงกับทะเบียนแล้ว", (await CheckAsync(await UploadAsync("เสา.csv", Good), ("Updates", "true"))).Words, StringComparison.Ordinal);
        var changed = await CheckAsync(await UploadAsync("เสา.csv", Good.Replace(",120,", ",90,", StringComparison.Ordinal)), ("Updates", "true"));
        Assert.Contains("แก้ไข 1 ต้น ไม่เปลี่ยน 1 ต้น", (await TakeOverAsync(officer, changed)).Words, StringComparison.Ordinal);
        Assert.Contains("120 → 90", (await officer.GetAsync("/officer/poles/000001-3")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_problem_is_told_by_its_row_and_nothing_is_taken_over()
    {
        await app.WithDbAsync(db =>
        {
            db.Poles.AddRange(Given.APole(1, "7-7", 14.4, 100.6));
            return db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        var check = await CheckAsync(await UploadAsync("bad.csv", """
            number,latitude,longitude,lamp,power_w,installed_on
            1-1,14.35,100.56,led,100,2565-01-31
            อบจ. 1/1,14.36,100.56,,,
            1-3,14.350004,100.56,,,
            1-4,13.75,100.5,,,
            1-5,100.56,14.35,,,
            1-6,x,100.56,ไฟวิเศษ,สว่าง,32/13/2565
            7-7,14.41,100.6,,,
            1-8,14.400003,100.6,,,
            1-9,14.37,100.56,,,
            """));

        var told = check.Html.QuerySelectorAll(".import-problems tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent.Trim()))).ToList();
        void Told(int row, string words) => Assert.Contains(told, line => line.StartsWith($"{row}|", StringComparison.Ordinal) && line.Contains(words, StringComparison.Ordinal));
        Told(3, "หมายเลขซ้ำกับแถวที่ 2");
        Told(4, "อยู่ห่างจากแถวที่ 2 ไม่ถึง 1 เมตร");
        Told(5, "อยู่นอกจังหวัด");
        Told(6, "สลับกัน");
        Told(7, "ไม่ใช่องศาทศนิยม");
        Told(7, "ไม่รู้จัก");
        Told(7, "ไม่ใช่จำนวนเต็ม");
        Told(7, "ไม่ใช่วันที่");
        Told(8, "000001-3 ในทะเบียนมีหมายเลขนี้แล้ว");
        Told(9, "อยู่ห่างจากเสา 000001-3 ในทะเบียนไม่ถึง 1 เมตร");
        Assert.DoesNotContain(told, line => line.StartsWith("2|", StringComparison.Ordinal) || line.StartsWith("10|", StringComparison.Ordinal));
        Assert.False(check.Has("#import"));
        var file = await officer.GetAsync(check.Html.QuerySelector("a[download]")!.GetAttribute("href")!);
        Assert.Equal(told.Count + 1, file.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        // Nobody can take over what is wrong, whatever is sent.
        var token = check.Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var forced = await officer.PostAsync(check.Address.AbsolutePath + "?handler=Import", [("IsSure", "true"), ("__RequestVerificationToken", token)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forced.Status);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Numbers_that_differ_in_where_their_digits_part_are_two_poles()
    {
        const string file = "number,latitude,longitude\n1-11,14.3501,100.5601\n11-1,14.3502,100.5601\n";

        await TakeOverAsync(officer, await CheckAsync(await UploadAsync("unpadded.csv", file)));

        Assert.Equal(2, await CountAsync());
        // What is already there is found again, each its own, though it is written with another sign.
        Assert.Contains("เสาใหม่ 0 เสาที่จะแก้ไข 2", (await CheckAsync(await UploadAsync("unpadded.csv", file.Replace('-', '/')), ("Updates", "true"))).Words, StringComparison.Ordinal);
        using var citizen = app.NewVisitor();
        Assert.Contains("/p/000001-3", (await citizen.GetAsync("/p/1-11")).Response.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("/p/000002-1", (await citizen.GetAsync("/p?number=อบจ.อย. ๑๑/๑")).Response.Headers.Location!.ToString(), StringComparison.Ordinal);
        // Without the dash it may be either.
        var either = await citizen.GetAsync("/p/111");
        Assert.Equal(["1-11", "11-1"], either.Html.QuerySelectorAll(".pole-choices strong").Select(name => name.TextContent));
        Assert.Contains("หลายต้นที่ใช้หมายเลขนี้", either.Words, StringComparison.Ordinal);
        var search = (await citizen.GetAsync("/map/search?q=111")).Text;
        Assert.True(search.Contains("\"1-11\"", StringComparison.Ordinal) && search.Contains("\"11-1\"", StringComparison.Ordinal));
        // Parted elsewhere it is another number: it is offered, never taken for what was typed.
        await app.WithDbAsync(db =>
        {
            db.Poles.Add(Given.APole(3, "2-22", 14.3503, 100.5601));
            return db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        var alike = await citizen.GetAsync("/p/22-2");
        Assert.Equal(HttpStatusCode.OK, alike.Status);
        Assert.Contains("ไม่มีเสาหมายเลข 22-2 แต่มีหมายเลขที่คล้ายกัน", alike.Words, StringComparison.Ordinal);
        Assert.Equal("2-22", alike.TextOf(".pole-choices strong"));
        Assert.Contains("\"2-22\"", (await citizen.GetAsync("/map/search?q=22/2")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thai_letters_of_old_programs_are_noticed_and_read_when_a_person_says_so()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(874)!.GetBytes(Good);
        var columns = await UploadAsync(officer, "old.csv", bytes);
        Assert.Contains("Windows-874", columns.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.SubmitAsync(columns, "#columns")).Status);

        var done = await TakeOverAsync(officer, await CheckAsync(columns, ("IsWindows874", "true")));

        Assert.Contains("เสาใหม่ 2 ต้น", done.Words, StringComparison.Ordinal);
        Assert.Contains("ถนนอู่ทอง", (await officer.GetAsync("/officer/poles")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lamps_of_OpenStreetMap_are_read_by_their_tags_and_what_is_no_lamp_is_left_out()
    {
        const string osm = """
            {"type":"FeatureCollection","features":[
              {"type":"Feature","properties":{"highway":"street_lamp","ref":"อย.3","lamp_type":"high_pressure_sodium","lamp_mount":"bent_mast","light:power":"250 W","start_date":"2019-05-01","addr:street":"ถนนโรจนะ","operator":"กฟภ.","note":"ข้างปั๊ม"},"geometry":{"type":"Point","coordinates":[100.57,14.353]}},
              {"type":"Feature","properties":{"highway":"street_lamp"},"geometry":{"type":"Point","coordinates":[100.571,14.353]}},
              {"type":"Feature","properties":{"highway":"bus_stop","name":"หน้าวัด"},"geometry":{"type":"Point","coordinates":[100.572,14.353]}}]}
            """;
        var check = await CheckAsync(await UploadAsync("export.geojson", osm));
        Assert.Contains("หรือไม่ใช่โคมไฟถนน) 1", check.Words, StringComparison.Ordinal);

        await TakeOverAsync(officer, check);

        var poles = await app.WithDbAsync(db => db.Poles.AsNoTracking().OrderBy(pole => pole.CodeNumber).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(2, poles.Count);
        Assert.Equal(("อย.3", "hps", 250, "ถนนโรจนะ", "pea", new DateOnly(2019, 5, 1)),
            (poles[0].Number, poles[0].LampCode, poles[0].PowerWatts, poles[0].Road, poles[0].OwnerCode, poles[0].InstalledOn));
    }

    [Fact]
    public async Task A_file_is_its_owners_and_gone_once_it_is_taken_over()
    {
        using var colleague = await app.SignInAsync(OfficerRole.Officer, "colleague");
        var columns = await UploadAsync("poles.csv", Good);
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.GetAsync(columns.Address.PathAndQuery)).Status);
        var done = await TakeOverAsync(officer, await CheckAsync(columns));
        Assert.Empty(Directory.GetFiles(Path.Combine(app.DataDirectory, "imports")));
        // Sent again from an old page it takes nothing over.
        await officer.SubmitAsync(columns, "#columns");
        Assert.Equal(2, await CountAsync());
        Assert.Contains("เสาใหม่ 2 ต้น", (await officer.GetAsync(done.Address.PathAndQuery)).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("geojson")]
    public async Task What_is_exported_and_imported_into_an_empty_register_is_the_same_register(string kind)
    {
        await app.WithDbAsync(db =>
        {
            db.Poles.AddRange(
                Given.APole(3, "อบจ.อย. ๑๕-๕๘", 14.356_092_1, 100.723_849, known: facts => facts with
                {
                    Road = "=ถนน \"อู่ทอง\", ซ้าย",
                    Side = PoleSide.Left,
                    Luminaire = "โคมกิ่งเดี่ยว",
                    LampCode = "led",
                    PowerWatts = 120,
                    CabinetCode = "ตู้ 15-1",
                    CircuitCode = "-C1",
                    InstalledOn = new(2021, 1, 31),
                    WarrantyUntil = new(2027, 1, 31),
                    ExpectedLifeYears = 9,
                    OwnerCode = "pea",
                    Notes = "บรรทัดหนึ่ง\nบรรทัดสอง; \"คำพูด\"",
                }),
                Given.APole(7, "", 14.35, 100.56), Given.APole(8, "0012", 14.36, 100.56, known: facts => facts with { Side = PoleSide.Median }),
                Given.APole(9, "15-99", 14.37, 100.56, it => it.Retire(new(2026, 1, 1), "ล้ม", Given.Officer, TestApp.Monday.UtcDateTime)));
            return db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        var before = (await officer.GetAsync($"/officer/poles/export.{kind}")).Text;
        await using var empty = await TestApp.StartAsync();
        using var other = await empty.SignInAsync(OfficerRole.Officer);

        var all = (await officer.GetAsync($"/officer/poles/export.{kind}?use=all")).Text;
        var check = await CheckAsync(other, await UploadAsync(other, $"poles.{kind}", Encoding.UTF8.GetBytes(all)));
        Assert.Contains("หรือไม่ใช่โคมไฟถนน) 1", check.Words, StringComparison.Ordinal);
        await TakeOverAsync(other, check);

        Assert.Equal(before, (await other.GetAsync($"/officer/poles/export.{kind}")).Text);
    }
}
