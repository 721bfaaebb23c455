using System.Data.Common;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Reporting;

namespace Songthang.Web.Tests.Shared;

public class FullDiskTests
{
    [Fact]
    public async Task A_disk_that_is_full_in_the_middle_costs_nobody_what_was_typed()
    {
        var disk = new Disk();
        await using var app = await TestApp.StartAsync(adjust: disk.Watch);
        using var visitor = app.NewVisitor();
        // More than fits into what the file has left.
        var words = new string('ก', 4000);

        await disk.FillAsync(app);
        var page = await ReportPage.SendAsync(visitor, ("Form.Symptom", words));
        var stored = await ReportPage.CountAsync(app);
        await disk.EmptyAsync(app);
        var again = await visitor.SubmitAsync(page, ReportPage.Form);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.Contains("ไม่มีพื้นที่เก็บข้อมูล", page.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.Equal((words, 0), (page.TextOf("textarea"), stored));
        Assert.Equal(HttpStatusCode.Redirect, again.Status);
        Assert.Equal(1, await ReportPage.CountAsync(app));
    }

    /// <summary>A disk without room: SQLite may not let its file grow, PostgreSQL says itself that it has none.</summary>
    sealed class Disk : DbConnectionInterceptor
    {
        bool isFull;

        public void Watch(WebApplicationBuilder builder) =>
            builder.Services.ConfigureDbContext<SqliteAppDb>(options => options.AddInterceptors(this));

        public async Task FillAsync(TestApp app)
        {
            isFull = true;
            if (TestDatabase.IsPostgres)
            {
                await ExecuteAsync(app, """
                    CREATE FUNCTION full_disk() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'no space left' USING ERRCODE = '53100'; END $$ LANGUAGE plpgsql;
                    CREATE TRIGGER full_disk BEFORE INSERT ON service_requests FOR EACH ROW EXECUTE FUNCTION full_disk();
                    """);
            }
        }

        public async Task EmptyAsync(TestApp app)
        {
            isFull = false;
            if (TestDatabase.IsPostgres) await ExecuteAsync(app, "DROP TRIGGER full_disk ON service_requests");
        }

        public override async Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = isFull ? "PRAGMA max_page_count = 1" : "PRAGMA max_page_count = 1000000";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        static Task<int> ExecuteAsync(TestApp app, string sql) => app.WithDbAsync(db => db.Database.ExecuteSqlRawAsync(sql));
    }
}
