using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Songthang.Domain.Geography;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.Thai;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Papers;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;
using static Songthang.Web.Shared.Say;

namespace Songthang.Web.Features.DataSubjects;

/// <summary>
/// All that is held about a person, to look at and as a copy. Everything is posted: a telephone number in an address would stand in
/// histories and logs.
/// </summary>
[Authorize(Policy = Policies.Officers)]
[ConfirmFirst]
public sealed class HeldModel(SeeHeldData see, ForgetFollower forget, Province province, FaultTypes faults, IOptions<Agency> agency, TimeProvider time) : PageModel
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    /// <summary>A telephone number, an email address or a reference.</summary>
    [BindProperty]
    public string Sought { get; set => field = ThaiText.Clean(value); } = "";

    /// <summary>What was found; null before the search.</summary>
    public IReadOnlyList<HeldSection>? Sections { get; private set; }

    public PersonHeld Held { get; private set; } = null!;

    DateTime Now => time.GetUtcNow().UtcDateTime;

    public void OnGet() => ModelState.Clear();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await FindAsync(isCopy: false, cancellationToken) ? Page() : new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };

    public async Task<IActionResult> OnPostJsonAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(isCopy: true, cancellationToken))
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        var copy = new { agency = agency.Value.Name.Thai, madeAt = Now, held = Sections };
        return File(JsonSerializer.SerializeToUtf8Bytes(copy, Json), "application/json", "personal-data.json");
    }

    public async Task<IActionResult> OnPostPdfAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(isCopy: true, cancellationToken))
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        var document = HeldDataPaper.Of(new(
            [.. Sections!.Select(section => (section.Title, (IReadOnlyList<(string, string)>)[.. section.Facts.Select(fact => (fact.Name, fact.Value))]))],
            agency.Value, Language, Now));
        return this.Paper(document, "personal-data", T(agency.Value.Name), Now);
    }

    public async Task<IActionResult> OnPostForgetAsync(long follower, CancellationToken cancellationToken)
    {
        await forget.RunAsync(follower, User.ToActor(), Now, cancellationToken);
        this.ShowNext("ลบข้อมูลผู้ติดตามแล้ว", "The follower's data are erased.");
        return LocalRedirect(Links.HeldData);
    }

    async Task<bool> FindAsync(bool isCopy, CancellationToken cancellationToken)
    {
        if (PersonSought.Read(Sought) is not { } sought)
        {
            ModelState.AddModelError(nameof(Sought), T("กรุณาระบุหมายเลขโทรศัพท์ อีเมล หรือเลขที่เรื่องให้ครบ", "Please give a whole telephone number, email address or reference"));
            return false;
        }

        Held = await see.RunAsync(new(sought, isCopy), User.ToActor(), Now, cancellationToken);
        Sections = HeldSection.Of(Held, province, faults);
        return true;
    }
}
