using System.Reflection;
using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Dependencies;
using ArchUnitNET.Loader;
using Microsoft.AspNetCore.Razor.Hosting;
using Assembly = System.Reflection.Assembly;

namespace Songthang.Architecture.Tests;

/// <summary>The compiled source projects, as who uses whom and who calls what.</summary>
static class Code
{
    public static readonly Assembly Domain = Assembly.Load("Songthang.Domain");
    public static readonly Assembly Infrastructure = Assembly.Load("Songthang.Infrastructure");
    public static readonly Assembly Web = Assembly.Load("Songthang.Web");

    // A compiled page lives in one namespace with all other pages; its own folder is in the attribute.
    static readonly Dictionary<string, string> PageFolders = Web
        .GetCustomAttributes<RazorCompiledItemAttribute>()
        .ToDictionary(page => page.Type.FullName!, page => FolderOf(page.Identifier), StringComparer.Ordinal);

    static readonly Lazy<IReadOnlyList<IType>> LoadedTypes = new(() =>
        new ArchLoader().LoadAssemblies(Domain, Infrastructure, Web).Build().Types
            .Where(type => IsOurs(type.FullName)).ToList());

    static readonly Lazy<IReadOnlyList<Use>> LoadedUses = new(() => LoadedTypes.Value
        .SelectMany(type => type.Dependencies.Select(dependency => new Use(PlaceOf(type), PlaceOf(dependency.Target))))
        .Where(use => use.From != use.To)
        .Distinct()
        .OrderBy(use => use.ToString(), StringComparer.Ordinal)
        .ToList());

    static readonly Lazy<IReadOnlyList<Call>> LoadedCalls = new(() => LoadedTypes.Value
        .SelectMany(type => type.Dependencies.OfType<MethodCallDependency>()
            .Select(call => new Call(PlaceOf(type), call.TargetMember.FullName)))
        .Distinct()
        .ToList());

    /// <summary>Every type of the three projects that somebody wrote, without nested ones.</summary>
    public static IEnumerable<Place> Types => LoadedTypes.Value.Select(PlaceOf).Distinct();

    /// <summary>Every use of one of our types by another, method bodies included.</summary>
    public static IEnumerable<Use> Uses => LoadedUses.Value.Where(use => IsOurs(use.To.Type));

    /// <summary>Every method that our code calls.</summary>
    public static IEnumerable<Call> Calls => LoadedCalls.Value;

    static bool IsOurs(string fullName) =>
        fullName.StartsWith("Songthang.", StringComparison.Ordinal)
        || PageFolders.ContainsKey(Outermost(fullName));

    static Place PlaceOf(IType type)
    {
        var name = Outermost(type.FullName);
        if (PageFolders.TryGetValue(name, out var folder))
            return new Place(folder, name);
        var dot = name.LastIndexOf('.');
        return new Place(dot < 0 ? "" : name[..dot], name);
    }

    // Lambdas, async state machines and nested types count for the type in whose file they stand.
    static string Outermost(string fullName) => fullName.Split('+', '/', '<', '`')[0];

    static string FolderOf(string page) =>
        "Songthang.Web" + page[..page.LastIndexOf('/')].Replace('/', '.');
}

/// <summary>A type and the namespace, which is the folder, that it stands in.</summary>
sealed record Place(string Folder, string Type)
{
    public string Name => Type[(Type.LastIndexOf('.') + 1)..];

    public bool IsIn(string folder) =>
        string.Equals(Folder, folder, StringComparison.Ordinal)
        || Folder.StartsWith(folder + ".", StringComparison.Ordinal);

    /// <summary>The folder directly below <paramref name="parent"/>; null when the type is not below one.</summary>
    public string? ChildOf(string parent) =>
        Folder.StartsWith(parent + ".", StringComparison.Ordinal)
            ? Folder[(parent.Length + 1)..].Split('.')[0]
            : null;

    public override string ToString() => Type;
}

sealed record Use(Place From, Place To)
{
    public override string ToString() => $"{From} uses {To}";
}

sealed record Call(Place From, string Method)
{
    public override string ToString() => $"{From} calls {Method}";
}
