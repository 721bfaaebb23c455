namespace Songthang.Architecture.Tests;

public class FolderTests
{
    static readonly string[] AboveGround =
        ["Thai", "ServiceLevels", "ServiceCatalog", "Assets", "Officers", "Geography"];
    static readonly string[] AboveRequests = ["ServiceRequests", .. AboveGround];

    // Folder → the folders of the same project that it may know. What stands in the root may be used by all.
    static readonly Dictionary<string, string[]> DomainOrder = new(StringComparer.Ordinal)
    {
        ["Thai"] = [],
        ["ServiceLevels"] = ["Thai"],
        ["ServiceCatalog"] = ["Thai", "Settings"],
        ["Assets"] = ["Thai", "Geography", "Officers"],
        ["Officers"] = ["Thai"],
        ["Settings"] = ["Thai"],
        ["Spam"] = [],
        ["Geography"] = ["Thai"],
        ["ServiceRequests"] = AboveGround,
        ["Notifications"] = AboveRequests,
        ["Figures"] = AboveRequests,
        ["Announcements"] = ["Thai", "Geography", "Officers"],
        ["Publication"] = [.. AboveRequests, "Announcements"],
        ["WorkOrders"] = AboveRequests,
        ["Outages"] = ["Thai", "Officers", "Geography"],
        ["WeakSpots"] = AboveRequests,
        ["DataProtection"] = ["Thai", "Officers"],
    };

    // Folders that are not listed are held by the rule against circles alone.
    static readonly Dictionary<string, string[]> InfrastructureOrder = new(StringComparer.Ordinal)
    {
        ["Disk"] = [],
        ["Photos"] = ["Disk"],
        ["Channels"] = [],
        ["Documents"] = [],
        ["Papers"] = ["Documents"],
        ["Search"] = [],
        ["Settings"] = [],
        ["Geodata"] = [],
        ["Persistence"] = ["Disk", "Search", "Settings", "Geodata"],
        ["Attachments"] = ["Disk"],
        ["PoleFiles"] = ["Settings", "Geodata"],
        ["Spam"] = ["Persistence"],
        ["Uploads"] = ["Persistence", "Photos", "Attachments", "Settings", "Spam"],
        ["Partners"] = ["Persistence"],
        ["Backups"] = ["Persistence", "Disk"],
        ["Outbox"] = ["Persistence", "Channels", "Settings"],
        ["Webhooks"] = ["Persistence", "Outbox"],
    };

    [Fact]
    public void Folders_of_Domain_know_only_those_below_them() =>
        Rule.Holds("Domain has an order; see DomainOrder.", AgainstOrder("Songthang.Domain", DomainOrder));

    [Fact]
    public void Every_folder_of_Domain_has_its_place_in_the_order() =>
        Rule.Holds("Say in DomainOrder whom this folder may know.",
            Code.Types.Select(type => type.ChildOf("Songthang.Domain"))
                .OfType<string>().Where(folder => !DomainOrder.ContainsKey(folder)));

    [Fact]
    public void Folders_of_Infrastructure_know_only_those_below_them() =>
        Rule.Holds("Infrastructure has an order; see InfrastructureOrder.",
            AgainstOrder("Songthang.Infrastructure", InfrastructureOrder));

    [Theory]
    [InlineData("Songthang.Domain")]
    [InlineData("Songthang.Infrastructure")]
    [InlineData("Songthang.Web")]
    public void Folders_form_no_circle(string project)
    {
        var parents = Code.Types.Where(type => type.IsIn(project)).SelectMany(Ancestors).Distinct()
            .Where(parent => parent.StartsWith(project, StringComparison.Ordinal));

        Rule.Holds("Folders that know each other are one folder; move what they share down.",
            parents.SelectMany(Circles));
    }

    [Fact]
    public void Every_file_stands_in_the_folder_of_its_namespace() =>
        // All rules here go by namespaces: a file with another one would slip through them unseen.
        Rule.Holds("The namespace is the folder.",
            Source.Files(".cs").Where(file => !file.IsMigration)
                .Select(file => (file, Expected: NamespaceOf(file)))
                .Where(pair => !Declares(pair.file, pair.Expected))
                .Select(pair => $"{pair.file} should be in {pair.Expected}"));

    [Fact]
    public void Every_page_is_seen_by_the_rules()
    {
        var seen = Code.Types.Select(type => type.Folder).ToHashSet(StringComparer.Ordinal);

        Rule.Holds("Pages are found through their compiled form.",
            Source.Files(".cshtml").Where(file => !seen.Contains(NamespaceOf(file))
                && !Path.GetFileName(file.Path).StartsWith("_View", StringComparison.Ordinal)));
    }

    [Fact]
    public void No_folder_is_named_by_a_technical_kind()
    {
        string[] kinds = ["Services", "Models", "Helpers", "Utils", "Common", "Managers", "Interfaces", "Repositories",
            "Extensions", "Handlers", "Pages", "Controllers", "Dtos", "Enums"];

        Rule.Holds("A folder is named by what it is about.",
            Source.Files(".cs", ".cshtml").Where(file => file.Path.Split('/').Intersect(kinds, StringComparer.Ordinal).Any()));
    }

    static IEnumerable<Use> AgainstOrder(string project, Dictionary<string, string[]> order) =>
        Code.Uses.Where(use =>
            use.From.ChildOf(project) is { } from && use.To.ChildOf(project) is { } to && from != to
            && order.TryGetValue(from, out var allowed) && !allowed.Contains(to, StringComparer.Ordinal));

    static IEnumerable<string> Ancestors(Place type)
    {
        for (var end = type.Folder.LastIndexOf('.'); end > 0; end = type.Folder.LastIndexOf('.', end - 1))
            yield return type.Folder[..end];
    }

    static IEnumerable<string> Circles(string parent)
    {
        var arrows = Code.Uses
            .Select(use => (From: use.From.ChildOf(parent), To: use.To.ChildOf(parent), Use: use))
            .Where(arrow => arrow.From is not null && arrow.To is not null && arrow.From != arrow.To)
            .ToLookup(arrow => arrow.From!, arrow => (To: arrow.To!, arrow.Use), StringComparer.Ordinal);

        return arrows.SelectMany(from => from
            .Where(arrow => Reaches(arrow.To, from.Key, arrows, []))
            .Select(arrow => $"{parent}: {from.Key} → {arrow.To} and back; {arrow.Use}"));
    }

    static bool Reaches(string from, string goal, ILookup<string, (string To, Use Use)> arrows, HashSet<string> seen) =>
        from == goal || (seen.Add(from) && arrows[from].Any(arrow => Reaches(arrow.To, goal, arrows, seen)));

    static string NamespaceOf(SourceFile file) =>
        "Songthang." + file.Path["src/".Length..file.Path.LastIndexOf('/')].Replace('/', '.');

    static bool Declares(SourceFile file, string expected)
    {
        var declared = file.Lines.Where(line => line.StartsWith("namespace ", StringComparison.Ordinal)).ToList();
        return declared.Count == 0 || declared.TrueForAll(line => line == $"namespace {expected};");
    }
}
