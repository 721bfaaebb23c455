using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Acts;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Handling.Checking;

[Authorize(Policy = Policies.Officers)]
public sealed class CheckModel(CheckDetails useCase, AppDb db, TimeProvider time) : ActPage(db, time)
{
    public override Act Act => Act.Check;

    /// <summary>What an officer looks at; what is ticked becomes an internal note.</summary>
    public static IReadOnlyList<Phrase> Points { get; } =
    [
        new("พบสถานที่แล้ว", "The place is found"),
        new("เป็นไฟของ อบจ.", "The light is ours"),
        new("ข้อมูลครบถ้วน", "The details are complete"),
        new("ไม่มีอันตรายเร่งด่วน", "Nobody is in danger"),
        new("ไม่ซ้ำกับเรื่องอื่น", "It is no duplicate"),
    ];

    [BindProperty, AtMost(ServiceRequest.MaxSymptom)]
    public string? PublicSymptom { get; set; }

    [BindProperty]
    public bool Hide { get; set; }

    [BindProperty]
    public List<string> PublicPhotos { get; set; } = [];

    [BindProperty]
    public bool IsUrgent { get; set; }

    [BindProperty]
    public List<int> Ticked { get; set; } = [];

    [BindProperty, AtMost(ServiceRequest.MaxSymptom)]
    public string? Note { get; set; }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SendAsync(
        (by, now) => useCase.RunAsync(
            new Findings(Reference, SeenNumber, Hide ? null : PublicSymptom ?? "", PublicPhotos, IsUrgent, Words()),
            by, now, cancellationToken),
        "บันทึกการตรวจสอบแล้ว", "The check is saved.", cancellationToken);

    protected override void Prefill()
    {
        PublicSymptom = AtHand.PublicSymptom ?? AtHand.Symptom;
        Hide = AtHand is { IsChecked: true, PublicSymptom: null };
        PublicPhotos = [.. AtHand.Photos.Where(photo => photo.IsPublic).Select(photo => photo.Key)];
        IsUrgent = AtHand.IsUrgent;
    }

    string Words()
    {
        var ticked = ReadyWords.Join(Points, Ticked, "", "th").Replace("\n", ", ", StringComparison.Ordinal);
        return string.Join('\n', new[] { ticked, Note }.Where(words => !string.IsNullOrWhiteSpace(words)));
    }
}
