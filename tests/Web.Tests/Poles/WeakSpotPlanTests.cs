using Songthang.Domain.Officers;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Poles;

/// <summary>However large the register and however long it is kept: the weak spots are read by indexes.</summary>
public class WeakSpotPlanTests
{
    [Fact]
    public async Task Weak_spots_read_no_table_through()
    {
        var plans = new QueryPlans();
        await using var app = await TestApp.StartAsync(adjust: plans.Listen);
        await app.WithDbAsync(db =>
        {
            db.Poles.AddRange(
                Given.APole(1, "15-58", 14.352_123, 100.561_987),
                Given.APole(2, "L-1", 14.37, 100.56, known: facts => facts with { LampCode = "led", InstalledOn = new(2010, 1, 1) }));
            return db.SaveChangesAsync();
        });
        foreach (var day in new[] { 1, 2, 3 })
            await Given.ARequestAsync(app, it => it.SubmittedAgo(days: day).Sent(s => s with { Place = s.Place with { PoleNumber = day == 3 ? "000001-3" : "15-58" } }));
        // By its number alone it would not be weak; the number that is has no pole.
        foreach (var day in new[] { 4, 5, 6 })
            await Given.ARequestAsync(app, it => it.SubmittedAgo(days: day).Sent(s => s with { Place = s.Place with { PoleNumber = "9-9" } }));
        using var director = await app.SignInAsync(OfficerRole.Director);
        plans.Clear();

        foreach (var list in new[] { "poles", "roads", "lamps" })
            Assert.Contains("วิธีคิด", (await director.GetAsync($"/officer/weak-spots?list={list}")).Words, StringComparison.Ordinal);

        // The faults of a year; then poles by number, by code, by age, and those on the page.
        var faults = Assert.Single(await plans.OfAsync(app, "service_requests", "pole_key"));
        var poles = await plans.OfAsync(app, "poles", "id");
        Assert.Contains("submitted_at", faults, StringComparison.Ordinal);
        Assert.Contains(poles, plan => plan.Contains("ix_poles_number_loose_key", StringComparison.Ordinal));
        Assert.Contains(poles, plan => plan.Contains("ix_poles_code_number", StringComparison.Ordinal));
        Assert.Contains(poles, plan => plan.Contains("ix_poles_installed_order", StringComparison.Ordinal));
        Assert.Contains(poles, plan => plan.Contains(TestDatabase.IsPostgres ? "pk_poles" : "PRIMARY KEY", StringComparison.Ordinal));
        Assert.All(poles.Append(faults), plan =>
        {
            Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
            Assert.DoesNotContain("SCAN", plan.Replace("Index Scan", "", StringComparison.Ordinal).Replace("Index Only Scan", "", StringComparison.Ordinal), StringComparison.Ordinal);
        });
    }
}
