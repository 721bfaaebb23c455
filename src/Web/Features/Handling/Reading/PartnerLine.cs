using Microsoft.EntityFrameworkCore;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Handling.Reading;

/// <summary>What a partner's program said of a request that it handed in.</summary>
/// <param name="Partner">Whose program.</param>
/// <param name="Account">Its account of the reporter; may be empty.</param>
/// <param name="Device">The device; may be empty.</param>
/// <param name="Pictures">Addresses of pictures elsewhere, as text: nobody knows what is there.</param>
public sealed record PartnerLine(string Partner, string Account, string Device, IReadOnlyList<string> Pictures)
{
    public static async Task<PartnerLine?> FindAsync(AppDb db, long requestId, CancellationToken cancellationToken)
    {
        var found = await db.PartnerReports.AsNoTracking().Where(report => report.ServiceRequestId == requestId)
            .Join(db.ApiKeys, report => report.ApiKeyId, key => key.Id, (report, key) => new { key.Partner, report.AccountId, report.DeviceId, report.MediaUrl })
            .SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : new(found.Partner, found.AccountId, found.DeviceId, found.MediaUrl.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
