using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Web.Features.BackingUp;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.BackingUp;

public sealed class ScheduledBackupTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("songthang-backups-").FullName;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_day_is_backed_up_once_and_the_oldest_own_file_goes()
    {
        await using var app = await TestApp.StartAsync(settings: new() { ["Songthang:Mail:Host"] = "127.0.0.1", ["Songthang:Mail:From"] = "a@example.org" });
        using var administrator = await app.SignInAsync(OfficerRole.Administrator);
        await PlanAsync(administrator, folder);
        foreach (var own in (string[])["songthang-2026-11-20-0200.zip", "songthang-2026-11-21-0200.zip", "mine.zip"])
            await File.WriteAllTextAsync(Path.Combine(folder, own), "older", Stop);
        var monday = TestApp.Monday.UtcDateTime;

        Assert.False(await TakeAsync(app, monday.Date.AddHours(-6))); // 1.00 in Bangkok: not yet
        // Several nodes at the same moment: one of them does it.
        Assert.Single(await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => TakeAsync(app, monday), Stop))), took => took);
        Assert.False(await TakeAsync(app, monday.AddHours(1)));

        Assert.Equal(["mine.zip", "songthang-2026-11-21-0200.zip", "songthang-2026-11-23-0200.zip"], Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var page = await administrator.GetAsync("/officer/settings/backups");
        Assert.Contains("songthang-2026-11-23-0200.zip", page.Words, StringComparison.Ordinal);
        Assert.Equal(0, await app.WithDbAsync(db => db.Outbox.CountAsync(Stop)));
    }

    [Fact]
    public async Task A_backup_that_fails_is_told_to_the_administrators_and_deletes_nothing()
    {
        await using var app = await TestApp.StartAsync(settings: new() { ["Songthang:Mail:Host"] = "127.0.0.1", ["Songthang:Mail:From"] = "a@example.org" });
        using var administrator = await app.SignInAsync(OfficerRole.Administrator);
        await app.WithDbAsync(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(account => account.Email, "admin@example.org"), Stop));
        // A file stands where the folder should be.
        var place = Path.Combine(folder, "taken");
        await File.WriteAllTextAsync(place, "", Stop);
        await PlanAsync(administrator, place);

        Assert.True(await TakeAsync(app, TestApp.Monday.UtcDateTime));

        Assert.Equal("สำรองข้อมูลไม่สำเร็จ", await app.WithDbAsync(db => db.Outbox.Select(row => row.Subject).SingleAsync(Stop)));
        Assert.Contains("ไม่สำเร็จ", (await administrator.GetAsync("/officer/settings/backups")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_must_be_named_in_full()
    {
        await using var app = await TestApp.StartAsync();
        using var administrator = await app.SignInAsync(OfficerRole.Administrator);

        var page = await PlanAsync(administrator, "backups");

        Assert.True(page.Has(".error-summary"));
    }

    static async Task<Page> PlanAsync(Visitor administrator, string folder) => await administrator.SubmitAsync(
        await administrator.GetAsync("/officer/settings/backups"), "form.setting-form", [("isOn", "true"), ("at", "02:00"), ("folder", folder), ("keep", "2")]);

    static Task<bool> TakeAsync(TestApp app, DateTime now) => app.WithAsync<TakeScheduledBackup, bool>(take => take.RunAsync(now, Stop));

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
