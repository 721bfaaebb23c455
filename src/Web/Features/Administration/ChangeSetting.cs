using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Administration;

/// <param name="Shape">Which topic.</param>
/// <param name="Document">Its whole new document, read from a form without mistakes.</param>
/// <param name="SeenNumber">Number of the newest change when the form was shown.</param>
/// <param name="TakenFrom">Number of the change that is taken up again; 0 for what is shipped; null for an ordinary change.</param>
public sealed record SettingEdit(Shape Shape, string Document, int SeenNumber, int? TakenFrom = null);

/// <summary>An administrator changes a topic of the settings; it holds at once.</summary>
public sealed class ChangeSetting(SettingsStore store)
{
    /// <exception cref="RuleBroken"><see cref="SettingsStore.ChangedMeanwhile"/>, or the document breaks a rule of its topic.</exception>
    public async Task RunAsync(SettingEdit input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        if (input.Shape.Check(input.Document) is var (_, mistake))
            throw new RuleBroken("settings.invalid", mistake);
        await input.Shape.SetAsync(store, input.Document, input.SeenNumber, by, now, input.TakenFrom, cancellationToken);
    }
}
