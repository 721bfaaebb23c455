using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Search;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Search;

public class SearchTests
{
    const int Year = 2569;

    [Theory]
    [InlineData("ดับ", "ไฟทางดับทั้งแถบ")]
    [InlineData("ดับทั้งแถบ", "ไฟทางดับทั้งแถบ")]
    [InlineData("ดับ แถบ", "ไฟทางดับทั้งแถบ")]
    [InlineData("แถบ   ไฟทาง", "ไฟทางดับทั้งแถบ")]
    [InlineData("ไฟ", "ไฟทางดับทั้งแถบ")]
    [InlineData("ไฟ ดั", "ไฟทางดับทั้งแถบ")]
    [InlineData("๓๐๔๓", "ทางหลวงชนบท 3043")]
    [InlineData("3043", "ทางหลวงชนบท ๓๐๔๓")]
    [InlineData("๔", "เสาที่ 4")]
    [InlineData("น้ำท่วม", "น\u0e4d\u0e49าท่วม")]
    [InlineData("เเสงสว่าง", "แสงสว่าง")]
    [InlineData("ด\u200bับ", "ไฟดับ")]
    [InlineData("SOI BANK", "soi Bank 7")]
    [InlineData("TEST-12", "เสา TEST-12 เอียง")]
    public async Task Words_find_the_text_that_they_are_part_of(string words, string symptom)
    {
        await using var app = await TestApp.StartAsync();
        var request = await SubmitAsync(app, 1, symptom);
        await SubmitAsync(app, 2, "ฝาครอบหลุด");

        Assert.Equal([request], await FindAsync(app, words));
    }

    [Theory]
    [InlineData("ดับ กะพริบ")]
    [InlineData("แถบทั้งดับ")]
    [InlineData("ไฟทางติด")]
    [InlineData("xyzzy")]
    public async Task Words_that_do_not_all_occur_find_nothing(string words)
    {
        await using var app = await TestApp.StartAsync();
        await SubmitAsync(app, 1, "ไฟทางดับทั้งแถบ");

        Assert.Empty(await FindAsync(app, words));
    }

    [Theory]
    [InlineData("ไฟส่องทาง")]
    [InlineData("ไฟส่องสว่าง")]
    [InlineData("ไฟทาง")]
    [InlineData("ไฟกิ่ง")]
    [InlineData("ไฟถนน")]
    public async Task A_street_light_is_found_by_every_name_that_people_have_for_it(string words)
    {
        await using var app = await TestApp.StartAsync();
        var all = new List<string>();
        foreach (var name in (string[])["ไฟส่องทาง", "ไฟส่องสว่าง", "ไฟทาง", "ไฟกิ่ง", "ไฟถนน"])
            all.Add(await SubmitAsync(app, all.Count + 1, $"{name}ดับสองดวง"));
        await SubmitAsync(app, 9, "ป้ายหลุด");

        Assert.Equal(all, await FindAsync(app, words));
        Assert.Equal(all, await FindAsync(app, words + "ดับ สองดวง"));
    }

    [Theory]
    [InlineData("69-00123-2")]
    [InlineData("69001232")]
    [InlineData(" ๖๙ ๐๐๑๒๓ ๒ ")]
    [InlineData("69–00123–2")]
    [InlineData("123/2569")]
    [InlineData("๑๒๓ / ๒๕๖๙")]
    public async Task A_reference_finds_its_request_however_it_is_typed(string words)
    {
        await using var app = await TestApp.StartAsync();
        var request = await SubmitAsync(app, 123, "ไฟดับ");
        await SubmitAsync(app, 124, "ไฟดับ 69-00123");
        // The check digit above is the one that belongs to the number.
        Assert.Equal("69-00123-2", request);

        Assert.Equal([request], await FindAsync(app, words));
        Assert.Equal([request], await FindAsync(app, words, SearchScope.Public));
    }

    [Theory]
    [InlineData("081-234-5678")]
    [InlineData("+66 81 234 5678")]
    [InlineData("๐๘๑๒๓๔๕๖๗๘")]
    public async Task Officers_find_a_request_by_telephone_and_the_public_does_not(string words)
    {
        await using var app = await TestApp.StartAsync();
        var request = await SubmitAsync(app, 1, "ไฟดับ", phone: "0812345678");
        await SubmitAsync(app, 2, "ไฟดับ", phone: "0898765432");

        Assert.Equal([request], await FindAsync(app, words));
        Assert.Empty(await FindAsync(app, words, SearchScope.Public));
    }

    [Fact]
    public async Task The_public_finds_the_citizens_words_only_after_the_check()
    {
        await using var app = await TestApp.StartAsync();
        var request = await SubmitAsync(app, 1, "หมาเห่าใต้โคมไฟ");
        Assert.Empty(await FindAsync(app, "หมาเห่า", SearchScope.Public));
        Assert.Equal([request], await FindAsync(app, "หมาเห่า"));

        await app.WithDbAsync(async db =>
        {
            var found = (await db.FindRequestAsync(request, default))!;
            found.CheckDetails("โคมไฟมืดสนิท", [], false, Actor.Officer(1, "สมศรี ทดสอบ"), Now(app));
            return await db.SaveChangesAsync();
        });

        Assert.Equal([request], await FindAsync(app, "มืดสนิท", SearchScope.Public));
        Assert.Empty(await FindAsync(app, "หมาเห่า", SearchScope.Public));
    }

    [Theory]
    [InlineData("%%%")]
    [InlineData("___")]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("100%ดับ")]
    [InlineData("'; DROP TABLE service_requests; --")]
    [InlineData("\"\"\"")]
    [InlineData("ดับ\" OR \"กะพริบ")]
    [InlineData("ดับ* OR NEAR(a b)")]
    [InlineData("search_text : ดับ")]
    [InlineData("^ดับ AND NOT")]
    [InlineData("\\\\\\")]
    [InlineData("[ก-ฮ]{3}")]
    [InlineData("💡💡💡")]
    [InlineData("\u202eดับ\0%")]
    public async Task Signs_with_a_meaning_to_a_database_are_only_signs(string words)
    {
        await using var app = await TestApp.StartAsync();
        var literal = await SubmitAsync(app, 1, $"ก่อน {words} หลัง");
        await SubmitAsync(app, 2, "โคมไฟหลุด");

        Assert.Equal([literal], await FindAsync(app, words));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  \t\n ")]
    [InlineData("\u200b\u2060")]
    public async Task Nothing_visible_searches_for_nothing(string? words)
    {
        await using var app = await TestApp.StartAsync();
        var request = await SubmitAsync(app, 1, "ไฟดับ");

        Assert.Equal([request], await FindAsync(app, words));
    }

    [Fact]
    public async Task Endless_words_are_answered_all_the_same()
    {
        await using var app = await TestApp.StartAsync();
        await SubmitAsync(app, 1, "ไฟดับ");

        Assert.Empty(await FindAsync(app, new string('ก', 100_000)));
        Assert.Empty(await FindAsync(app, "ก" + new string('\u0e49', 10_000) + "ก"));
        Assert.Empty(await FindAsync(app, string.Join(' ', Enumerable.Range(0, 5_000))));
    }

    [Fact]
    public async Task A_long_word_is_looked_up_in_the_index()
    {
        await using var app = await TestApp.StartAsync();
        var plan = await app.WithDbAsync(async db =>
        {
            await db.Database.OpenConnectionAsync();
            var sql = db.ServiceRequests.Matching(db, "ดับทั้งแถบ", SearchScope.Officers).Select(request => request.Id);
            await using var command = sql.CreateDbCommand();
            // On an empty table PostgreSQL would rather read it through.
            command.CommandText = TestDatabase.IsPostgres
                ? "SET enable_seqscan = off; EXPLAIN " + command.CommandText
                : "EXPLAIN QUERY PLAN " + command.CommandText;
            await using var reader = await command.ExecuteReaderAsync();
            var lines = new List<string>();
            while (await reader.ReadAsync())
                lines.Add(reader.GetString(reader.FieldCount - 1));
            return string.Join('\n', lines);
        });

        Assert.Contains(TestDatabase.IsPostgres ? "ix_service_requests_search_text" : "VIRTUAL TABLE INDEX", plan, StringComparison.Ordinal);
        Assert.DoesNotContain(TestDatabase.IsPostgres ? "Seq Scan" : "SCAN s\n", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_deleted_is_found_no_more()
    {
        await using var app = await TestApp.StartAsync();
        var request = await SubmitAsync(app, 1, "ไฟทางดับทั้งแถบ");
        await app.WithDbAsync(async db =>
        {
            await db.Outbox.ExecuteDeleteAsync();
            await db.Timeline.ExecuteDeleteAsync();
            return await db.ServiceRequests.Where(r => r.Reference == request).ExecuteDeleteAsync();
        });
        await SubmitAsync(app, 2, "โคมหลุด");

        Assert.Empty(await FindAsync(app, "ดับทั้งแถบ"));
    }

    static Task<List<string>> FindAsync(TestApp app, string? words, SearchScope scope = SearchScope.Officers) =>
        app.WithDbAsync(db => db.ServiceRequests.AsNoTracking().Matching(db, words, scope)
            .OrderBy(request => request.Id).Select(request => request.Reference).ToListAsync());

    static Task<string> SubmitAsync(TestApp app, int number, string symptom, string phone = "0810000000") => app.WithDbAsync(async db =>
    {
        var reference = Reference.Create(Year, number).ToString();
        var place = new Place("140101", "", "", "", "", null, null);
        db.ServiceRequests.Add(ServiceRequest.Submit(
            new Submission(reference, $"secret-{number}", "other", ThaiText.Clean(symptom), null, place,
                new Requester("", phone, "", ToldBy.OwnPage, "th"), IntakeChannel.Web, []),
            FaultTypes.Shipped, Actor.Requester, Now(app)));
        await db.SaveChangesAsync();
        return reference;
    });

    static DateTime Now(TestApp app) => app.Time.GetUtcNow().UtcDateTime;
}
