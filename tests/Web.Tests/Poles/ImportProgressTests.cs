using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Songthang.Domain.Assets;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Poles;

/// <summary>Whoever takes over a large register sees how far it is, and is told when it is done.</summary>
public class ImportProgressTests
{
    const int Rows = 2_300, AtOnce = 1_000;

    [Fact]
    public async Task While_a_large_file_is_taken_over_the_page_says_how_far_it_is_and_then_that_it_is_done()
    {
        var gate = new Gate();
        await using var app = await TestApp.StartAsync(adjust: builder =>
        {
            builder.Services.ConfigureDbContext<SqliteAppDb>(options => options.AddInterceptors(gate));
            builder.Services.ConfigureDbContext<PostgresAppDb>(options => options.AddInterceptors(gate));
        });
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        var columns = await officer.FollowAsync(await officer.SubmitAsync(
            await officer.GetAsync("/officer/poles/import"), "main form", files: [new("Upload", "many.csv", Encoding.UTF8.GetBytes(Table()), "text/csv")]));
        var check = await RestAsync(officer, await officer.FollowAsync(await officer.SubmitAsync(columns, "#columns")));
        Assert.Contains("เสาใหม่ 2,300", check.Words, StringComparison.Ordinal);

        var begun = await officer.FollowAsync(await officer.SubmitAsync(check, "#import", [("IsSure", "true")]));
        await gate.SecondThousand.Task.WaitAsync(TestContext.Current.CancellationToken);
        var half = await officer.GetAsync(begun.Address.PathAndQuery);
        var register = await officer.GetAsync("/officer/poles");
        gate.Open.SetResult();
        var done = await RestAsync(officer, half);

        Assert.Contains("กำลังนำเข้า 1,000 จาก 2,300 ต้น", half.TextOf("#progress"), StringComparison.Ordinal);
        Assert.True(half.Has("#progress[data-refresh=true] progress[max='2300'][value='1000']"));
        // All or nothing: nobody sees a half.
        Assert.DoesNotContain("N-1", register.Words, StringComparison.Ordinal);
        Assert.Contains("นำเข้าแล้ว: เสาใหม่ 2,300 ต้น", done.TextOf("#progress [role=status]"), StringComparison.Ordinal);
        Assert.True(done.Has("#progress[data-refresh=false]"));
        Assert.Equal(Rows, await app.WithDbAsync(db => db.Poles.CountAsync(TestContext.Current.CancellationToken)));
    }

    static string Table() => Enumerable.Range(0, Rows).Aggregate(new StringBuilder("number,latitude,longitude\n"), (text, i) => text.Append(
        CultureInfo.InvariantCulture, $"N-{i + 1},{14.2 + i / 50 * 0.0005:0.######},{100.5 + i % 50 * 0.0002:0.######}\n")).ToString();

    /// <summary>The page once the program has done what it was asked for.</summary>
    static async Task<Page> RestAsync(Visitor officer, Page page)
    {
        using var tooLong = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (page.Has("#progress[data-refresh=true]"))
        {
            tooLong.Token.ThrowIfCancellationRequested();
            page = await officer.GetAsync(page.Address.PathAndQuery);
        }

        return page;
    }

    /// <summary>Holds the import when the first thousand poles are written and the second begins.</summary>
    sealed class Gate : SaveChangesInterceptor
    {
        int saves;

        public TaskCompletionSource SecondThousand { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Open { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (eventData.Context!.ChangeTracker.Entries<Pole>().Count() == AtOnce && ++saves == 2)
            {
                SecondThousand.SetResult();
                await Open.Task.WaitAsync(cancellationToken);
            }

            return result;
        }
    }
}
