using Microsoft.AspNetCore.Mvc.ModelBinding;
using Songthang.Domain;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Uploads;

namespace Songthang.Web.Shared.Photos;

/// <summary>
/// The photos of a form. The page binds it (<c>[BindProperty] public PhotoField Photos { get; set; } = PhotoField.New()</c>),
/// shows it (<c>&lt;partial name="Photos/_PhotoField" for="Photos" /&gt;</c>), calls <see cref="ReceiveAsync"/> before
/// anything else on POST, shows the form again when <see cref="IsOnlyPhotos"/>, and hands <see cref="PhotoKeys"/> to
/// <see cref="UploadDesk.TakeAsync"/> through its use case.
/// </summary>
/// <remarks>
/// The page also carries <c>[RequestSizeLimit(PhotoField.MostBytes)]</c> and <c>[RequestFormLimits(MultipartBodyLengthLimit
/// = PhotoField.MostBytes)]</c>, its form is <c>multipart/form-data</c>, and its first button is the one that sends:
/// the enter key presses the first.
/// </remarks>
public sealed class PhotoField
{
    /// <summary>Five photos of 15 MB with the form around them.</summary>
    public const long MostBytes = 80 * 1024 * 1024;

    public string FormKey { get; set; } = "";

    /// <summary>Photos that arrived before; after <see cref="ReceiveAsync"/> also those that came with this form.</summary>
    public List<string> PhotoKeys { get; set; } = [];

    /// <summary>New files, from a browser without scripts.</summary>
    public List<IFormFile> Files { get; set; } = [];

    /// <summary>The button that removes a photo says which.</summary>
    public string? Remove { get; set; }

    /// <summary>The button that only adds photos.</summary>
    public bool Attach { get; set; }

    /// <summary>What the photos show, where a form asks for several kinds; set by the page that shows it.</summary>
    [BindNever]
    public Phrase? Label { get; set; }

    /// <summary>The person works on the photos and is not done with the form.</summary>
    public bool IsOnlyPhotos => Attach || Remove is not null;

    public static PhotoField New() => new() { FormKey = Songthang.Infrastructure.Uploads.FormKey.New() };

    /// <summary>
    /// Keeps the new files and does what the buttons say. What cannot be taken is said beside the field; everything
    /// else is kept.
    /// </summary>
    /// <param name="desk">Takes the photos.</param>
    /// <param name="state">Takes the mistakes.</param>
    /// <param name="name">Name of the page's property, such as <c>Photos</c>.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task ReceiveAsync(UploadDesk desk, ModelStateDictionary state, string name, DateTime now, CancellationToken cancellationToken)
    {
        if (!Songthang.Infrastructure.Uploads.FormKey.IsValid(FormKey))
        {
            FormKey = Songthang.Infrastructure.Uploads.FormKey.New();
            PhotoKeys = [];
            state.Remove($"{name}.{nameof(FormKey)}");
        }

        if (Remove is { } unwanted)
        {
            await desk.RemoveAsync(FormKey, unwanted, cancellationToken);
            PhotoKeys.Remove(unwanted);
        }

        foreach (var file in Files)
        {
            try
            {
                await using var content = file.OpenReadStream();
                PhotoKeys.Add(await desk.ReceiveAsync(FormKey, content, now, cancellationToken));
            }
            catch (RuleBroken rule)
            {
                var which = Path.GetFileName(file.FileName);
                state.AddModelError($"{name}.{nameof(Files)}", Files.Count > 1 ? $"{which}: {Say.T(rule.Sentence)}" : Say.T(rule.Sentence));
            }
        }

        Files = [];
    }

    /// <summary>The form was sent before; from here on it is another one, with the photos that still wait.</summary>
    public async Task StartAnewAsync(UploadDesk desk, CancellationToken cancellationToken)
    {
        var before = FormKey;
        FormKey = Songthang.Infrastructure.Uploads.FormKey.New();
        await desk.MoveAsync(before, FormKey, cancellationToken);
    }

    /// <summary>Before the form is shown again: what is really there, also from another window or a lost answer.</summary>
    public async Task LoadAsync(UploadDesk desk, CancellationToken cancellationToken) =>
        PhotoKeys = await desk.ListAsync(FormKey, cancellationToken);
}
