using System.Net;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Domain.Settings;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Settings;

public class SettingHistoryTests
{
    [Fact]
    public async Task A_change_says_who_when_old_and_new_and_can_be_undone_after_a_look()
    {
        await using var app = await TestApp.StartAsync();
        var administrator = await app.SignInAsync(OfficerRole.Administrator);
        await administrator.SubmitAsync(
            await administrator.GetAsync("/officer/settings/crews/line/crew-1"), "form.setting-form", [("name.thai", "ชุดกลางวัน")]);

        var history = await administrator.GetAsync("/officer/settings/crews/history");
        Assert.Contains("ผู้ทดสอบ Administrator", history.TextOf(".setting-history"), StringComparison.Ordinal);
        Assert.Contains("23 พฤศจิกายน 2569", history.TextOf(".setting-history"), StringComparison.Ordinal);
        Assert.Contains("ชุดช่างไฟฟ้า 1", history.TextOf("del"), StringComparison.Ordinal);
        Assert.Contains("ชุดกลางวัน", history.TextOf("ins"), StringComparison.Ordinal);

        var preview = await administrator.GetAsync("/officer/settings/crews/history/0");
        Assert.Contains("ชุดกลางวัน", preview.TextOf("del"), StringComparison.Ordinal);
        Assert.Equal("ชุดกลางวัน", app.Current(Topics.Crews).Find("crew-1")!.Name.Thai);
        await administrator.SubmitAsync(preview, "main form");

        Assert.Equal("ชุดช่างไฟฟ้า 1", app.Current(Topics.Crews).Find("crew-1")!.Name.Thai);
        Assert.Contains("นำค่าเริ่มต้นกลับมาใช้", (await administrator.GetAsync("/officer/settings/crews/history")).Words, StringComparison.Ordinal);
        Assert.Equal(1, await app.WithDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == AuditAction.SettingUndone)));
    }

    [Fact]
    public async Task An_undo_that_comes_after_anothers_change_is_shown_anew()
    {
        await using var app = await TestApp.StartAsync();
        var administrator = await app.SignInAsync(OfficerRole.Administrator);
        await app.SetAsync(Topics.Crews, list => list.With("crew-1", crew => crew with { Name = new("ก", "A") }));
        var preview = await administrator.GetAsync("/officer/settings/crews/history/0");
        await app.SetAsync(Topics.Crews, list => list.With("crew-2", crew => crew with { Name = new("ข", "B") }));

        var conflict = await administrator.SubmitAsync(preview, "main form");

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Equal("ข", app.Current(Topics.Crews).Find("crew-2")!.Name.Thai);
        Assert.Equal(HttpStatusCode.Found, (await administrator.SubmitAsync(conflict, "main form")).Status);
        Assert.Equal("ชุดช่างไฟฟ้า 2", app.Current(Topics.Crews).Find("crew-2")!.Name.Thai);
    }

    [Fact]
    public async Task A_long_history_comes_page_by_page()
    {
        await using var app = await TestApp.StartAsync();
        for (var number = 1; number <= 25; number++)
        {
            var name = $"ชุดที่ {number}";
            await app.SetAsync(Topics.Crews, list => list.With("crew-1", crew => crew with { Name = new(name, name) }));
        }

        var administrator = await app.SignInAsync(OfficerRole.Administrator);
        var first = await administrator.GetAsync("/officer/settings/crews/history");
        var second = await administrator.GetAsync("/officer/settings/crews/history?before=6");

        Assert.Equal(20, first.Html.QuerySelectorAll(".setting-history > li").Length);
        Assert.True(first.Has("a[href='?before=6']"));
        Assert.Equal(5, second.Html.QuerySelectorAll(".setting-history > li").Length);
        Assert.Contains("ชุดช่างไฟฟ้า 1", second.TextOf(".setting-history > li:last-child"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_crew_that_is_switched_off_keeps_its_place_in_history()
    {
        await using var app = await TestApp.StartAsync();
        var administrator = await app.SignInAsync(OfficerRole.Administrator);

        await administrator.SubmitAsync(
            await administrator.GetAsync("/officer/settings/crews"), "#line-crew-1 form", submitter: "#line-crew-1 [formaction='?handler=Off']");

        Assert.DoesNotContain(app.Current(Topics.Crews).Offered(), crew => crew.Code == "crew-1");
        Assert.Equal("ชุดช่างไฟฟ้า 1", app.Current(Topics.Crews).Find("crew-1")!.Name.Thai);
        var list = await administrator.GetAsync("/officer/settings/crews");
        Assert.Contains("ปิดใช้แล้ว", list.TextOf("#line-crew-1"), StringComparison.Ordinal);
        await administrator.SubmitAsync(list, "#line-crew-1 form", submitter: "#line-crew-1 [formaction='?handler=On']");
        Assert.Equal(2, app.Current(Topics.Crews).Offered().Count());
    }

    /// <summary>What an administrator may do next: change, or take up an older state, with a form that may be older too.</summary>
    sealed record Deed(int Crew, int Name, int StatesBack, int FormAge);

    [Fact]
    public async Task Whatever_is_changed_and_undone_the_history_has_every_step_and_no_gap()
    {
        await using var app = await TestApp.StartAsync();
        var id = await app.CreateAccountAsync("administrator", OfficerRole.Administrator);
        var by = Actor.Officer(id, "ผู้ดูแล");
        var deeds =
            from crew in Gen.Int[1, 2]
            from name in Gen.Int[1, 3]
            from back in Gen.Int[0, 3]
            from age in Gen.Frequency((4, Gen.Const(0)), (1, Gen.Int[-1, 2]))
            select new Deed(crew, name, back, age);

        await deeds.Array[1, 12].SampleAsync(async sequence =>
        {
            await app.WithDbAsync(db => db.SettingChanges.ExecuteDeleteAsync());
            await app.WithAsync<SettingsStore, bool>(async store =>
            {
                await store.RefreshAsync(CancellationToken.None);
                return true;
            });
            List<string> states = [CurrentSettings.Write(Topics.Crews.Shipped)];
            foreach (var deed in sequence)
                await DoAsync(app, by, deed, states);

            var stored = await app.WithDbAsync(db => db.SettingChanges.OrderBy(change => change.Number).ToListAsync());
            Assert.Equal(Enumerable.Range(1, stored.Count), stored.Select(change => change.Number));
            Assert.Equal(states.Skip(1), stored.Select(change => change.Document));
            Assert.All(stored, change => Assert.True(change.TakenFrom is null || states[change.TakenFrom.Value] == change.Document));
            Assert.Equal(states[^1], CurrentSettings.Write(app.Current(Topics.Crews)));
        }, iter: 30, threads: 1);
    }

    static async Task DoAsync(TestApp app, Actor by, Deed deed, List<string> states)
    {
        var takenFrom = deed.StatesBack > 0 ? Math.Max(0, states.Count - 1 - deed.StatesBack) : (int?)null;
        var value = takenFrom is { } from
            ? CurrentSettings.Read<Listed<Crew>>(states[from])
            : app.Current(Topics.Crews).With($"crew-{deed.Crew}", crew => crew with { Name = new($"ชุด {deed.Name}", $"Crew {deed.Name}") });
        await app.WithAsync<SettingsStore, bool>(async store =>
        {
            try
            {
                await store.SetAsync(
                    Topics.Crews, value, states.Count - 1 - deed.FormAge, by, app.Time.GetUtcNow().UtcDateTime, takenFrom, CancellationToken.None);
                states.Add(CurrentSettings.Write(value));
                Assert.Equal(0, deed.FormAge);
            }
            catch (RuleBroken rule) when (rule.Code == SettingsStore.ChangedMeanwhile)
            {
                Assert.NotEqual(0, deed.FormAge);
            }

            return true;
        });
    }
}
