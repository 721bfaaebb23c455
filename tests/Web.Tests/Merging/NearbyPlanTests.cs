using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Geography;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Merging;

/// <summary>However much was ever reported: what is near is looked up, not searched for.</summary>
public class NearbyPlanTests
{
    [Fact]
    public async Task What_may_be_the_same_fault_is_looked_up_in_an_index_each_way()
    {
        await using var app = await TestApp.StartAsync();
        (string Index, Func<NearbyRequests, IQueryable<long>> Way)[] ways =
        [
            ("ix_service_requests_open_latitude_open_longitude", nearby => nearby.Around(Position.Create(14.352, 100.562), 75)),
            ("ix_service_requests_open_pole", nearby => nearby.OnPole("อบจ12")),
            ("ix_service_requests_open_tambon", nearby => nearby.In("140101")),
        ];
        foreach (var (index, way) in ways)
        {
            var plan = await PlanAsync(app, way);
            Assert.Contains(index, plan, StringComparison.Ordinal);
            Assert.DoesNotContain("SCAN", plan.Replace("Index Scan", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
        }
    }

    static Task<string> PlanAsync(TestApp app, Func<NearbyRequests, IQueryable<long>> way) => app.WithDbAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        await using var command = way(new NearbyRequests(db)).CreateDbCommand();
        // On an empty table PostgreSQL would rather read it through.
        command.CommandText = (TestDatabase.IsPostgres ? "SET enable_seqscan = off; EXPLAIN " : "EXPLAIN QUERY PLAN ") + command.CommandText;
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
            lines.Add(reader.GetString(reader.FieldCount - 1));
        return string.Join('\n', lines);
    });
}
