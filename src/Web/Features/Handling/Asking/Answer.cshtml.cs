using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Acts;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Handling.Asking;

/// <summary>Takes down an answer that the requester gave by phone.</summary>
[Authorize(Policy = Policies.Officers)]
public sealed class AnswerModel(RecordAnswer useCase, AppDb db, TimeProvider time) : ActPage(db, time)
{
    readonly AppDb db = db;

    public override Act Act => Act.Answer;

    [BindProperty, Needed("กรุณาเขียนคำตอบของผู้แจ้ง", "Please write the reporter's answer"), AtMost(ServiceRequest.MaxSymptom)]
    public string? Text { get; set; }

    /// <summary>What was asked last.</summary>
    public TimelineEntry? Question { get; private set; }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SendAsync(
        (by, now) => useCase.RunAsync(new TakenAnswer(Reference, SeenNumber, Text!), by, now, cancellationToken),
        "บันทึกคำตอบแล้ว", "The answer is recorded.", cancellationToken);

    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (!await base.FindAsync(cancellationToken)) return false;
        Question = await db.ServiceRequests.AsNoTracking()
            .Where(request => request.Reference == Reference).SelectMany(request => request.Timeline)
            .Where(entry => entry.Kind == TimelineKind.InformationAsked)
            .OrderByDescending(entry => entry.Number).FirstOrDefaultAsync(cancellationToken);
        return true;
    }
}
