using Songthang.Domain.Thai;

namespace Songthang.Domain.ServiceRequests;

/// <summary>What an officer found out about one point of the check-list.</summary>
public enum Finding
{
    /// <summary>Not looked at, or cannot be said.</summary>
    Unknown,

    /// <summary>It is so.</summary>
    Yes,

    /// <summary>It is not so.</summary>
    No,
}

/// <summary>A question of the check-list.</summary>
/// <param name="Code">Stable code in storage, such as <c>place</c>.</param>
/// <param name="Question">The question in words.</param>
/// <param name="Yes">The answer yes in words.</param>
/// <param name="No">The answer no in words.</param>
public sealed record CheckPoint(string Code, Phrase Question, Phrase Yes, Phrase No)
{
    /// <summary>The answer in words.</summary>
    public Phrase Answer(Finding finding) => finding switch
    {
        Finding.Yes => Yes,
        Finding.No => No,
        _ => new("ยังไม่ทราบ", "Not known"),
    };
}

/// <summary>Which act follows from a check.</summary>
public enum CheckAdvice
{
    /// <summary>The light is another authority's.</summary>
    Forward,

    /// <summary>The fault was reported before.</summary>
    Merge,

    /// <summary>Something is missing.</summary>
    Ask,
}

/// <summary>The check-list of the manual's step 2: what the officer looked at, and what was found.</summary>
/// <param name="PlaceFound">The place can be found.</param>
/// <param name="Ours">The light is the authority's own.</param>
/// <param name="Complete">The details are complete.</param>
/// <param name="Danger">People may come to harm.</param>
/// <param name="Duplicate">The same fault was reported before.</param>
public sealed record CheckList(Finding PlaceFound, Finding Ours, Finding Complete, Finding Danger, Finding Duplicate)
{
    /// <summary>The questions, in the order of the parameters.</summary>
    public static IReadOnlyList<CheckPoint> Points { get; } =
    [
        new("place", new("หาสถานที่พบหรือไม่", "Can the place be found?"), new("พบ", "Found"), new("ไม่พบ", "Not found")),
        new("ours", new("อยู่ในความรับผิดชอบของเราหรือไม่", "Is the light ours?"), new("ใช่", "Ours"), new("ไม่ใช่", "Not ours")),
        new("complete", new("ข้อมูลครบถ้วนหรือไม่", "Are the details complete?"), new("ครบถ้วน", "Complete"), new("ไม่ครบ", "Incomplete")),
        new("danger", new("อาจเกิดอันตรายหรือไม่", "May people come to harm?"), new("อันตราย", "Danger"), new("ไม่อันตราย", "No danger")),
        new("duplicate", new("ซ้ำกับเรื่องเดิมหรือไม่", "Was it reported before?"), new("ซ้ำ", "Reported before"), new("ไม่ซ้ำ", "Not reported before")),
    ];

    /// <summary>The findings in the order of <see cref="Points"/>.</summary>
    public IReadOnlyList<Finding> Findings => [PlaceFound, Ours, Complete, Danger, Duplicate];

    /// <summary>The act that follows; null when nothing stands against taking the request on.</summary>
    public CheckAdvice? Advice => this switch
    {
        { Duplicate: Finding.Yes } => CheckAdvice.Merge,
        { Ours: Finding.No } => CheckAdvice.Forward,
        { PlaceFound: Finding.No } or { Complete: Finding.No } => CheckAdvice.Ask,
        _ => null,
    };

    /// <summary>As it is stored: <c>place=yes ours=no …</c>, without what is not known.</summary>
    public string Code => string.Join(' ', Points.Zip(Findings)
        .Where(pair => pair.Second != Finding.Unknown)
        .Select(pair => $"{pair.First.Code}={pair.Second.ToString().ToLowerInvariant()}"));

    /// <summary>What was stored; what cannot be read is not known.</summary>
    public static CheckList Read(string code)
    {
        var parts = code.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Finding[] findings = [.. Points.Select(point => parts.Contains($"{point.Code}=yes") ? Finding.Yes
            : parts.Contains($"{point.Code}=no") ? Finding.No
            : Finding.Unknown)];
        return new(findings[0], findings[1], findings[2], findings[3], findings[4]);
    }

    /// <summary>What is known, in one line.</summary>
    public Phrase InWords()
    {
        var known = Points.Zip(Findings).Where(pair => pair.Second != Finding.Unknown).ToList();
        return new(
            string.Join(" · ", known.Select(pair => $"{pair.First.Question.Thai}: {pair.First.Answer(pair.Second).Thai}")),
            string.Join(" · ", known.Select(pair => $"{pair.First.Question.English} {pair.First.Answer(pair.Second).English}")));
    }
}
