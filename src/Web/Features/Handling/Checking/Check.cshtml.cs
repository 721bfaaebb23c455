using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Geography;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Geodata;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Handling.Checking;

[Authorize(Policy = Policies.Officers)]
public sealed class CheckModel(CheckDetails useCase, AppDb db, Province province, WhoseLamp whose, TambonFinder tambons, TimeProvider time)
    : DetailsPage(db, province, whose, tambons, time)
{
    readonly AppDb db = db;
    CheckList found = CheckList.Read("");

    public override Act Act => Act.Check;

    [BindProperty]
    public Finding PlaceFound { get; set; }

    [BindProperty]
    public Finding Ours { get; set; }

    [BindProperty]
    public Finding Complete { get; set; }

    [BindProperty]
    public Finding Danger { get; set; }

    [BindProperty]
    public Finding Duplicate { get; set; }

    [BindProperty, AtMost(ServiceRequest.MaxSymptom)]
    public string? Note { get; set; }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var details = ReadDetails();
        var list = new CheckList(PlaceFound, Ours, Complete, Danger, Duplicate);
        return SendAsync(
            (by, now) => useCase.RunAsync(
                new Findings(Reference, SeenNumber, details, PublicPhotos, list, Note ?? ""), by, now, cancellationToken),
            "บันทึกการตรวจสอบแล้ว", "The check is saved.", cancellationToken);
    }

    protected override void Prefill()
    {
        base.Prefill();
        (PlaceFound, Ours, Complete, Danger, Duplicate) = found;
        // What the fault itself says is known before anybody looked.
        if (Danger == Finding.Unknown && AtHand.IsUrgent)
            Danger = Finding.Yes;
    }

    /// <summary>Whoever checks once more begins with what was found before.</summary>
    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (!await base.FindAsync(cancellationToken)) return false;
        found = CheckList.Read(await db.ServiceRequests.Where(request => request.Reference == Reference)
            .SelectMany(request => request.Timeline).Where(entry => entry.Kind == TimelineKind.CheckListed)
            .OrderByDescending(entry => entry.Number).Select(entry => entry.Detail).FirstOrDefaultAsync(cancellationToken) ?? "");
        return true;
    }
}
