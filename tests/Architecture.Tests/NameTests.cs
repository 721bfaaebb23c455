namespace Songthang.Architecture.Tests;

public class NameTests
{
    static readonly string[] Banned =
        ["Manager", "Helper", "Util", "Utils", "Impl", "Dto", "Processor", "Base", "Service"];

    [Fact]
    public void No_type_has_a_name_that_says_nothing() =>
        Rule.Holds($"Banned endings: {string.Join(", ", Banned)}.",
            Code.Types.Where(type => Banned.Any(ending =>
                type.Name.EndsWith(ending, StringComparison.Ordinal)
                // Open311's own word, and the framework's name for what extends HTML.
                && type.Name is not "Service"
                && !type.Name.EndsWith("TagHelper", StringComparison.Ordinal))));
}
