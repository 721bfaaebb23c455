using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.Geography;
using Songthang.Domain.ServiceCatalog;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Reporting;

/// <summary>What the requester takes home: the reference, what happens next and by when, the own link.</summary>
[AllowAnonymous]
public sealed class ReceiptModel(ReadReceipt receipt, LookAround look, Province province, FaultTypes faults) : PageModel
{
    public Receipt Report { get; private set; } = null!;

    public string Secret { get; private set; } = "";

    public NextSteps Steps => Report.Steps;

    public string OwnLink => Report.OwnLink.ToString();

    public FaultType? Fault => faults.Find(Report.FaultCode);

    public string? TambonName => province.Find(Report.Place.TambonCode)?.FullName(Say.Language);

    /// <summary>What is known of the place.</summary>
    public Surroundings Around { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string secret, CancellationToken cancellationToken)
    {
        if (await receipt.RunAsync(new(secret, $"{Request.Scheme}://{Request.Host}"), cancellationToken) is not { } found)
            return NotFound();
        (Report, Secret) = (found, secret);
        Around = await look.RunAsync(found.Place, cancellationToken);
        return Page();
    }
}
