using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Settings;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Several;

[Authorize(Policy = Policies.Officers)]
public sealed class ForwardModel(ForwardSeveral useCase, CurrentSettings settings, AppDb db, TimeProvider time) : SeveralPage(db, time)
{
    public override Act Act => Act.Forward;

    public IEnumerable<Authority> Authorities => settings.Get(Topics.Authorities).Offered();

    [BindProperty]
    public string? Authority { get; set; }

    [BindProperty, AtMost(ServiceRequest.MaxWords)]
    public string? Receiver { get; set; }

    [BindProperty, AtMost(ServiceRequest.MaxSymptom)]
    public string? Text { get; set; }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var listed = Authorities.FirstOrDefault(one => one.Code == Authority);
        // What was typed names the agency more exactly than the list does.
        var typed = ThaiText.Clean(Receiver);
        var receiver = typed.Length > 0 ? typed : listed?.Name.Thai ?? "";
        if (receiver.Length == 0)
            ModelState.AddModelError(nameof(Authority), Say.T("กรุณาเลือกหรือระบุหน่วยงาน", "Please choose or name the agency"));
        var text = typed.Length == 0 && listed is { Phone.Length: > 0 } ? $"{Text}\n{receiver} โทร {listed.Phone}" : Text ?? "";
        return SendAsync(
            (chosen, by, now) => useCase.RunAsync(new SeveralHandovers(chosen, receiver, text), by, now, cancellationToken), cancellationToken);
    }
}
