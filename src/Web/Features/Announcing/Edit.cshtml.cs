using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Announcements;
using Songthang.Domain.Geography;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Announcing;

/// <summary>An announcement that is changed, published or ended.</summary>
[Authorize(Policy = Policies.Readers)]
public sealed class EditModel(
    AppDb db, SaveAnnouncement save, EndAnnouncement end, Infrastructure.Persistence.Queries.Announcements announcements, Province province,
    TimeProvider time) : EditPage(save, announcements, province, time), IShowAgain
{
    [FromRoute]
    public int Id { get; set; }

    /// <summary>Whether it has a page of its own.</summary>
    public bool WasPublished { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (await FindAsync(cancellationToken) is not { } it)
            return NotFound();
        (Form, SeenVersion) = (AnnouncementForm.Of(it), it.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) is null ? NotFound() : await SaveAsync(Id, cancellationToken);

    public async Task<IActionResult> OnPostEndAsync(CancellationToken cancellationToken)
    {
        await end.RunAsync(new(Id, SeenVersion), User.ToActor(), Now, cancellationToken);
        this.ShowNext("ประกาศสิ้นสุดแล้ว", "The announcement has ended.");
        return LocalRedirect(Links.OfficerAnnouncements);
    }

    /// <summary>What was typed stays; the version becomes the present one, as the message says to compare first.</summary>
    public async Task ShowAgainAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is { } it)
        {
            ModelState.Remove(nameof(SeenVersion));
            SeenVersion = it.Version;
            if (Form.TitleThai.Length == 0)
                Form = AnnouncementForm.Of(it);
        }
    }

    async Task<Announcement?> FindAsync(CancellationToken cancellationToken)
    {
        var it = await db.Announcements.AsNoTracking().SingleOrDefaultAsync(one => one.Id == Id, cancellationToken);
        (State, WasPublished) = (it?.State ?? default, it?.PublishedAt is not null);
        return it;
    }
}
