using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Handling.Letters;

/// <summary>The letter with which a request is forwarded: proposed, worded by an officer, saved, printed.</summary>
[Authorize(Policy = Policies.Officers)]
public sealed class ForwardingLetterModel(ShowForwardingLetter show, SaveForwardingLetter save, TimeProvider time) : PageModel, IShowAgain
{
    const int MostWords = 300, MostBody = 8_000;

    [FromRoute]
    public string Reference { get; set; } = "";

    [BindProperty, AtMost(ForwardingLetter.MaxNumber)]
    public string? Number { get; set; }

    [BindProperty]
    public string? Date { get; set; }

    [BindProperty, Needed("กรุณาระบุเรื่อง", "Please give the subject"), AtMost(MostWords)]
    public string? Subject { get; set; }

    [BindProperty, Needed("กรุณาระบุผู้รับหนังสือ", "Please say to whom it goes"), AtMost(MostWords)]
    public string? To { get; set; }

    [BindProperty, AtMost(MostWords)]
    public string? Refers { get; set; }

    [BindProperty, AtMost(MostBody)]
    public string? Enclosures { get; set; }

    [BindProperty, Needed("กรุณาเขียนข้อความในหนังสือ", "Please write the letter"), AtMost(MostBody)]
    public string? Body { get; set; }

    [BindProperty, AtMost(MostWords)]
    public string? SignerName { get; set; }

    [BindProperty, AtMost(MostWords)]
    public string? SignerPosition { get; set; }

    /// <summary>When the wording that the form was made from had been saved; empty when nobody had.</summary>
    [BindProperty]
    public string? SeenAt { get; set; }

    public DateTime? SavedAt { get; private set; }

    DateTime Now => time.GetUtcNow().UtcDateTime;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await show.RunAsync(Reference, User.ToActor(), Now, cancellationToken) is not { } letter)
            return NotFound();
        var words = letter.Words;
        (Number, Subject, To, Refers, Enclosures) = (words.Number, words.Subject, words.To, words.Refers, words.Enclosures);
        (Body, SignerName, SignerPosition, Date) = (words.Body, words.SignerName, words.SignerPosition, TypedDay.Write(words.Date));
        Remember(letter.SavedAt);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var day = TypedDay.Read(Date);
        if (!string.IsNullOrWhiteSpace(Date) && day is null)
            ModelState.AddModelError(nameof(Date), Say.T("วันที่ไม่ถูกต้อง", "This is no day"));
        if (!ModelState.IsValid)
        {
            SavedAt = Seen();
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        await save.RunAsync(new(Reference, new(
            Clean(Number), day, Clean(Subject), Clean(To), Clean(Refers), Clean(Enclosures), Clean(Body), Clean(SignerName), Clean(SignerPosition)), Seen()),
            User.ToActor(), Now, cancellationToken);
        this.ShowNext("บันทึกหนังสือแล้ว", "The letter is saved.");
        return LocalRedirect(Links.ForwardingLetter(Reference));
    }

    public async Task ShowAgainAsync(CancellationToken cancellationToken)
    {
        // The form then stands on what there is now.
        Remember((await show.RunAsync(Reference, User.ToActor(), Now, cancellationToken))?.SavedAt);
        ModelState.Remove(nameof(SeenAt));
    }

    void Remember(DateTime? savedAt) => (SavedAt, SeenAt) = (savedAt, savedAt?.ToString("O", CultureInfo.InvariantCulture));

    DateTime? Seen() => DateTime.TryParseExact(SeenAt, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var seen) ? seen : null;

    static string Clean(string? text) => ThaiText.Clean(text ?? "");
}
