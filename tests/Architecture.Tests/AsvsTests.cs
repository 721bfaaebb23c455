using System.Text.RegularExpressions;

namespace Songthang.Architecture.Tests;

/// <summary><c>docs/security/asvs.md</c> answers every requirement of OWASP ASVS 5.0, levels 1 and 2, and names only tests and documents that are there.</summary>
public sealed partial class AsvsTests
{
    // Section: numbers of its requirements of the two levels; 253 in all.
    const string Requirements = """
        1.1:1,2 1.2:1,2,3,4,5,6,7,8,9 1.3:1,2,3,4,5,6,7,8,9,10,11 1.4:1,2,3 1.5:1,2 2.1:1,2,3 2.2:1,2,3 2.3:1,2,3,4 2.4:1
        3.2:1,2 3.3:1,2,3,4 3.4:1,2,3,4,5,6 3.5:1,2,3,4,5 3.7:1,2 4.1:1,2,3 4.2:1 4.3:1,2 4.4:1,2,3,4 5.1:1 5.2:1,2,3 5.3:1,2 5.4:1,2,3
        6.1:1,2,3 6.2:1,2,3,4,5,6,7,8,9,10,11,12 6.3:1,2,3,4 6.4:1,2,3,4 6.5:1,2,3,4,5 6.6:1,2,3 6.8:1,2,3,4
        7.1:1,2,3 7.2:1,2,3,4 7.3:1,2 7.4:1,2,3,4,5 7.5:1,2 7.6:1,2 8.1:1,2 8.2:1,2,3 8.3:1 8.4:1 9.1:1,2,3 9.2:1,2,3,4
        10.1:1,2 10.2:1,2 10.3:1,2,3,4 10.4:1,2,3,4,5,6,7,8,9,10,11 10.5:1,2,3,4,5 10.6:1,2 10.7:1,2,3
        11.1:1,2 11.2:1,2,3 11.3:1,2,3 11.4:1,2,3,4 11.5:1 11.6:1 12.1:1,2,3 12.2:1,2 12.3:1,2,3,4 13.1:1 13.2:1,2,3,4,5 13.3:1,2 13.4:1,2,3,4,5
        14.1:1,2 14.2:1,2,3,4 14.3:1,2,3 15.1:1,2,3 15.2:1,2,3 15.3:1,2,3,4,5,6,7
        16.1:1 16.2:1,2,3,4,5 16.3:1,2,3,4 16.4:1,2,3 16.5:1,2,3 17.1:1 17.2:1,2,3,4 17.3:1,2
        """;

    static readonly string[] Numbers =
    [
        .. Requirements.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(section => section.Split(':'))
            .SelectMany(section => section[1].Split(',').Select(number => $"{section[0]}.{number}")),
    ];

    static readonly string[][] Rows =
    [
        .. File.ReadAllLines(Path.Combine(Source.Root, "docs", "security", "asvs.md"))
            .Select(line => line.Trim('|', ' ').Split(" | ")).Where(cells => cells.Length == 4 && Number().IsMatch(cells[0])),
    ];

    static readonly string[] Tests =
    [
        .. Directory.EnumerateFiles(Path.Combine(Source.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Contains("obj", StringComparer.Ordinal)).Select(File.ReadAllText),
    ];

    [Fact]
    public void Every_requirement_of_levels_1_and_2_is_answered_once()
    {
        Assert.Equal(253, Numbers.Length);
        Assert.Equal(Numbers, Rows.Select(row => row[0]));
    }

    [Fact]
    public void Each_is_held_by_something_that_is_there_or_says_why_not() =>
        Rule.Holds("Name a test (`Class.Method` or `Class`) or a document (`docs/….md`) that exists, or begin with 'Does not apply: ' or 'Open: '.",
            Rows.SelectMany(row => Lacks(row[3]).Select(lack => $"{row[0]}: {lack}")));

    static IEnumerable<string> Lacks(string answer)
    {
        var named = Named().Matches(answer).Select(match => match.Groups["name"].Value).Where(name => IsTest().IsMatch(name) || IsDocument().IsMatch(name)).ToList();
        foreach (var name in named.Where(name => !IsThere(name)))
            yield return $"there is no {name}";
        if (named.Count == 0 && !answer.StartsWith("Does not apply: ", StringComparison.Ordinal) && !answer.StartsWith("Open: ", StringComparison.Ordinal))
            yield return $"nothing is named in '{answer}'";
    }

    static bool IsThere(string name)
    {
        if (IsDocument().IsMatch(name))
            return File.Exists(Path.Combine(Source.Root, name));
        var (type, method) = name.Split('.') is [var first, var second] ? (first, second) : (name, null);
        return Tests.Any(text => text.Contains($"class {type}", StringComparison.Ordinal)
            && (method is null ? text.Contains("[Fact]", StringComparison.Ordinal) || text.Contains("[Theory]", StringComparison.Ordinal)
                : text.Contains($" {method}(", StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"^\d+\.\d+\.\d+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"^\w+Tests(\.\w+)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IsTest();

    [GeneratedRegex(@"^(docs/.+|SECURITY)\.md$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IsDocument();
}
