using Songthang.Web.Features.Feeds;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Standards;
using Songthang.Web.Tests.WorkOrders;

namespace Songthang.Web.Tests.Feeds;

public class CalendarTests
{
    static readonly CancellationToken Now = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Planned_work_is_an_event_for_each_road_and_tells_nobodys_name()
    {
        await using var app = await TestApp.StartAsync();
        using var client = new HttpClient { BaseAddress = app.Address };
        var one = await Given.ARequestAsync(app, it => it.In("140101", "ถนนโรจนะ").Accepted());
        var two = await Given.ARequestAsync(app, it => it.In("140101", "ถนน โรจนะ").Accepted());
        var three = await Given.ARequestAsync(app, it => it.In("140102", "ถนนป่าโทน").Accepted());
        await Lorry.OrderAsync(app, [one, two, three], day: new DateOnly(2026, 11, 25));

        var answer = await client.GetAsync("/feeds/planned-work.ics", Now);
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType?.MediaType);
        var events = Read(await answer.Content.ReadAsByteArrayAsync(Now));
        var narrow = Read(await client.GetByteArrayAsync("/feeds/planned-work.ics?tambon=140102", Now));
        var road = Read(await client.GetByteArrayAsync($"/feeds/planned-work.ics?road={Uri.EscapeDataString("ถนนป่าโทน")}", Now));

        Assert.All(events, work => Assert.Equal(("20261125", "20261126", "CONFIRMED"), (work["DTSTART;VALUE=DATE"], work["DTEND;VALUE=DATE"], work["STATUS"])));
        Assert.Equal(2, events.Count);
        Assert.Contains(events, work => work["SUMMARY"].Contains("ป่าโทน", StringComparison.Ordinal));
        Assert.Equal(events.Count, events.Select(work => work["UID"]).Distinct().Count());
        Assert.All(new[] { narrow, road }, part => Assert.Contains("ป่าโทน", Assert.Single(part)["LOCATION"], StringComparison.Ordinal));
        var all = string.Join('\n', events.SelectMany(work => work.Values));
        Assert.All([one, two, three], request => Assert.Contains(request.Reference, all, StringComparison.Ordinal));
        Assert.All(["ใจดี", "0812345678", "ระวังรถ", "crew", "ชุดช่าง"], word => Assert.DoesNotContain(word, all, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Work_that_was_given_up_is_cancelled_under_its_own_identity()
    {
        await using var app = await TestApp.StartAsync();
        using var client = new HttpClient { BaseAddress = app.Address };
        var number = await Lorry.OrderAsync(app, [await Given.ARequestAsync(app, it => it.Accepted())]);
        var before = Assert.Single(Read(await client.GetByteArrayAsync("/feeds/planned-work.ics", Now)));

        app.Time.Advance(TimeSpan.FromMinutes(2));
        var order = await Lorry.ReadAsync(app, number);
        using var officer = await app.SignInAsync(Songthang.Domain.Officers.OfficerRole.Officer);
        var page = await officer.GetAsync($"/officer/work-orders/{number.Slug}");
        await officer.SubmitAsync(page, "#cancel", [("Reason", "ฝนตกหนัก")]);
        var after = Assert.Single(Read(await client.GetByteArrayAsync("/feeds/planned-work.ics", Now)));

        Assert.Equal(before["UID"], after["UID"]);
        Assert.Equal("CANCELLED", after["STATUS"]);
        Assert.True(int.Parse(after["SEQUENCE"], System.Globalization.CultureInfo.InvariantCulture) > order.Version - 1);
    }

    [Theory]
    [InlineData("?amphoe=9999")]
    [InlineData("?tambon=1401")]
    public async Task A_part_that_is_none_has_no_calendar(string part)
    {
        await using var app = await TestApp.StartAsync();
        using var client = new HttpClient { BaseAddress = app.Address };

        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await client.GetAsync("/feeds/planned-work.ics" + part, Now)).StatusCode);
    }

    [Fact]
    public void Lines_are_folded_between_characters_and_read_back_as_they_were() => CsCheck.Check.Sample(
        CsCheck.Gen.OneOf(CsCheck.Gen.String, CsCheck.Gen.Const("ไฟส่องทางดับตลอดทั้งสาย; หน้าวัด, สองดวง\nน้ำท่วม\\"), CsCheck.Gen.Const(string.Concat(Enumerable.Repeat("😀", 40)))), text =>
    {
        // Lone surrogates and controls never reach it: texts are cleaned when they come in.
        text = Songthang.Domain.Thai.ThaiText.Clean(text);
        var line = Assert.Single(Lines(new CalendarFile().Text("SUMMARY", text).ToBytes()));
        Assert.Equal($"{text.Replace("\\", "\\\\").Replace(";", "\\;").Replace(",", "\\,").Replace("\n", "\\n")}", line.Value);
    }, iter: 300);

    [Fact]
    public async Task A_calendar_without_any_work_is_a_calendar_too()
    {
        await using var app = await TestApp.StartAsync();
        using var client = new HttpClient { BaseAddress = app.Address };

        Assert.Empty(Read(await client.GetByteArrayAsync("/feeds/planned-work.ics", Now)));
    }

    /// <summary>The events of a calendar that keeps the rules of RFC 5545; names of lines with their parameters.</summary>
    static List<Dictionary<string, string>> Read(byte[] file)
    {
        Assert.Empty(CalendarRules.Broken(file));
        var events = new List<Dictionary<string, string>>();
        foreach (var line in Lines(file))
        {
            if (line is { Name: "BEGIN", Value: "VEVENT" })
                events.Add(new(StringComparer.Ordinal));
            else if (events.Count > 0 && line.Name != "END")
                events[^1].Add(line.Parameters.Length > 0 ? $"{line.Name};{line.Parameters}" : line.Name, line.Value);
        }

        return events;
    }

    static List<CalendarLine> Lines(byte[] file)
    {
        var broken = new List<string>();
        var lines = CalendarRules.Lines(file, broken);
        Assert.Empty(broken);
        return lines;
    }
}
