using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Disk;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Uploads;
using Songthang.Web.Features.Following;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Reporting;

namespace Songthang.Web.Tests.Tracking;

/// <summary>Whoever reads the database alone learns no link to a page of a requester or follower.</summary>
public sealed class LinkSecretTests
{
    static readonly CancellationToken Now = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Links_have_128_random_bits_and_are_not_in_the_database_in_clear()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();
        var receipt = (await ReportPage.SendAsync(visitor)).Response.Headers.Location!.ToString();
        var secret = receipt.Split('/')[2];
        Assert.True(EmailAddress.TryParse("follower@citizen.example", out var email));
        var request = await ReportPage.TheRequestAsync(app);
        var follower = (await app.WithAsync((FollowServiceRequest follow) => follow.RunAsync(
            new(FormKey.New(), request.Reference, email, default, "th"), Actor.Requester, TestApp.Monday.UtcDateTime, Now)))!;

        var stored = await StoredAsync(app);

        Assert.Equal(2, stored.Count);
        Assert.All(stored, one => Assert.StartsWith("~", one, StringComparison.Ordinal));
        foreach (var link in (string[])[secret, follower])
        {
            Assert.Equal(16, Base64Url.DecodeFromChars(link).Length);
            Assert.DoesNotContain(stored, one => one.Contains(link, StringComparison.Ordinal));
        }

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"/r/{secret}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"/follow/{follower}")).Status);
        // What is stored opens nothing, whole or in part, nor does another spelling of the link.
        foreach (var one in stored.Concat(stored.Select(seal => seal[1..])).Concat(stored.Select(seal => seal[1..23])).Append(secret + "=").Append(secret[..^1] + (char)(secret[^1] + 1)))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/r/{Uri.EscapeDataString(one)}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/follow/{Uri.EscapeDataString(one)}")).Status);
        }
    }

    [Fact]
    public async Task Links_that_an_older_version_stored_in_clear_are_sealed_at_the_next_start_and_still_lead_there()
    {
        await using var app = await TestApp.StartAsync();
        var requests = new[] { await Given.ARequestAsync(app), await Given.ARequestAsync(app), await Given.ARequestAsync(app) };
        foreach (var request in requests)
            await app.WithDbAsync(db => db.Database.ExecuteSqlAsync($"UPDATE service_requests SET secret = {request.Secret} WHERE id = {request.Id}"));
        // As long as a secret, but none: it is left alone, and the start ends all the same.
        await app.WithDbAsync(db => db.Database.ExecuteSqlAsync($"UPDATE service_requests SET secret = 'AAAAAAAAAAAAAAAAAAAAAB' WHERE id = {requests[2].Id}"));
        using var visitor = app.NewVisitor();
        Assert.Contains(requests[0].Secret, await StoredAsync(app));

        await PrepareAsync(app);
        await PrepareAsync(app);

        Assert.Equal(2, (await StoredAsync(app)).Count(one => one.StartsWith('~')));
        foreach (var request in requests[..2])
        {
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"/r/{request.Secret}")).Status);
            Assert.Equal(request.Secret, (await Given.ReadAsync(app, request)).Secret);
        }
    }

    [Fact]
    public void A_seal_turns_every_secret_into_another_text_and_back_and_only_its_own_key_does()
    {
        var (seal, other) = (LinkSeal.Of(RandomNumberGenerator.GetBytes(32)), LinkSeal.Of(RandomNumberGenerator.GetBytes(32)));
        for (var i = 0; i < 1000; i++)
        {
            var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
            var stored = seal.Seal(secret);
            Assert.Equal(28, stored.Length);
            Assert.Equal(stored, seal.Seal(secret));
            Assert.Equal(secret, seal.Open(stored));
            Assert.Equal("", other.Open(stored));
            Assert.Equal("", LinkSeal.None.Open(stored));
            // What is stored is not what is asked for with it.
            Assert.NotEqual(stored, seal.Seal(stored));
            Assert.Equal(stored, seal.Open(seal.Seal(stored)));
        }

        foreach (var none in (string[])["", "short", "~", "~~", "~short"])
            Assert.Equal(none, seal.Open(seal.Seal(none)));
    }

    [Fact]
    public void The_key_is_made_once_and_is_nobody_elses()
    {
        var folder = Directory.CreateTempSubdirectory("songthang-seal-").FullName;
        var path = Path.Combine(folder, "keys", LinkSeal.FileName);
        try
        {
            LinkSeal.In(Path.Combine(folder, "keys"), KeySecret.None).Demand();
            var key = File.ReadAllBytes(path);
            LinkSeal.In(Path.Combine(folder, "keys"), KeySecret.None).Demand();

            Assert.Equal(32, key.Length);
            Assert.Equal(key, File.ReadAllBytes(path));
            if (!OperatingSystem.IsWindows())
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
            File.WriteAllText(path, "short");
            Assert.Throws<InvalidDataException>(LinkSeal.In(Path.Combine(folder, "keys"), KeySecret.None).Demand);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static Task<bool> PrepareAsync(TestApp app) => app.WithDbAsync(async db =>
    {
        await Database.PrepareAsync(db, Now);
        return true;
    });

    static Task<List<string>> StoredAsync(TestApp app) => app.WithDbAsync(db => db.Database
        .SqlQueryRaw<string>("SELECT secret AS \"Value\" FROM service_requests UNION ALL SELECT secret FROM followers").ToListAsync(Now));
}
