using System.Data.Common;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.PublicMap;

/// <summary>A script is answered in its own language even when something is wrong; a person in front of a browser gets a page.</summary>
public class MapErrorTests
{
    [Fact]
    public async Task What_goes_wrong_with_the_data_of_a_map_is_told_as_a_problem_and_not_as_a_page()
    {
        var disk = new Broken();
        await using var app = await TestApp.StartAsync(adjust: builder =>
        {
            builder.Services.ConfigureDbContext<SqliteAppDb>(options => options.AddInterceptors(disk));
            builder.Services.ConfigureDbContext<PostgresAppDb>(options => options.AddInterceptors(disk));
        });
        using var visitor = app.NewVisitor();

        await IsProblemAsync(await visitor.GetAsync("/map/base/nothing.json"), HttpStatusCode.NotFound);
        await IsProblemAsync(await visitor.GetAsync("/map/reports.json?zoom=far"), HttpStatusCode.BadRequest);
        await IsProblemAsync(await visitor.GetAsync("/map/base/roads.json"), HttpStatusCode.BadRequest);
        await IsProblemAsync(await SendAsync(visitor, "/map/search"), HttpStatusCode.NotFound);
        disk.IsBroken = true;
        await IsProblemAsync(await visitor.GetAsync("/map/base/poles.json?zoom=17&bbox=100.56,14.35,100.57,14.36"), HttpStatusCode.InternalServerError);
        await IsProblemAsync(await visitor.GetAsync("/map/search?q=15-58"), HttpStatusCode.InternalServerError);

        // The page is one.
        var page = await visitor.GetAsync("/map");
        Assert.Equal((HttpStatusCode.InternalServerError, "text/html"), (page.Status, page.Response.Content.Headers.ContentType!.MediaType));
        Assert.Equal("text/html", (await visitor.GetAsync("/map/nothing")).Response.Content.Headers.ContentType!.MediaType);
    }

    static async Task<Page> SendAsync(Visitor visitor, string address)
    {
        var answer = await visitor.Client.PostAsync(address, null, TestContext.Current.CancellationToken);
        return new Page(answer, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), visitor.Client.BaseAddress!);
    }

    static async Task IsProblemAsync(Page answer, HttpStatusCode status)
    {
        Assert.Equal((status, "application/problem+json"), (answer.Status, answer.Response.Content.Headers.ContentType?.MediaType));
        var problem = JsonNode.Parse(await answer.Response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal((int)status, problem["status"]!.GetValue<int>());
        Assert.DoesNotContain("Broken", answer.Text, StringComparison.Ordinal);
    }

    /// <summary>A database that answers nothing any more.</summary>
    sealed class Broken : DbCommandInterceptor
    {
        public bool IsBroken { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            IsBroken && (command.CommandText.Contains("poles", StringComparison.Ordinal) || command.CommandText.Contains("service_requests", StringComparison.Ordinal))
                ? throw new InvalidOperationException("Broken")
                : new(result);
    }
}
