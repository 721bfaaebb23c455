using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Uploads;

namespace Songthang.Web.Features.Importing;

/// <summary>Fills an empty database with the shipped sample reports, so that the first start shows a living system.</summary>
public sealed class LoadDemo(AppDb db, ImportServiceRequests import)
{
    /// <returns>How many requests were added; 0 when there are any already.</returns>
    public async Task<int> RunAsync(DateTime now, CancellationToken cancellationToken)
    {
        if (await db.ServiceRequests.AnyAsync(cancellationToken))
            return 0;
        using var sample = ReferenceData.SampleReports();
        var result = await import.RunAsync(new(sample.BaseStream, ShiftToYesterday: true), now, cancellationToken);
        if (result.Problems.Count > 0)
            throw new InvalidOperationException($"The shipped sample reports are broken: {result.Problems[0]}");
        await LetNeighboursFollowAsync(now, cancellationToken);
        await TellOfForwardedAsync(now, cancellationToken);
        return result.Added;
    }

    /// <summary>A stretch in the dark has more than one who waits for it. The numbers belong to nobody, like all of the sample.</summary>
    async Task LetNeighboursFollowAsync(DateTime now, CancellationToken cancellationToken)
    {
        var followed = await db.ServiceRequests.AsNoTracking().Where(request => request.Status == ServiceRequestStatus.InProgress)
            .OrderByDescending(request => request.Id).Select(request => new { request.Id, request.Status }).FirstOrDefaultAsync(cancellationToken);
        if (followed is null)
            return;
        foreach (var typed in (string[])["081-000-2001", "081-000-2002", "081-000-2003"])
        {
            _ = PhoneNumber.TryParse(typed, out var phone);
            var secret = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(16));
            db.Followers.Add(Follower.Follow(followed.Id, followed.Status, (default, phone), "th", (secret, FormKey.New()), now));
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>What the old register does not know: the letter of a forwarded request and what came back.</summary>
    async Task TellOfForwardedAsync(DateTime now, CancellationToken cancellationToken)
    {
        var forwarded = await db.ServiceRequests.AsNoTracking().Where(request => request.Status == ServiceRequestStatus.Forwarded)
            .OrderByDescending(request => request.Id).Select(request => request.Reference).FirstOrDefaultAsync(cancellationToken);
        if (forwarded is null)
            return;
        await db.TryToActAsync(forwarded, request =>
        {
            request.RecordLetter(new("อย 51004/128", ThaiDates.BangkokDate(request.UpdatedAt)), Actor.Import, now);
            request.RecordAuthoritysAnswer("ได้รับเรื่องแล้ว จะเข้าดำเนินการภายในเดือนนี้", isPublic: true, Actor.Import, now);
            return Task.FromResult(true);
        }, cancellationToken);
    }
}
