using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Outbox;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Background;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Outbox;

/// <summary>What the tests of the outbox have in common: a program that sends only when it is told to.</summary>
static class OutboxTest
{
    public const string Citizen = "somjai@example.com";

    public static Task<TestApp> StartAsync(Dictionary<string, string?>? settings = null, bool demo = false) =>
        TestApp.StartAsync(demo, settings, builder =>
        {
            var worker = builder.Services.Single(service => service.ImplementationType == typeof(OutboxWorker));
            builder.Services.Remove(worker);
        });

    public static Task<TestApp> StartAsync(MailServer server) => StartAsync(server.Settings);

    /// <summary>A request of somebody who wants to be told by email.</summary>
    public static Story ByEmail(this Story story, string address = Citizen) =>
        story.From("สมใจ ทดสอบ", "0812345678", address, ToldBy.Email);

    /// <summary>The sender does its round by the program's clock.</summary>
    public static Task<int> SendAsync(this TestApp app) => app.Services.GetRequiredService<OutboxSender>()
        .RunOnceAsync(app.Time.GetUtcNow().UtcDateTime, TestContext.Current.CancellationToken);

    public static Task<List<OutboxMessage>> RowsAsync(this TestApp app) => app.WithDbAsync(db => db.Outbox
        .AsNoTracking().Include(row => row.Entry).OrderBy(row => row.Id).ToListAsync(TestContext.Current.CancellationToken));
}
