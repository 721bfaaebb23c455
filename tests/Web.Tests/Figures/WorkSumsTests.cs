using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Figures;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Domain.WorkOrders;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Infrastructure.Persistence.Sums;
using Songthang.Web.Tests.Assigning;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Figures;

/// <summary>What the office alone sees is kept too, and equals what the requests, orders and materials say.</summary>
public sealed class WorkSumsTests : IAsyncLifetime
{
    static readonly string[] Crews = ["crew-1", "crew-2"], Causes = ["lamp", "cable", ""], Materials = ["sodium-lamp", "cable", "fuse"];

    readonly Random random = new(2569);
    TestApp app = null!;
    int[] officers = [];
    int number;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        officers = [await Team.JoinAsync(app, "first", "หนึ่ง ทดสอบ"), await Team.JoinAsync(app, "second", "สอง ทดสอบ")];
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task After_random_work_the_offices_figures_equal_a_recount_folded_or_not_and_after_an_update_of_the_program()
    {
        for (var day = 70; day > 0; day -= 2)
        {
            await LiveAsync(day);
            if (day % 20 == 0)
                await FoldAsync();
        }

        await EqualARecountAsync();
        await FoldAsync();
        Assert.False(await app.WithDbAsync(db => db.WorkSums.AnyAsync(sum => sum.IsFresh, Stop)));
        await EqualARecountAsync();

        await app.WithDbAsync(async db =>
        {
            // As an older version left it, before the program is brought up to date.
            await db.WorkSums.ExecuteDeleteAsync(Stop);
            await db.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" LIKE '%OpenFiguresFilled'", Stop);
            await db.Database.MigrateAsync(Stop);
            return true;
        });
        await EqualARecountAsync();
    }

    /// <summary>Some requests come in, change hands, are repaired on orders or not, come back.</summary>
    Task<bool> LiveAsync(int daysAgo) => app.WithDbAsync(async db =>
    {
        // Near midnight in Bangkok too, where UTC has another day.
        var now = app.Time.GetUtcNow().UtcDateTime.AddDays(-daysAgo).AddHours(random.Next(24));
        var requests = new List<ServiceRequest>();
        for (var i = 0; i < 3; i++)
            requests.Add(await Given.ARequestAsync(app, it => it.SubmittedAgo(days: daysAgo).Accepted()));
        var ids = requests.Select(request => request.Id).ToList();
        ids.AddRange(await db.ServiceRequests.Where(request => request.Status == ServiceRequestStatus.Completed).OrderBy(request => request.Id).Select(request => request.Id).Take(2).ToListAsync(Stop));
        var known = await db.FindRequestsAsync(ids, Stop);
        foreach (var request in known)
        {
            if (request.Status == ServiceRequestStatus.Completed)
                request.Reopen("ดับอีก", Given.Officer, now);
            if (random.Next(3) > 0 && request.AssigneeId is null)
                request.AssignTo(officers[random.Next(2)], "ทดสอบ", Given.Officer, now);
            else if (request.AssigneeId is not null && random.Next(2) == 0)
                request.Unassign(Given.Officer, now);
        }

        await db.SaveChangesAsync(Stop);
        var crew = Crews[random.Next(2)];
        var (order, _) = WorkOrder.Plan(new(new(2569, ++number), crew, new("ชุดช่าง", "Crew"), DateOnly.FromDateTime(now), ""), known, Given.Officer, now);
        db.WorkOrders.Add(order);
        await db.SaveChangesAsync(Stop);
        foreach (var request in known)
        {
            if (random.Next(4) == 0)
                order.LeaveUnrepaired(request, PauseReason.All[0].Code, "", Causes[random.Next(3)], [], Given.Officer, now);
            else if (random.Next(5) > 0)
                order.Repair(new("เปลี่ยนหลอดแล้ว", Causes[random.Next(3)], [Use()]), [request], [], Given.Officer, now);
        }

        await db.SaveChangesAsync(Stop);
        return true;
    });

    MaterialUse Use()
    {
        var code = Materials[random.Next(3)];
        return new(code, new($"{code} {random.Next(2)}", code), new("ชิ้น", "piece"), random.Next(1, 9), random.Next(2) * random.Next(1, 9_999));
    }

    async Task EqualARecountAsync()
    {
        var (requests, orders) = await app.WithDbAsync(async db => (
            await db.ServiceRequests.AsNoTracking().ToListAsync(Stop),
            await db.WorkOrders.AsNoTracking().Include(order => order.Items).Include(order => order.Materials).AsSplitQuery().ToListAsync(Stop)));
        Assert.Contains(orders, order => order.Materials.Count > 0);
        Assert.Contains(requests, request => request.ReopenedCount > 0 && request.AssigneeId is not null);
        foreach (var period in (Period[])[Period.FiscalYear(2569), Period.FiscalYear(2570), Period.Month(new(2026, 10, 1)), Period.Free(new(2026, 9, 20), new(2026, 11, 3))])
        {
            var figures = await app.WithAsync<WorkFiguresQuery, WorkFigures>(query => query.RunAsync(period, Stop));
            bool Within(DateTime? at) => at is { } moment && ThaiDates.BangkokDate(moment) is var day && day >= period.From && day <= period.To;
            var items = orders.SelectMany(order => order.Items.Where(item => Within(item.SettledAt)).Select(item => (order.CrewCode, item.Outcome, item.CauseCode))).ToList();

            Assert.Equal(
                requests.Where(request => Within(request.SubmittedAt)).GroupBy(request => request.AssigneeId).Select(group => (
                    group.Count(), group.Count(it => it.Status == ServiceRequestStatus.Completed), group.Count(it => it.Status.IsOpen()), group.Count(it => it.ReopenedCount > 0))).Order(),
                figures.Officers.Select(officer => (officer.Received, officer.Done, officer.Open, officer.Reopened)).Order());
            Assert.Equal(
                items.Where(item => item.Outcome is ItemOutcome.Repaired or ItemOutcome.NotRepaired).GroupBy(item => item.CrewCode).OrderBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group => new CrewFigures(group.Key, group.Count(item => item.Outcome == ItemOutcome.Repaired), group.Count(item => item.Outcome == ItemOutcome.NotRepaired))),
                figures.Crews);
            Assert.Equal(
                items.Where(item => item.Outcome == ItemOutcome.Repaired).GroupBy(item => item.CauseCode).Select(group => (group.Key, group.Count())).Order(),
                figures.Causes.Select(cause => (cause.Code, cause.Count)).Order());
            Assert.Equal(
                orders.SelectMany(order => order.Materials).Where(used => Within(used.UsedAt)).GroupBy(used => used.Code).Select(group => (
                    group.Key, group.Sum(used => used.Quantity), group.Where(used => used.UnitSatang == 0).Sum(used => used.Quantity), group.Sum(used => (long)used.Quantity * used.UnitSatang))).Order(),
                figures.Materials.Select(used => (used.Code, used.Quantity, used.Unpriced, used.Satang)).Order());
        }
    }

    Task<int> FoldAsync() => app.WithAsync<FoldSums, int>(async fold =>
    {
        while (await fold.RunAsync(Stop) > 0)
        {
            // Until nothing is left.
        }

        return 0;
    });
}
