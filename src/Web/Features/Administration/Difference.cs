using System.Text.Json.Nodes;
using Songthang.Domain.Thai;

namespace Songthang.Web.Features.Administration;

/// <summary>One thing in which two documents of a topic differ.</summary>
/// <param name="Line">The line of the list that it is about; default for the document itself.</param>
/// <param name="Label">What differs, as the form calls it.</param>
/// <param name="Before">How it was; empty when it was not there.</param>
/// <param name="After">How it is; empty when it is no longer there.</param>
public sealed record Difference(Phrase Line, Phrase Label, Phrase Before, Phrase After)
{
    static readonly Phrase Added = new("เพิ่ม", "Added"), Removed = new("ลบ", "Removed"), Order = new("ลำดับ", "Order");

    /// <summary>All differences, in the order of the form.</summary>
    public static IReadOnlyList<Difference> Between(Shape shape, string before, string after)
    {
        var (old, now) = (Shape.Parse(before), Shape.Parse(after));
        var fields = shape.Fields.SelectMany(field => Parts(default, field.Tell(old[field.Name]), field.Tell(now[field.Name])));
        return [.. fields, .. shape.Lines is { } lines ? OfLines(lines, old, now) : []];
    }

    static IEnumerable<Difference> OfLines(Lines lines, JsonObject old, JsonObject now)
    {
        foreach (var line in lines.All(now))
        {
            if (lines.Find(old, lines.KeyOf(line)) is not { } was)
                yield return new(lines.TitleOf(line), Added, default, Whole(lines, line));
            else
                foreach (var part in Parts(lines.TitleOf(was), lines.Tell(was), lines.Tell(line)))
                    yield return part;
        }

        foreach (var gone in lines.All(old).Where(line => lines.Find(now, lines.KeyOf(line)) is null))
            yield return new(lines.TitleOf(gone), Removed, Whole(lines, gone), default);
        var (orderBefore, orderAfter) = (Common(old, now), Common(now, old));
        if (!orderBefore.Select(lines.KeyOf).SequenceEqual(orderAfter.Select(lines.KeyOf)))
            yield return new(default, Order, Titles(lines, orderBefore), Titles(lines, orderAfter));

        List<JsonObject> Common(JsonObject of, JsonObject with) =>
            [.. lines.All(of).Where(line => lines.Find(with, lines.KeyOf(line)) is not null)];
    }

    static IEnumerable<Difference> Parts(
        Phrase line, IEnumerable<(Phrase Label, Phrase Words)> before, IEnumerable<(Phrase Label, Phrase Words)> after) =>
        before.Zip(after).Where(both => both.First.Words != both.Second.Words)
            .Select(both => new Difference(line, both.Second.Label, both.First.Words, both.Second.Words));

    static Phrase Whole(Lines lines, JsonObject line)
    {
        var parts = lines.Tell(line).Select(part => part.Words).Where(words => !string.IsNullOrEmpty(words.Thai)).ToList();
        return Joined(" · ", parts);
    }

    static Phrase Titles(Lines lines, IEnumerable<JsonObject> of) => Joined(" · ", [.. of.Select(lines.TitleOf)]);

    static Phrase Joined(string separator, IReadOnlyList<Phrase> phrases) =>
        new(string.Join(separator, phrases.Select(one => one.Thai)), string.Join(separator, phrases.Select(one => one.English)));
}
