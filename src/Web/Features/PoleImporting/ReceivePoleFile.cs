using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.PoleFiles;

namespace Songthang.Web.Features.PoleImporting;

/// <param name="Name">As the officer's machine calls it.</param>
/// <param name="Content">The file, received in full.</param>
public sealed record NewPoleFile(string Name, Stream Content);

/// <summary>An officer brings a file with poles: it is looked at, and nothing is taken over.</summary>
public sealed class ReceivePoleFile(PoleImportDesk desk)
{
    const int MostOfName = 80;

    /// <returns>The key of the import.</returns>
    /// <exception cref="RuleBroken"><see cref="PoleFile.Unreadable"/>: it is no file with poles.</exception>
    public async Task<string> RunAsync(NewPoleFile input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        desk.Sweep(now);
        var key = PoleImportDesk.NewKey();
        await desk.KeepAsync(key, input.Content, cancellationToken);
        try
        {
            var look = await Task.Run(() => PoleFile.Look(desk.PathOf(key)), cancellationToken);
            desk.Put(new(key, Short(input.Name), by, look, new(look.Letters, PoleMapping.Guess(look.Columns), Updates: false)));
            return key;
        }
        catch
        {
            desk.Delete(key);
            throw;
        }
    }

    static string Short(string name)
    {
        var clean = ThaiText.Clean(Path.GetFileName(name)).Replace('\n', ' ');
        return clean.Length <= MostOfName ? clean : "…" + clean[^MostOfName..];
    }
}
