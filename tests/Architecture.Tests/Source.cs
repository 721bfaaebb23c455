namespace Songthang.Architecture.Tests;

/// <summary>The files of the repository that a person writes.</summary>
static class Source
{
    static readonly string[] NotWritten = ["bin", "obj", "node_modules", "wwwroot"];

    public static readonly string Root = FindRoot();

    /// <summary>Files under src with one of the endings, without what a tool wrote.</summary>
    public static IEnumerable<SourceFile> Files(params string[] endings) => Under("src", endings);

    /// <summary>The same of src, tests and bench.</summary>
    public static IEnumerable<SourceFile> AllFiles(params string[] endings) => new[] { "src", "tests", "bench" }.SelectMany(folder => Under(folder, endings));

    static IEnumerable<SourceFile> Under(string folder, string[] endings) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Select(path => new SourceFile(Path.GetRelativePath(Root, path).Replace('\\', '/')))
            .Where(file => endings.Any(ending => file.Path.EndsWith(ending, StringComparison.Ordinal)))
            .Where(file => !file.Path.Split('/').Intersect(NotWritten, StringComparer.Ordinal).Any())
            .OrderBy(file => file.Path, StringComparer.Ordinal);

    static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Songthang.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("No Songthang.slnx above the tests.");
    }
}

/// <summary>One file, its path relative to the repository.</summary>
sealed record SourceFile(string Path)
{
    public bool IsMigration => Path.Contains("/Migrations/", StringComparison.Ordinal);

    public string Text => File.ReadAllText(System.IO.Path.Combine(Source.Root, Path));

    public string[] Lines => File.ReadAllLines(System.IO.Path.Combine(Source.Root, Path));

    public override string ToString() => Path;
}
