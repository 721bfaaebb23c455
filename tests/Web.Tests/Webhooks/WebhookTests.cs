using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Webhooks;
using Songthang.Web.Background;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Webhooks;

public sealed class WebhookTests : IAsyncLifetime
{
    readonly Receiver receiver = new();
    TestApp app = null!;
    Visitor admin = null!;
    string secret = "";

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync(demo: true, settings: new()
        {
            ["Songthang:Webhooks:AllowPrivateAddresses"] = "true",
            ["Songthang:Webhooks:TimeoutSeconds"] = "1",
        }, builder =>
        {
            // The tests themselves say when is sent.
            var worker = builder.Services.Single(service => service.ImplementationType == typeof(WebhooksWorker));
            builder.Services.Remove(worker);
        });
        admin = await app.SignInAsync(OfficerRole.Administrator);
        var page = await admin.SubmitAsync(await admin.GetAsync("/officer/settings/webhooks"), "#new",
            [("Partner", "เทศบาลทดสอบ"), ("Target", receiver.Url)]);
        secret = page.TextOf(".secret-once");
    }

    public async ValueTask DisposeAsync()
    {
        admin.Dispose();
        await app.DisposeAsync();
        await receiver.DisposeAsync();
    }

    [Fact]
    public async Task A_partner_is_told_in_order_with_the_public_shape_alone_and_can_check_who_sent_it()
    {
        var request = await Given.ARequestAsync(app);
        await Given.LaterAsync(app, request, it => it.Checked("ไฟดับ"));
        await Given.LaterAsync(app, request, it => it.Accepted());

        await SendAllAsync();

        var got = receiver.Got.ToList();
        Assert.Equal(["request.created", "request.checked", "request.status_changed"], got.Select(one => one.Header("Songthang-Event")));
        Assert.Equal(3, got.Select(one => one.Header("Songthang-Event-Id")).Distinct().Count());
        Assert.All(got, one => Assert.True(IsSigned(one)));
        using var last = JsonDocument.Parse(got[2].Body);
        Assert.Equal(request.Reference, last.RootElement.GetProperty("request").GetProperty("reference").GetString());
        Assert.Equal("waiting", last.RootElement.GetProperty("status").GetString());
        Assert.Equal(got[2].Header("Songthang-Event-Id"), last.RootElement.GetProperty("id").GetString());
        Assert.All(got, one => Assert.DoesNotContain("0812345678", one.Body, StringComparison.Ordinal));
        Assert.All(got, one => Assert.DoesNotContain("ใจดี", one.Body, StringComparison.Ordinal));
        Assert.All(got, one => Assert.DoesNotContain(request.Secret, one.Body, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(429)]
    [InlineData(302)]
    [InlineData(404)]
    public async Task What_is_not_taken_is_sent_again_later_with_the_same_id_and_redirects_are_not_followed(int status)
    {
        await using var elsewhere = new Receiver();
        receiver.Answer = _ => Receiver.Say(status, $"Location: {elsewhere.Url}\r\nRetry-After: 120\r\n", "ไม่ว่าง");
        await Given.ARequestAsync(app);

        await SendAllAsync();
        await SendAllAsync();
        var waiting = await DeliveryAsync();
        receiver.Answer = _ => Receiver.Say(204);
        app.Time.Advance(TimeSpan.FromMinutes(2));
        await SendAllAsync();

        var sent = await DeliveryAsync();
        Assert.Equal((status, "ไม่ว่าง", 1), (waiting.StatusCode, waiting.Answer, waiting.Attempts));
        Assert.Equal(0, elsewhere.Connections);
        Assert.Equal(2, receiver.Got.Count);
        Assert.Single(receiver.Got.Select(one => one.Header("Songthang-Event-Id")).Distinct());
        Assert.NotNull(sent.SentAt);
    }

    [Fact]
    public async Task A_server_that_never_answers_or_refuses_holds_nobody_up_and_what_comes_later_waits_for_what_was_before()
    {
        receiver.Answer = _ => null;
        var request = await Given.ARequestAsync(app);
        await SendAllAsync();
        await Given.LaterAsync(app, request, it => it.Accepted());
        await receiver.DisposeAsync();
        app.Time.Advance(TimeSpan.FromMinutes(1));

        await SendAllAsync();

        var rows = await app.WithDbAsync(db => db.WebhookDeliveries.AsNoTracking().OrderBy(row => row.Id).ToListAsync());
        Assert.Equal([2, 0, 0], rows.Select(row => row.Attempts));
        Assert.All(rows, row => Assert.Null(row.SentAt));
        Assert.Single(receiver.Got);
    }

    [Fact]
    public async Task Killed_between_sending_and_marking_it_is_sent_once_more_with_the_same_id()
    {
        await Given.ARequestAsync(app);
        using var kill = new CancellationTokenSource();
        receiver.Answer = _ =>
        {
            // Taken by the partner; the program ends before it hears so.
            kill.Cancel();
            return null;
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Sender.RunOnceAsync(Now, kill.Token));
        receiver.Answer = _ => Receiver.Say(200);

        await SendAllAsync();
        var claimed = receiver.Got.Count;
        app.Time.Advance(WebhookSender.Lease);
        await SendAllAsync();

        Assert.Equal((1, 2), (claimed, receiver.Got.Count));
        Assert.Single(receiver.Got.Select(one => one.Header("Songthang-Event-Id")).Distinct());
    }

    [Fact]
    public async Task After_many_failures_it_is_paused_keeps_what_happens_and_goes_on_when_it_is_let()
    {
        receiver.Answer = _ => Receiver.Say(410);
        var request = await Given.ARequestAsync(app);
        await SendAllAsync();
        receiver.Answer = _ => Receiver.Say(200);
        await Given.LaterAsync(app, request, it => it.Accepted());
        app.Time.Advance(TimeSpan.FromHours(1));
        await SendAllAsync();
        using var later = await app.SignInAsync(OfficerRole.Administrator);
        var page = await later.GetAsync("/officer/settings/webhooks/1");
        var whilePaused = receiver.Got.Count;

        await later.SubmitAsync(page, "form[action*='handler=Pause']");
        await SendAllAsync();

        Assert.Contains("พักเพราะส่งไม่สำเร็จ", page.Words, StringComparison.Ordinal);
        Assert.Equal(1, whilePaused);
        Assert.Equal(4, receiver.Got.Count);
    }

    [Fact]
    public async Task An_administrator_tests_looks_sends_again_and_deletes_and_nobody_else_sees_it()
    {
        receiver.Answer = _ => Receiver.Say(200, body: "รับแล้ว");
        await admin.SubmitAsync(await admin.GetAsync("/officer/settings/webhooks/1"), "form[action*='handler=Ping']");
        await SendAllAsync();
        var page = await admin.GetAsync("/officer/settings/webhooks/1");
        await admin.SubmitAsync(page, "td form");
        await SendAllAsync();
        var unsure = await admin.SubmitAsync(page, "#delete");
        await admin.SubmitAsync(page, "#delete", [("Sure", "true")]);
        await Given.ARequestAsync(app);
        await SendAllAsync();
        using var officer = await app.SignInAsync(OfficerRole.Officer);

        Assert.Contains("รับแล้ว", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsure.Status);
        Assert.Equal(["ping", "ping"], receiver.Got.Select(one => one.Header("Songthang-Event")));
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync("/officer/settings/webhooks/1")).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await officer.GetAsync("/officer/settings/webhooks")).Status);
        Assert.DoesNotContain(secret, await app.WithDbAsync(async db => (await db.WebhookSubscriptions.SingleAsync()).ProtectedSecret), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_of_the_chosen_amphoe_and_events_is_told()
    {
        await app.WithDbAsync(db => db.WebhookSubscriptions.ExecuteUpdateAsync(set => set
            .SetProperty(one => one.AmphoeCode, "1402").SetProperty(one => one.Events, WebhookEvents.StatusChanged)));
        var here = await Given.ARequestAsync(app, it => it.In("140201"));
        var elsewhere = await Given.ARequestAsync(app, it => it.In("140101"));
        await Given.LaterAsync(app, here, it => it.Accepted());
        await Given.LaterAsync(app, elsewhere, it => it.Accepted());

        await SendAllAsync();

        var told = Assert.Single(receiver.Got);
        Assert.Contains(here.Reference, told.Body, StringComparison.Ordinal);
    }

    WebhookSender Sender => app.Services.GetRequiredService<WebhookSender>();

    DateTime Now => app.Time.GetUtcNow().UtcDateTime;

    async Task SendAllAsync()
    {
        while (await Sender.RunOnceAsync(Now, TestContext.Current.CancellationToken) > 0)
        {
            // Of one request only the first is due at a time.
        }
    }

    Task<WebhookDelivery> DeliveryAsync() => app.WithDbAsync(db => db.WebhookDeliveries.AsNoTracking().SingleAsync());

    bool IsSigned(Received one)
    {
        var parts = one.Header("Songthang-Signature").Split(',').Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{parts["t"]}.{one.Body}"));
        return Convert.ToHexStringLower(expected) == parts["v1"];
    }
}
