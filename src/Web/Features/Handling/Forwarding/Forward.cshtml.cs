using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Settings;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Acts;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Handling.Forwarding;

[Authorize(Policy = Policies.Officers)]
public sealed class ForwardModel(
    ForwardServiceRequest useCase, WhoseLamp whose, CurrentSettings settings, PreparedTexts texts, AppDb db, TimeProvider time) : LetterPage(db, time)
{
    public override Act Act => Act.Forward;

    /// <summary>Code of the authority that was chosen.</summary>
    [BindProperty]
    public string? Listed { get; set; }

    [BindProperty, AtMost(ServiceRequest.MaxWords)]
    public string? Receiver { get; set; }

    [BindProperty, AtMost(ServiceRequest.MaxSymptom)]
    public string? Text { get; set; }

    /// <summary>Whose the lamp probably is: chosen beforehand, with the evidence.</summary>
    public LampOwner? Owner { get; private set; }

    public TemplateChoice Templates => new(texts.Offered(TemplateUse.Forward), this);

    /// <summary>The register: first who is responsible for the subdistrict or the road of this request.</summary>
    public IReadOnlyList<(Authority Authority, bool IsLocal)> Authorities =>
    [
        .. settings.Get(Topics.Authorities).Offered()
            .Select(authority => (Authority: authority, IsLocal: authority.IsResponsibleFor(AtHand.Place.TambonCode, AtHand.Place.Road)))
            .OrderByDescending(line => line.Authority.Code == Owner?.Other?.Code).ThenByDescending(line => line.IsLocal),
    ];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken)) return NotFound();
        // What was typed names the agency more exactly than the list does.
        var typed = ThaiText.Clean(Receiver);
        var chosen = typed.Length > 0 ? null : settings.Get(Topics.Authorities).Offered().FirstOrDefault(authority => authority.Code == Listed);
        var language = AtHand.Requester.Language;
        var name = chosen?.Name.In(language) ?? typed;
        if (name.Length == 0)
            ModelState.AddModelError(nameof(Receiver), Say.T("กรุณาเลือกหรือระบุหน่วยงาน", "Please choose or name the agency"));
        var contact = chosen is null ? "" : ContactOf(chosen).In(language);
        var text = contact.Length == 0 ? Text ?? "" : $"{Text}\n{name} {contact}";
        var letter = ReadLetter();
        return await SendAsync(
            (by, now) => useCase.RunAsync(new Handover(Reference, SeenNumber, name, text, letter), by, now, cancellationToken),
            "ส่งต่อเรื่องแล้ว", "The request is forwarded.", cancellationToken);
    }

    /// <summary>How a citizen reaches an authority, in one line; empty when nobody knows.</summary>
    public static Phrase ContactOf(Authority authority) => new(
        Line("โทร", authority.Phone, "อีเมล", authority), Line("tel.", authority.Phone, "email", authority));

    protected override void Prefill()
    {
        Text = texts.Fill(Template, TemplateUse.Forward, AtHand);
        Listed = Owner?.Other is { InUse: true } other ? other.Code : null;
    }

    protected override async Task LoadAsync(CancellationToken cancellationToken) => Owner = await whose.FindAsync(AtHand.Place, cancellationToken);

    static string Line(string call, string phone, string write, Authority authority)
    {
        string[] parts = [With(call, phone), With(write, authority.Email), authority.Web];
        return string.Join(" ", parts.Where(part => part.Length > 0));

        static string With(string word, string value) => value.Length == 0 ? "" : $"{word} {value}";
    }
}
