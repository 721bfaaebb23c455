using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Acts;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Handling.Noting;

[Authorize(Policy = Policies.Officers)]
public sealed class NoteModel(AddNote useCase, AppDb db, TimeProvider time) : ActPage(db, time)
{
    public override Act Act => Act.Note;

    [BindProperty, Needed("กรุณาเขียนบันทึก", "Please write the note"), AtMost(ServiceRequest.MaxSymptom)]
    public string? Text { get; set; }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SendAsync(
        (by, now) => useCase.RunAsync(new InternalNote(Reference, SeenNumber, Text!), by, now, cancellationToken),
        "บันทึกแล้ว", "The note is saved.", cancellationToken);
}
