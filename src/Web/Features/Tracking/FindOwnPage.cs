using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Tracking;

/// <summary>Leads whoever knows the reference and the telephone number of a report to its own page.</summary>
public sealed class FindOwnPage(AppDb db)
{
    /// <summary>The secret of the own page; null when the two do not belong together, whichever of them is wrong.</summary>
    public async Task<string?> RunAsync(Reference reference, PhoneNumber phone, CancellationToken cancellationToken)
    {
        var canonical = reference.ToString();
        var known = await db.ServiceRequests.AsNoTracking().Where(request => request.Reference == canonical)
            .Select(request => new { request.Secret, request.Requester.Phone }).SingleOrDefaultAsync(cancellationToken);
        // Compared here and in constant time: how long the answer takes tells nothing of the number.
        var same = CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(known?.Phone ?? "")), SHA256.HashData(Encoding.UTF8.GetBytes(phone.Digits)));
        return same && phone.Digits.Length > 0 ? known?.Secret : null;
    }
}
