using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Geography;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceLevels;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Reporting;

/// <summary>What the requester takes home: the reference, what happens next and by when, the own link.</summary>
[AllowAnonymous]
public sealed class ReceiptModel(AppDb db, ServiceLevel level, Province province, FaultTypes faults, IConfiguration configuration) : PageModel
{
    public sealed record Row(
        string Reference, string FaultCode, Place Place, DateTime SubmittedAt, ToldBy ToldBy, bool HasEmail, int Photos);

    public Row Report { get; private set; } = null!;

    public NextSteps Steps { get; private set; } = null!;

    public string OwnLink { get; private set; } = "";

    public FaultType? Fault => faults.Find(Report.FaultCode);

    public string? TambonName => province.Find(Report.Place.TambonCode)?.FullName(Say.Language);

    public bool IsOutside => Position.TryCreate(Report.Place.Latitude, Report.Place.Longitude, out var position) && !province.Contains(position);

    public async Task<IActionResult> OnGetAsync(string secret, CancellationToken cancellationToken)
    {
        var found = await db.ServiceRequests.AsNoTracking().Where(request => request.Secret == secret)
            .Select(request => new Row(request.Reference, request.FaultCode, request.Place, request.SubmittedAt,
                request.Requester.ToldBy, request.Requester.Email != "", request.Photos.Count))
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null) return NotFound();
        Report = found;
        Steps = NextSteps.After(found.SubmittedAt, level);
        // Without a configured address the one that the requester uses is right for the requester.
        var address = configuration[PublicAddress.Key] is { Length: > 0 } configured ? configured : $"{Request.Scheme}://{Request.Host}";
        OwnLink = new PublicAddress(address).Of(Links.OwnPage(secret)).ToString();
        return Page();
    }
}
