using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.Announcements;
using Songthang.Domain.Geography;
using Songthang.Domain.Publication;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Announcing;

/// <summary>What a new announcement and one that is changed have in common.</summary>
public abstract class EditPage(
    SaveAnnouncement save, Infrastructure.Persistence.Queries.Announcements announcements, Province province, TimeProvider time) : PageModel
{
    [BindProperty]
    public AnnouncementForm Form { get; set; } = new();

    /// <summary>The version when the form was shown.</summary>
    [BindProperty]
    public int SeenVersion { get; set; }

    /// <summary>What the pressed button says: <c>save</c>, <c>publish</c> or <c>preview</c>.</summary>
    [BindProperty]
    public string? Then { get; set; }

    /// <summary>How it would look; null unless asked for.</summary>
    public PublicAnnouncement? Preview { get; private set; }

    public Province Province => province;

    /// <summary>Where it stands; a new one is a draft.</summary>
    public AnnouncementState State { get; protected set; }

    protected DateTime Now => time.GetUtcNow().UtcDateTime;

    protected async Task<IActionResult> SaveAsync(int? id, CancellationToken cancellationToken)
    {
        if (Form.Read(ModelState, nameof(Form), province, announcements.TambonOf) is not { } facts)
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        if (Then == "preview")
        {
            Preview = AnnouncementForm.Preview(facts, Now);
            return Page();
        }

        var publishes = Then == "publish";
        var saved = await save.RunAsync(new(id, SeenVersion, facts, publishes), User.ToActor(), Now, cancellationToken);
        if (publishes)
            this.ShowNext("เผยแพร่ประกาศแล้ว", "It is published.", Links.Announcement(saved), new("ดูหน้าประกาศ", "See its page"));
        else
            this.ShowNext("บันทึกประกาศแล้ว", "It is saved.");
        return LocalRedirect(Links.OfficerAnnouncements);
    }
}
