using Microsoft.AspNetCore.Mvc.ModelBinding;
using Songthang.Domain;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Uploads;

namespace Songthang.Web.Shared.Documents;

/// <summary>
/// The documents of a form. The page binds it, shows it (<c>&lt;partial name="Documents/_DocumentField" for="Documents"
/// /&gt;</c>), calls <see cref="ReceiveAsync"/> before anything else on POST, shows the form again when
/// <see cref="IsOnlyDocuments"/>, and hands <see cref="FormKey"/> to <see cref="DocumentDesk.TakeAsync"/> through its use case.
/// </summary>
public sealed class DocumentField
{
    /// <summary>Three documents of 15 MB.</summary>
    public const long MostBytes = 46 * 1024 * 1024;

    public string FormKey { get; set; } = "";

    /// <summary>New files.</summary>
    public List<IFormFile> Files { get; set; } = [];

    /// <summary>The button that removes a document says which.</summary>
    public string? Remove { get; set; }

    /// <summary>The button that only adds documents.</summary>
    public bool Attach { get; set; }

    /// <summary>The person works on the documents and is not done with the form.</summary>
    public bool IsOnlyDocuments => Attach || Remove is not null;

    /// <summary>What waits for this form; read by <see cref="LoadAsync"/>.</summary>
    public IReadOnlyList<AttachedDocument> Waiting { get; private set; } = [];

    public static DocumentField New() => new() { FormKey = Songthang.Infrastructure.Uploads.FormKey.New() };

    /// <summary>Keeps the new files and does what the buttons say. What cannot be taken is said beside the field; everything else is kept.</summary>
    /// <param name="desk">Takes the documents.</param>
    /// <param name="state">Takes the mistakes.</param>
    /// <param name="name">Name of the page's property, such as <c>Documents</c>.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task ReceiveAsync(DocumentDesk desk, ModelStateDictionary state, string name, DateTime now, CancellationToken cancellationToken)
    {
        if (!Songthang.Infrastructure.Uploads.FormKey.IsValid(FormKey))
        {
            FormKey = Songthang.Infrastructure.Uploads.FormKey.New();
            state.Remove($"{name}.{nameof(FormKey)}");
        }

        if (Remove is { } unwanted)
            await desk.RemoveAsync(FormKey, unwanted, cancellationToken);
        foreach (var file in Files)
        {
            try
            {
                await using var content = file.OpenReadStream();
                await desk.ReceiveAsync(FormKey, file.FileName, content, now, cancellationToken);
            }
            catch (RuleBroken rule)
            {
                var which = Path.GetFileName(file.FileName);
                state.AddModelError($"{name}.{nameof(Files)}", Files.Count > 1 ? $"{which}: {Say.T(rule.Sentence)}" : Say.T(rule.Sentence));
            }
        }

        Files = [];
        await LoadAsync(desk, cancellationToken);
    }

    /// <summary>Before the form is shown again: what is really there.</summary>
    public async Task LoadAsync(DocumentDesk desk, CancellationToken cancellationToken) =>
        Waiting = await desk.ListAsync(FormKey, cancellationToken);

    /// <summary><c>1.2 MB</c>, <c>340 KB</c>.</summary>
    public static string Size(long bytes) => bytes >= 1024 * 1024
        ? FormattableString.Invariant($"{bytes / 1024.0 / 1024.0:0.0} MB")
        : FormattableString.Invariant($"{Math.Max(1, bytes / 1024)} KB");
}
