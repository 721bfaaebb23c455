using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Songthang.Domain;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Photos;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Administration;

/// <summary>The authority's emblem: goes through the same workshop as every photo, so that nothing hides in it.</summary>
[Authorize(Policy = Policies.Administrators)]
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class LogoModel(
    Shapes shapes, CurrentSettings settings, ChangeSetting change, PhotoWorkshop workshop, PhotoStore store, AppDb db, TimeProvider time)
    : SettingPage(shapes, settings, change, db, time)
{
    /// <summary>A picture of the largest size with the form around it.</summary>
    const long MostBytes = PhotoWorkshop.LargestUpload + 64 * 1024;

    [BindProperty]
    public IFormFile? Picture { get; set; }

    public IActionResult OnGet() => Find(Topics.Agency.Name) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Find(Topics.Agency.Name)) return NotFound();
        if (Picture is null)
            Wrong(nameof(Picture), new("กรุณาเลือกภาพตรา", "Please choose a picture"));
        else
            await KeepAsync(Picture, cancellationToken);
        return await SaveAsync(Back, new("เปลี่ยนตราแล้ว", "The emblem is changed."), cancellationToken) ?? Again();
    }

    public async Task<IActionResult> OnPostNoneAsync(CancellationToken cancellationToken)
    {
        if (!Find(Topics.Agency.Name)) return NotFound();
        Document["logo"] = "";
        return await SaveAsync(Back, new("ใช้ตราของระบบแล้ว", "The program's own mark is used."), cancellationToken) ?? Again();
    }

    async Task KeepAsync(IFormFile picture, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = picture.OpenReadStream();
            Document["logo"] = (await store.SaveAsync(await workshop.PrepareAsync(content, cancellationToken), cancellationToken)).Id;
        }
        catch (RuleBroken rule)
        {
            Wrong(nameof(Picture), rule.Sentence);
        }
    }
}
