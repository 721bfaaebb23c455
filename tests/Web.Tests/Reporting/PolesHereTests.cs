using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Reporting;

public class PolesHereTests
{
    static readonly CancellationToken Now = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_poles_within_fifty_metres_are_offered_nearest_first_and_the_position_stands_in_no_address()
    {
        await using var app = await TestApp.StartAsync();
        await app.WithDbAsync(db =>
        {
            db.Poles.Add(Given.APole(1, "A-1", 14.3524, 100.562));
            db.Poles.Add(Given.APole(2, "", 14.3521, 100.562));
            db.Poles.Add(Given.APole(3, "A-3", 14.3530, 100.562));
            db.Poles.Add(Given.APole(4, "A-4", 14.3521, 100.5621, pole => pole.Retire(new DateOnly(2026, 11, 1), "ถอนเสาออกแล้ว", Given.Officer, TestApp.Monday.UtcDateTime)));
            return db.SaveChangesAsync();
        });
        using var citizen = app.NewVisitor();

        using var answer = await citizen.Client.PostAsJsonAsync("/report/here", new { latitude = 14.35205, longitude = 100.562 }, Now);
        var poles = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Now))!["poles"]!.AsArray();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(2, poles.Count);
        var (first, second) = (poles[0]!, poles[1]!);
        Assert.Equal("A-1", second["name"]!.GetValue<string>());
        Assert.Equal(first["code"]!.GetValue<string>(), first["name"]!.GetValue<string>());
        Assert.Equal(("ถนนทดสอบ", "140101"), (second["road"]!.GetValue<string>(), second["tambon"]!.GetValue<string>()));
        Assert.InRange(second["metres"]!.GetValue<double>(), 38, 40);
        Assert.Equal(HttpStatusCode.NotFound, (await citizen.GetAsync("/report/here?latitude=14.35205&longitude=100.562")).Status);
    }
}
