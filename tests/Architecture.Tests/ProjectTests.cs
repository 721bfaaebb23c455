using System.Xml.Linq;

namespace Songthang.Architecture.Tests;

public class ProjectTests
{
    [Fact]
    public void Domain_references_only_the_base_library()
    {
        var assemblies = Code.Domain.GetReferencedAssemblies().Select(assembly => assembly.Name!)
            .Where(name => name.Split('.')[0] is not ("System" or "netstandard" or "mscorlib"));

        Rule.Holds("Domain is plain C#: no project, no package, no framework.",
            assemblies.Concat(References("Domain")));
    }

    [Fact]
    public void Infrastructure_references_no_project_but_Domain()
    {
        var assemblies = Code.Infrastructure.GetReferencedAssemblies().Select(assembly => assembly.Name!)
            .Where(name => name.StartsWith("Songthang.", StringComparison.Ordinal) && name != "Songthang.Domain");
        var projects = References("Infrastructure")
            .Where(reference => reference.StartsWith("ProjectReference", StringComparison.Ordinal)
                && !reference.EndsWith("Songthang.Domain.csproj", StringComparison.Ordinal));

        Rule.Holds("Infrastructure stands on Domain and knows nothing above it.", assemblies.Concat(projects));
    }

    [Fact]
    public void Web_reaches_Domain_through_Infrastructure() =>
        Assert.Equal(
            ["ProjectReference ../Infrastructure/Songthang.Infrastructure.csproj"],
            References("Web").Where(reference => reference.StartsWith("ProjectReference", StringComparison.Ordinal)));

    // The compiler drops a reference that nothing uses, so the project file is asked too.
    static IEnumerable<string> References(string project) =>
        XDocument.Load(Path.Combine(Source.Root, "src", project, $"Songthang.{project}.csproj"))
            .Descendants()
            .Where(element => element.Name.LocalName is "ProjectReference" or "PackageReference" or "FrameworkReference")
            .Select(element => $"{element.Name.LocalName} {element.Attribute("Include")?.Value}");
}
