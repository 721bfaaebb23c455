using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Threading.Channels;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.PoleFiles;

namespace Songthang.Web.Features.PoleImporting;

/// <summary>How far an import is.</summary>
public enum PoleImportStage
{
    /// <summary>The file is there; nobody has said yet which column is what.</summary>
    Received,

    /// <summary>It waits to be compared with the register, or is.</summary>
    Checking,

    /// <summary>It was compared; nothing is taken over yet.</summary>
    Checked,

    /// <summary>It waits to be taken over, or is.</summary>
    Importing,

    /// <summary>All of it is in the register.</summary>
    Done,

    /// <summary>It could not be read, or the program failed; nothing was taken over.</summary>
    Failed,
}

/// <summary>How a file is to be read.</summary>
/// <param name="Letters">In which letters.</param>
/// <param name="Mapping">Which column says what.</param>
/// <param name="Updates">Whether poles that the register has are brought up to date.</param>
public sealed record PoleReading(PoleFileLetters Letters, PoleMapping Mapping, bool Updates);

/// <summary>What a comparison or an import came to, without the poles themselves.</summary>
public sealed record PoleImportResult(int Rows, int New, int Changed, int Unchanged, int LeftOut, int ProblemCount, IReadOnlyList<PoleRowProblem> Problems);

/// <summary>One import from a file; an immutable picture of how far it is.</summary>
/// <param name="Key">32 hexadecimal digits of random bits.</param>
/// <param name="FileName">As the officer's machine calls it.</param>
/// <param name="By">Who brought it; nobody else sees it.</param>
/// <param name="Look">What it looks like.</param>
/// <param name="Reading">How it is read; a guess at first.</param>
/// <param name="Stage">How far it is.</param>
/// <param name="Done">Rows that are done of the running stage.</param>
/// <param name="Result">What the last comparison or the import came to; null before.</param>
/// <param name="Failure">Why it failed, in Thai and English; null unless it did.</param>
public sealed record PoleImport(
    string Key, string FileName, Actor By, PoleFileLook Look, PoleReading Reading, PoleImportStage Stage = PoleImportStage.Received,
    int Done = 0, PoleImportResult? Result = null, Domain.Thai.Phrase? Failure = null)
{
    public bool IsRunning => Stage is PoleImportStage.Checking or PoleImportStage.Importing;
}

/// <summary>
/// Files with poles that wait, and what becomes of them. The files lie in the data folder for a day; how far they are is
/// known to the running program only: after a restart the officer begins anew, and nothing was taken over by half.
/// </summary>
/// <param name="folder">Where the files lie.</param>
public sealed class PoleImportDesk(string folder)
{
    static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    readonly ConcurrentDictionary<string, PoleImport> imports = new(StringComparer.Ordinal);
    readonly Channel<string> waiting = Channel.CreateBounded<string>(20);

    /// <summary>A new key.</summary>
    public static string NewKey() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    public string PathOf(string key) => Path.Combine(folder, key);

    /// <summary>This person's import; null when there is none.</summary>
    public PoleImport? Find(string key, Actor by) => imports.GetValueOrDefault(key) is { } found && found.By.OfficerId == by.OfficerId ? found : null;

    public void Put(PoleImport import) => imports[import.Key] = import;

    /// <summary>Changes it as it is now; null when there is none.</summary>
    public PoleImport? Change(string key, Func<PoleImport, PoleImport> change)
    {
        while (imports.TryGetValue(key, out var before))
        {
            var after = change(before);
            if (imports.TryUpdate(key, after, before))
                return after;
        }

        return null;
    }

    /// <summary>Lets the program do what stands next; false when too much waits.</summary>
    public bool TryQueue(string key) => waiting.Writer.TryWrite(key);

    /// <summary>Each of them as it comes.</summary>
    public IAsyncEnumerable<string> ReadAllAsync(CancellationToken cancellationToken) => waiting.Reader.ReadAllAsync(cancellationToken);

    /// <summary>Keeps a file.</summary>
    public async Task KeepAsync(string key, Stream content, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await using var file = new FileStream(PathOf(key), FileMode.CreateNew, FileAccess.Write);
        await content.CopyToAsync(file, cancellationToken);
    }

    /// <summary>Forgets files that are older than a day or done.</summary>
    public void Sweep(DateTime now)
    {
        foreach (var file in Directory.Exists(folder) ? new DirectoryInfo(folder).GetFiles() : [])
        {
            if (file.LastWriteTimeUtc < now - Kept && !(imports.GetValueOrDefault(file.Name)?.IsRunning ?? false))
                Forget(file.Name);
        }
    }

    /// <summary>Deletes a file; what became of it stays known.</summary>
    public void Delete(string key) => File.Delete(PathOf(key));

    void Forget(string key)
    {
        imports.TryRemove(key, out _);
        Delete(key);
    }
}
