using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Songthang.Domain.Officers;
using Songthang.Domain.Settings;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Background;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Settings;

/// <summary>What tests do with settings without any page.</summary>
static class Administration
{
    public static T Current<T>(this TestApp app, Topic<T> topic) where T : class =>
        app.Services.GetRequiredService<CurrentSettings>().Get(topic);

    public static int NumberOf(this TestApp app, Topic topic) => app.Services.GetRequiredService<CurrentSettings>().NumberOf(topic);

    /// <summary>Sets a topic as an administrator would.</summary>
    public static async Task SetAsync<T>(this TestApp app, Topic<T> topic, Func<T, T> change) where T : class
    {
        const string administrator = "settings-administrator";
        var known = await app.WithDbAsync(db => db.Users.Where(account => account.UserName == administrator).Select(account => account.Id).ToListAsync());
        var id = known.Count > 0 ? known[0] : await app.CreateAccountAsync(administrator, OfficerRole.Administrator);
        await app.WithAsync<SettingsStore, bool>(async store =>
        {
            await store.SetAsync(
                topic, change(app.Current(topic)), app.NumberOf(topic), Actor.Officer(id, "ผู้ดูแลทดสอบ"),
                app.Time.GetUtcNow().UtcDateTime, takenFrom: null, TestContext.Current.CancellationToken);
            return true;
        });
    }

    /// <summary>Lets the program derive anew what the settings changed.</summary>
    public static Task RenewAsync(this TestApp app) => app.Services.GetServices<IHostedService>()
        .OfType<DerivedColumnsWorker>().Single().RunOnceAsync(TestContext.Current.CancellationToken);

    public static Listed<T> With<T>(this Listed<T> list, string code, Func<T, T> change) where T : class, IListed =>
        new([.. list.All.Select(line => line.Code == code ? change(line) : line)]);
}
