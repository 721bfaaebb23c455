using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Acts;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Handling.Noting;

[Authorize(Policy = Policies.Officers)]
public sealed class NoteModel(AddNote useCase, MentionList mentions, AppDb db, TimeProvider time) : ActPage(db, time)
{
    public override Act Act => Act.Note;

    [BindProperty, Needed("กรุณาเขียนบันทึก", "Please write the note"), AtMost(ServiceRequest.MaxSymptom)]
    public string? Text { get; set; }

    /// <summary>Who is told of it.</summary>
    [BindProperty]
    public List<int> Told { get; set; } = [];

    public IReadOnlyList<Colleague> Colleagues { get; private set; } = [];

    // Otherwise it would be taken for what answers a method PAGE.
    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var own = User.ToActor().OfficerId;
        Colleagues = [.. (await mentions.ColleaguesAsync(HttpContext.RequestAborted)).Where(colleague => colleague.Id != own)];
        await next();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SendAsync(
        (by, now) => useCase.RunAsync(new InternalNote(Reference, SeenNumber, Text!, Told), by, now, cancellationToken),
        "บันทึกแล้ว", "The note is saved.", cancellationToken);
}
