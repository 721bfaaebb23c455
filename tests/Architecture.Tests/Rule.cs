namespace Songthang.Architecture.Tests;

static class Rule
{
    /// <summary>Fails with the rule and each thing that breaks it, one a line.</summary>
    public static void Holds<T>(string rule, IEnumerable<T> broken)
    {
        var lines = broken.Select(one => $"  {one}").Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.True(lines.Count == 0, $"{rule}\n{string.Join('\n', lines)}");
    }
}
