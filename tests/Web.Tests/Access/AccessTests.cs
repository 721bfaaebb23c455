using System.Net;

namespace Songthang.Web.Tests.Access;

/// <summary>Everybody tries every door of the program's own table of routes; who gets in is what <c>docs/security/access.md</c> says.</summary>
[Collection(nameof(Town))]
public sealed class AccessTests(Town town)
{
    [Fact]
    public void Every_door_stands_in_the_table_and_the_table_names_no_other()
    {
        var known = AccessTable.Read();
        var doors = town.Doors.Select(door => door.Name).ToList();

        Assert.True(doors.Count > 200);
        Assert.Equal([], doors.Except(known.Keys));
        Assert.Equal([], known.Keys.Except(doors));
    }

    [Fact]
    public async Task Everyone_gets_in_where_the_table_says_so_and_nowhere_else()
    {
        var known = AccessTable.Read();
        var wrong = new List<string>();
        foreach (var door in town.Doors)
        {
            var said = known.GetValueOrDefault(door.Name, []);
            var seen = new List<string>();
            foreach (var (caller, cell) in town.Callers.Zip(said.Concat(Enumerable.Repeat("", town.Callers.Count))))
            {
                // Who is to stay out comes with a sound form; who is to get in, with one that does nothing.
                using var answer = await caller.TryAsync(door, town.AddressOf(door, caller), withToken: cell is "no" or "404");
                seen.Add(Caller.Judge(answer));
                if (answer.StatusCode is >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests)
                    wrong.Add($"{door.Name}: {caller.Name} is answered {answer.StatusCode}");
            }

            if (!seen.SequenceEqual(said))
                wrong.Add(AccessTable.Line(door.Name, seen));
        }

        Assert.True(wrong.Count == 0, $"The table says otherwise:\n{string.Join('\n', wrong)}");
    }

    [Fact]
    public async Task What_no_page_does_is_refused_and_no_page_is_shown_for_it()
    {
        var posts = town.Doors.Where(door => door.Method == "POST").ToLookup(door => door.Route);
        var pages = posts.Where(route => route.Any(door => door.Handler.Length > 0) && route.All(door => door.Handler.Length > 0))
            .Select(route => route.First() with { Handler = "Nothing" }).ToList();
        Assert.True(pages.Count > 5);
        var wrong = new List<string>();
        foreach (var door in pages)
        {
            foreach (var caller in town.Callers)
            {
                using var answer = await caller.TryAsync(door, town.AddressOf(door, caller), withToken: true);
                if (answer.IsSuccessStatusCode || answer.StatusCode >= HttpStatusCode.InternalServerError)
                    wrong.Add($"{door.Name}: {caller.Name} is answered {answer.StatusCode}");
            }
        }

        Assert.Equal([], wrong);
    }
}
