using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Acts;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Handling.Forwarding;

[Authorize(Policy = Policies.Officers)]
public sealed class ForwardModel(ForwardServiceRequest useCase, AppDb db, TimeProvider time) : ActPage(db, time)
{
    public override Act Act => Act.Forward;

    /// <summary>Who commonly owns the lamps that are not the authority's own, and how to reach them.</summary>
    public static IReadOnlyList<(string Name, string Contact)> Receivers { get; } =
    [
        ("การไฟฟ้าส่วนภูมิภาค (กฟภ.)", "โทร 1129"),
        ("กรมทางหลวง", "โทร 1586"),
        ("กรมทางหลวงชนบท", "โทร 1146"),
        ("เทศบาลในพื้นที่", ""),
        ("องค์การบริหารส่วนตำบลในพื้นที่", ""),
    ];

    [BindProperty]
    public string? Listed { get; set; }

    [BindProperty, AtMost(ServiceRequest.MaxWords)]
    public string? Receiver { get; set; }

    [BindProperty, AtMost(ServiceRequest.MaxSymptom)]
    public string? Text { get; set; }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        // What was typed names the agency more exactly than the list does.
        var typed = ThaiText.Clean(Receiver);
        var (name, contact) = typed.Length > 0 ? (typed, "") : Receivers.FirstOrDefault(agency => agency.Name == Listed);
        if (string.IsNullOrEmpty(name))
            ModelState.AddModelError(nameof(Receiver), Say.T("กรุณาเลือกหรือระบุหน่วยงาน", "Please choose or name the agency"));
        var text = contact is { Length: > 0 } ? $"{Text}\n{name} {contact}" : Text ?? "";
        return SendAsync(
            (by, now) => useCase.RunAsync(new Handover(Reference, SeenNumber, name!, text), by, now, cancellationToken),
            "ส่งต่อเรื่องแล้ว", "The request is forwarded.", cancellationToken);
    }
}
