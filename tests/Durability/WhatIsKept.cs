using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Songthang.Domain.Notifications;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Photos;
using Songthang.Web.Tests.Host;

namespace Songthang.Durability;

/// <summary>Looks, after all that was done to an installation, whether it holds what was acknowledged: all of it, once, and whole.</summary>
/// <param name="installation">Not running.</param>
public sealed class WhatIsKept(Installation installation)
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Every report has an answer by now; the database holds them and their notices and photos once, and no others.</summary>
    public async Task IsAsync(IReadOnlyCollection<Sent> all)
    {
        Assert.DoesNotContain(all, one => one.Receipt is null);
        Assert.Equal(all.Select(one => one.Receipt!.Reference).Order(), (await ReferencesAsync()).Order());

        var told = await installation.WithDbAsync(db => db.Outbox.AsNoTracking()
            .Where(row => row.Recipient == NoticeRecipient.Requester && row.Entry!.Kind == TimelineKind.Submitted)
            .Select(row => row.ServiceRequest!.Reference).ToListAsync(Stop));
        Assert.Equal(all.Where(one => one.WantsMail).Select(one => one.Receipt!.Reference).Order(), told.Order());

        var photos = await installation.WithDbAsync(db => db.Photos.AsNoTracking().Select(photo => photo.Key).ToListAsync(Stop));
        Assert.Equal(all.Where(one => one.HasPhoto).Select(one => one.Photo!).Order(), photos.Order());
        await PhotosAreWholeAsync(photos);
        await StandsProofAsync(all.Count);
    }

    /// <summary>The references of all requests.</summary>
    public Task<List<string>> ReferencesAsync() => installation.WithDbAsync(db =>
        db.ServiceRequests.AsNoTracking().Select(request => request.Reference).ToListAsync(Stop));

    async Task PhotosAreWholeAsync(IEnumerable<string> keys)
    {
        var store = new PhotoStore(Path.Combine(installation.Directory, "photos"), NullLogger<PhotoStore>.Instance);
        foreach (var key in keys)
        {
            await using var photo = store.OpenFull(key) ?? throw new InvalidOperationException($"The photo {key} is gone.");
            using var bytes = new MemoryStream();
            await photo.CopyToAsync(bytes, Stop);
            // A JPEG begins and ends with its marks.
            Assert.Equal(["FFD8", "FFD9"], [Convert.ToHexString(bytes.ToArray(), 0, 2), Convert.ToHexString(bytes.ToArray()[^2..])]);
        }
    }

    async Task StandsProofAsync(int count)
    {
        var verified = await ProgramRun.EndWithAsync(installation.ConnectionString, null, "verify", "--data", installation.Directory);
        Assert.Equal((0, ""), (verified.ExitCode, verified.Errors));
        Assert.StartsWith($"{count} requests", verified.Output, StringComparison.Ordinal);
        if (installation.ConnectionString.StartsWith("Data Source=", StringComparison.Ordinal))
            Assert.Equal(["ok"], await installation.WithDbAsync(db => db.Database.SqlQueryRaw<string>("PRAGMA integrity_check").ToListAsync(Stop)));
    }
}
