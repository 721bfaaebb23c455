namespace Songthang.Web.Tests.Access;

/// <summary>The table of <c>docs/security/access.md</c>: who gets in where.</summary>
static class AccessTable
{
    public static readonly string[] Callers =
        ["anonymous", "requester", "another requester", "crew", "another crew", "officer", "director", "administrator", "partner"];

    /// <summary>A line for each door, a cell for each of <see cref="Callers"/>.</summary>
    public static Dictionary<string, string[]> Read()
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "access.md")).Where(line => line.StartsWith('|'))
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)).ToList();
        var headings = lines.Where(cells => cells[0] == "address").ToList();
        Assert.NotEmpty(headings);
        Assert.All(headings, heading => Assert.Equal(["address", .. Callers], heading));
        return lines.Where(cells => cells[0].StartsWith('`')).ToDictionary(cells => cells[0].Trim('`'), cells => cells[1..], StringComparer.Ordinal);
    }

    public static string Line(string door, IEnumerable<string> cells) => $"| `{door}` | {string.Join(" | ", cells)} |";
}
