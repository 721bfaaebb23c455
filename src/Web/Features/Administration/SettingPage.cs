using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Administration;

/// <summary>What all pages that change a topic share: finding it, saving it, and telling kindly that a colleague was faster.</summary>
public abstract class SettingPage(Shapes shapes, CurrentSettings settings, ChangeSetting change, AppDb db, TimeProvider time) : PageModel
{
    [FromRoute(Name = "topic")]
    public string TopicName { get; set; } = "";

    /// <summary>The number that the form was shown with.</summary>
    [BindProperty]
    public int SeenNumber { get; set; }

    public Shape Shape { get; protected set; } = null!;

    /// <summary>Number of the newest change.</summary>
    public int Number => settings.NumberOf(Shape.Topic);

    /// <summary>The document that holds, to be read and to be changed into the next one.</summary>
    public JsonObject Document { get; private set; } = [];

    /// <summary>What colleagues changed since the form was shown.</summary>
    public IReadOnlyList<PastChange> Meanwhile { get; private set; } = [];

    /// <summary>What stands in the inputs.</summary>
    public Values Values { get; protected set; } = new();

    public string Back => Links.Setting(Shape.Topic.Name);

    protected CurrentSettings Settings => settings;

    protected AppDb Db => db;

    protected DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Finds the topic and reads its document; false when there is no such topic.</summary>
    protected bool Find(string? name = null)
    {
        if (shapes.Find(name ?? TopicName) is not { } shape) return false;
        Shape = shape;
        Document = Shape.Parse(shape.Current(settings));
        return true;
    }

    /// <summary>Reads the controls of fields into an object of the document.</summary>
    protected void Read(IEnumerable<Field> fields, JsonObject into)
    {
        foreach (var field in fields.Where(field => field.Inputs.Any()))
            into[field.Name] = field.Read(Values, Wrong);
    }

    protected void Wrong(string input, Phrase mistake) => ModelState.AddModelError(input, Say.T(mistake));

    /// <summary>Saves the document unless something is wrong with it; a null means that the page is to be shown again.</summary>
    protected async Task<IActionResult?> SaveAsync(string back, Phrase done, CancellationToken cancellationToken, int? takenFrom = null)
    {
        if (ModelState.IsValid && Shape.Check(Document.ToJsonString()) is var (input, mistake)) Wrong(input, mistake);
        if (!ModelState.IsValid) return null;
        var document = Shape.Normal(Document.ToJsonString());
        if (SeenNumber == Number && Difference.Between(Shape, Shape.Current(settings), document).Count == 0)
            done = new("ไม่มีการเปลี่ยนแปลง", "Nothing was changed.");
        else if (!await TrySaveAsync(document, takenFrom, cancellationToken))
            return null;
        this.ShowNext(done.Thai, done.English);
        return Redirect(Url.Content("~" + back));
    }

    async Task<bool> TrySaveAsync(string document, int? takenFrom, CancellationToken cancellationToken)
    {
        try
        {
            await change.RunAsync(new(Shape, document, SeenNumber, takenFrom), User.ToActor(), Now, cancellationToken);
            return true;
        }
        catch (RuleBroken rule) when (rule.Code == SettingsStore.ChangedMeanwhile)
        {
            Meanwhile = await PastChange.SinceAsync(db, settings, Shape, SeenNumber, cancellationToken);
            ModelState.AddModelError("", Say.T(rule.Sentence));
            return false;
        }
    }

    /// <summary>The page with what was typed and what is wrong.</summary>
    protected PageResult Again()
    {
        var page = Page();
        page.StatusCode = Meanwhile.Count > 0 ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return page;
    }
}
