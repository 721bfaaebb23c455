using System.Text.Json;
using System.Xml.Linq;

namespace Songthang.Architecture.Tests;

/// <summary>Every package that the program is built from, those that others bring along too, stands in <c>docs/dependencies.md</c> as it is.</summary>
public class LicenceTests
{
    // Licences that let an authority use, change and pass on the whole; NetVips.Native is a library of its own, which may be exchanged.
    static readonly string[] Allowed = ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "PostgreSQL", "LGPL-3.0-or-later", "OFL-1.1"];

    static readonly (string Name, string Version, string Licence)[] Written = [.. ReadDocument()];

    static readonly (string Name, string Version)[] FromNuGet =
    [
        .. Locks("packages.lock.json").SelectMany(NuGetPackages).Distinct().OrderBy(package => package.Name, StringComparer.Ordinal),
    ];

    [Fact]
    public void Each_package_of_the_program_is_named_with_its_version_and_licence() =>
        Rule.Holds("Give it its line in docs/dependencies.md.",
            FromNuGet.Concat(Locks("package-lock.json").SelectMany(file => NpmPackages(file).Select(package => (package.Name, package.Version))))
                .Where(package => !Written.Any(line => Names(line.Name, package.Name) && line.Version == package.Version))
                .Select(package => $"{package.Name} {package.Version}"));

    [Fact]
    public void Each_licence_is_the_one_that_the_package_states() =>
        Rule.Holds("docs/dependencies.md says another licence than the package.",
            FromNuGet.Select(package => (package.Name, package.Version, Licence: StatedBy(package.Name, package.Version)))
                .Concat(Locks("package-lock.json").SelectMany(NpmPackages))
                .Where(package => package.Licence is not null && Written.Any(line => Names(line.Name, package.Name) && line.Licence != package.Licence))
                .Select(package => $"{package.Name}: {package.Licence}"));

    [Fact]
    public void Each_licence_lets_the_whole_be_used_and_passed_on() =>
        Rule.Holds($"Of {string.Join(", ", Allowed)}; another one is a decision.",
            Written.Where(line => FromNuGet.Any(package => package.Name == line.Name) && !Allowed.Contains(line.Licence, StringComparer.Ordinal)));

    [Fact]
    public void Lock_files_name_no_place_that_packages_come_from() =>
        Rule.Holds("A lock file records what, not from where: npm config set omit-lockfile-registry-resolved true.",
            new[] { "packages.lock.json", "package-lock.json" }.SelectMany(name => Directory.EnumerateFiles(Source.Root, name, SearchOption.AllDirectories))
                .Where(path => !path.Contains("node_modules", StringComparison.Ordinal) && File.ReadAllText(path).Contains("\"resolved\": \"http", StringComparison.Ordinal)));

    static bool Names(string written, string name) => written.EndsWith('…') ? name.StartsWith(written[..^1], StringComparison.Ordinal) : written == name;

    static IEnumerable<string> Locks(string name) => Directory.EnumerateFiles(Path.Combine(Source.Root, "src"), name, SearchOption.AllDirectories)
        .Where(path => !path.Contains("node_modules", StringComparison.Ordinal));

    static IEnumerable<(string Name, string Version)> NuGetPackages(string path)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(path));
        return [.. file.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(framework => framework.Value.EnumerateObject())
            .Where(package => package.Value.GetProperty("type").GetString() != "Project")
            .Select(package => (package.Name, package.Value.GetProperty("resolved").GetString()!))];
    }

    static IEnumerable<(string Name, string Version, string? Licence)> NpmPackages(string path)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(path));
        return [.. file.RootElement.GetProperty("packages").EnumerateObject().Where(package => package.Name.Length > 0)
            .Select(package => (package.Name.Split("node_modules/")[^1], package.Value.GetProperty("version").GetString()!,
                package.Value.TryGetProperty("license", out var licence) ? licence.GetString() : null))];
    }

    /// <summary>Rows of four cells; names and versions that share a row are separated by commas.</summary>
    static IEnumerable<(string Name, string Version, string Licence)> ReadDocument()
    {
        foreach (var line in File.ReadLines(Path.Combine(Source.Root, "docs", "dependencies.md")))
        {
            if (line.Trim('|', ' ').Split(" | ") is not [var names, var versions, var licence, _])
                continue;
            var (each, of) = (names.Split(", "), versions.Split(", "));
            for (var at = 0; at < each.Length; at++)
                yield return (each[at], of[Math.Min(at, of.Length - 1)], licence);
        }
    }

    /// <summary>What stands in the package, which the build has fetched; null when it has a text of its own instead of a name.</summary>
    static string? StatedBy(string name, string version)
    {
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var (folder, number) = (name.ToLowerInvariant(), version.ToLowerInvariant());
        var said = XDocument.Load(Path.Combine(packages, folder, number, $"{folder}.nuspec"));
        return said.Descendants().FirstOrDefault(element => element.Name.LocalName == "license" && (string?)element.Attribute("type") == "expression")?.Value;
    }
}
