namespace Songthang.Infrastructure.Persistence.Sums;

/// <summary>By what the office's own figures are cut. Stored by name.</summary>
public enum WorkCut
{
    /// <summary>By the officer who sees to a request; the key is the account, empty for nobody.</summary>
    Officer,

    /// <summary>By crew.</summary>
    Crew,

    /// <summary>By cause found; an empty key where none was said.</summary>
    Cause,

    /// <summary>By material and what it was called then.</summary>
    Material,
}

/// <summary>
/// What the office alone sees, of a day or a month: of officers by the day on which their requests were received, of crews, causes
/// and materials by the day of the work. Written and folded like <see cref="DailySum"/>.
/// </summary>
public sealed class WorkSum
{
    /// <summary>Key in storage.</summary>
    public long Id { get; set; }

    /// <summary>As <see cref="DailySum.Span"/>.</summary>
    public int Span { get; set; }

    /// <summary>By what.</summary>
    public WorkCut Cut { get; set; }

    /// <summary>Which officer, crew, cause or material.</summary>
    public string Code { get; set; } = "";

    /// <summary>Thai name of a material at that time; else empty.</summary>
    public string NameThai { get; set; } = "";

    /// <summary>English name of a material at that time; else empty.</summary>
    public string NameEnglish { get; set; } = "";

    /// <summary>Thai unit of a material at that time; else empty.</summary>
    public string UnitThai { get; set; } = "";

    /// <summary>English unit of a material at that time; else empty.</summary>
    public string UnitEnglish { get; set; } = "";

    /// <summary>Written by a save and not folded yet.</summary>
    public bool IsFresh { get; set; }

    /// <summary>Officers: requests received.</summary>
    public int Received { get; set; }

    /// <summary>Officers: of those, completed by now.</summary>
    public int Done { get; set; }

    /// <summary>Officers: of those received, still open.</summary>
    public int Open { get; set; }

    /// <summary>Officers: of those received, ever taken up again.</summary>
    public int Reopened { get; set; }

    /// <summary>Crews and causes: requests repaired.</summary>
    public int Repaired { get; set; }

    /// <summary>Crews: requests that could not be repaired.</summary>
    public int NotRepaired { get; set; }

    /// <summary>Materials: units used.</summary>
    public int Quantity { get; set; }

    /// <summary>Materials: of those, how many had no price.</summary>
    public int Unpriced { get; set; }

    /// <summary>Materials: what the others cost, in satang.</summary>
    public long Satang { get; set; }

    /// <summary>Adds another row of the same key, or takes it away.</summary>
    internal void Add(WorkSum other, int times = 1)
    {
        Received += times * other.Received;
        Done += times * other.Done;
        Open += times * other.Open;
        Reopened += times * other.Reopened;
        Repaired += times * other.Repaired;
        NotRepaired += times * other.NotRepaired;
        Quantity += times * other.Quantity;
        Unpriced += times * other.Unpriced;
        Satang += times * other.Satang;
    }

    internal bool IsNothing => (Received, Done, Open, Reopened, Repaired, NotRepaired) == (0, 0, 0, 0, 0, 0) && (Quantity, Unpriced, Satang) == (0, 0, 0);

    internal (int, WorkCut, string, string, string, string, string) Key => (Span, Cut, Code, NameThai, NameEnglish, UnitThai, UnitEnglish);

    /// <summary>An empty row of the same key in another span.</summary>
    internal WorkSum EmptyIn(int span) => new()
    {
        Span = span,
        Cut = Cut,
        Code = Code,
        NameThai = NameThai,
        NameEnglish = NameEnglish,
        UnitThai = UnitThai,
        UnitEnglish = UnitEnglish,
    };
}
