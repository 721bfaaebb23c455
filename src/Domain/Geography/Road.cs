using Songthang.Domain.Thai;

namespace Songthang.Domain.Geography;

/// <summary>A road and whose its lamps are.</summary>
public sealed class Road
{
    /// <summary>Most characters of a code.</summary>
    public const int MaxCode = 60;

    /// <summary>Most characters of a name.</summary>
    public const int MaxName = 200;

    Road() { }

    /// <summary>A road as a file or a person says it is.</summary>
    /// <param name="code">Its number, such as <c>3263</c> or <c>อย.2031</c>; may be empty.</param>
    /// <param name="name">Its name as people write it; may be empty.</param>
    /// <param name="ownerCode">A code of the settings' other authorities; empty for our own.</param>
    /// <param name="lines">Where it runs: one line or several, each of two positions at least.</param>
    /// <exception cref="RuleBroken"><c>road.too-long</c>, <c>road.without-line</c>.</exception>
    public Road(string code, string name, string ownerCode, IReadOnlyList<IReadOnlyList<Position>> lines)
    {
        if (lines.Count == 0 || lines.Any(line => line.Count < 2))
            throw new RuleBroken("road.without-line", new("ถนนต้องมีเส้นที่มีจุดอย่างน้อยสองจุด", "A road needs a line of two positions at least."));
        (Lines, OwnerCode) = (lines, ownerCode);
        Rename(code, name);
        (West, South, East, North) = BoundingBox.Of(lines.SelectMany(line => line));
        Metres = lines.Sum(line => line.Zip(line.Skip(1), (from, to) => from.MetresTo(to)).Sum());
    }

    /// <summary>Key in storage.</summary>
    public int Id { get; private set; }

    /// <summary>Its number, such as <c>3263</c>; may be empty.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Its name as people write it; may be empty.</summary>
    public string Name { get; private set; } = "";

    /// <summary>A code of the settings' other authorities; empty for our own.</summary>
    public string OwnerCode { get; private set; } = "";

    /// <summary>Where it runs: one line or several.</summary>
    public IReadOnlyList<IReadOnlyList<Position>> Lines { get; private set; } = [];

    /// <summary>Least longitude.</summary>
    public double West { get; private set; }

    /// <summary>Least latitude.</summary>
    public double South { get; private set; }

    /// <summary>Greatest longitude.</summary>
    public double East { get; private set; }

    /// <summary>Greatest latitude.</summary>
    public double North { get; private set; }

    /// <summary>Its length, all lines together.</summary>
    public double Metres { get; private set; }

    /// <summary>The rectangle around it.</summary>
    public BoundingBox Box => new(West, South, East, North);

    /// <summary>What people call it: the name, else the number; with both, the number in brackets. Empty when it has neither.</summary>
    public string Title => Name.Length == 0 ? Code : Code.Length == 0 || Name.Contains(Code, StringComparison.Ordinal) ? Name : $"{Name} ({Code})";

    /// <summary>Corrects what it is called.</summary>
    /// <exception cref="RuleBroken"><c>road.too-long</c>.</exception>
    public void Rename(string code, string name)
    {
        (code, name) = (ThaiText.Clean(code), ThaiText.Clean(name));
        if (code.Length > MaxCode || name.Length > MaxName)
        {
            throw new RuleBroken("road.too-long", new(
                $"หมายเลขถนนยาวได้ไม่เกิน {MaxCode} ตัวอักษร และชื่อถนนไม่เกิน {MaxName} ตัวอักษร",
                $"A road's number has at most {MaxCode} characters, its name {MaxName}."));
        }

        (Code, Name) = (code, name);
    }

    /// <summary>Says whose its lamps are: a code of the settings' other authorities; empty for our own.</summary>
    public void GiveTo(string ownerCode) => OwnerCode = ownerCode;
}
