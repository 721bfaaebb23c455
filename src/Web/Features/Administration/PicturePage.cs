using Microsoft.AspNetCore.Mvc;
using Songthang.Domain;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Photos;
using Songthang.Infrastructure.Settings;
using Songthang.Infrastructure.Uploads;

namespace Songthang.Web.Features.Administration;

/// <summary>A picture of the authority's own: goes through the same workshop as every photo, so that nothing hides in it.</summary>
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public abstract class PicturePage(
    Shapes shapes, CurrentSettings settings, ChangeSetting change, UploadDesk desk, PhotoStore store, AppDb db, TimeProvider time)
    : SettingPage(shapes, settings, change, db, time)
{
    /// <summary>A picture of the largest size with the form around it.</summary>
    const long MostBytes = PhotoWorkshop.LargestUpload + 64 * 1024;

    [BindProperty]
    public IFormFile? Picture { get; set; }

    /// <summary>What the page is called.</summary>
    public abstract Phrase Title { get; }

    /// <summary>What the picture is for.</summary>
    public abstract Phrase Hint { get; }

    /// <summary>The button that takes the picture away.</summary>
    public abstract Phrase NoneWords { get; }

    /// <summary>Key of the present picture; empty for none.</summary>
    public string Key => Document[FieldName]?.GetValue<string>() ?? "";

    /// <summary>The settings' topic that holds it.</summary>
    protected abstract string OfTopic { get; }

    /// <summary>The field of the topic's document.</summary>
    protected abstract string FieldName { get; }

    public IActionResult OnGet() => Find(OfTopic) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Find(OfTopic)) return NotFound();
        if (Picture is null)
            Wrong(nameof(Picture), new("กรุณาเลือกภาพตรา", "Please choose a picture"));
        else
            await KeepAsync(Picture, cancellationToken);
        return await SaveAsync(Back, new("เปลี่ยนตราแล้ว", "The emblem is changed."), cancellationToken) ?? Again();
    }

    public async Task<IActionResult> OnPostNoneAsync(CancellationToken cancellationToken)
    {
        if (!Find(OfTopic)) return NotFound();
        Document[FieldName] = "";
        return await SaveAsync(Back, new("บันทึกแล้ว", "Saved."), cancellationToken) ?? Again();
    }

    async Task KeepAsync(IFormFile picture, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = picture.OpenReadStream();
            Document[FieldName] = (await store.SaveAsync(await desk.PrepareAsync(content, Now, cancellationToken), cancellationToken)).Id;
        }
        catch (RuleBroken rule)
        {
            Wrong(nameof(Picture), rule.Sentence);
        }
    }
}
