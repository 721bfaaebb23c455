using System.Globalization;
using Songthang.Domain.Geography;
using Songthang.Domain.Thai;

namespace Songthang.Domain.Assets;

/// <summary>Something about a pole that cannot be so.</summary>
/// <param name="Field">What.</param>
/// <param name="Sentence">Why, for whoever typed it.</param>
public readonly record struct PoleProblem(PoleField Field, Phrase Sentence);

/// <summary>Everything about a pole that people say and correct; texts are cleaned, what is unknown is empty or null.</summary>
/// <param name="Number">As painted on the pole; may be empty, its <see cref="PoleNumber.Key"/> names one pole of its owner.</param>
/// <param name="Position">Where it stands; kept to seven decimals, which is one centimetre.</param>
/// <param name="Road">Road in words.</param>
/// <param name="Side">Side of the road.</param>
/// <param name="Luminaire">Kind of luminaire in words.</param>
/// <param name="LampCode">A code of the settings' lamp kinds, or empty.</param>
/// <param name="PowerWatts">Watts, 1 to <see cref="MostWatts"/>.</param>
/// <param name="CabinetCode">Control cabinet as it is called.</param>
/// <param name="CircuitCode">Circuit of that cabinet as it is called.</param>
/// <param name="InstalledOn">Day of the installation.</param>
/// <param name="WarrantyUntil">Last day of the warranty.</param>
/// <param name="ExpectedLifeYears">Years that this lamp is expected to last, 1 to <see cref="MostYears"/>; null for those of its kind.</param>
/// <param name="OwnerCode">A code of the settings' other authorities; empty for our own.</param>
/// <param name="Notes">Anything else; for officers.</param>
public sealed record PoleFacts(
    string Number, Position Position, string Road = "", PoleSide Side = PoleSide.Unknown, string Luminaire = "", string LampCode = "",
    int? PowerWatts = null, string CabinetCode = "", string CircuitCode = "", DateOnly? InstalledOn = null, DateOnly? WarrantyUntil = null,
    int? ExpectedLifeYears = null, string OwnerCode = "", string Notes = "")
{
    /// <summary>Most characters of the road.</summary>
    public const int MaxRoad = 200;

    /// <summary>Most characters of the luminaire, the cabinet and the circuit each.</summary>
    public const int MaxName = 60;

    /// <summary>Most characters of the notes.</summary>
    public const int MaxNotes = 1000;

    /// <summary>The strongest lamp that a street has.</summary>
    public const int MostWatts = 2_000;

    /// <summary>The longest life.</summary>
    public const int MostYears = 60;

    /// <summary>Decimals of a degree that are kept.</summary>
    public const int PositionDecimals = 7;

    /// <summary>No street light of today was installed before.</summary>
    public static DateOnly EarliestDay { get; } = new(1950, 1, 1);

    /// <summary>Later days are slips of the keyboard, such as a year of the Buddhist Era taken for one of the Common Era.</summary>
    public static DateOnly LatestDay { get; } = new(2099, 12, 31);

    /// <summary>The same with the position as it is kept.</summary>
    public PoleFacts Rounded() => this with
    {
        Position = Position.Create(Math.Round(Position.Latitude, PositionDecimals), Math.Round(Position.Longitude, PositionDecimals)),
    };

    /// <summary>A field as it is written into files and the history: codes, ISO dates, invariant numbers; empty when unknown.</summary>
    public string Written(PoleField field) => field switch
    {
        PoleField.Number => Number,
        PoleField.Latitude => Position.Latitude.ToString("0.#######", CultureInfo.InvariantCulture),
        PoleField.Longitude => Position.Longitude.ToString("0.#######", CultureInfo.InvariantCulture),
        PoleField.Road => Road,
        PoleField.Side => Side == PoleSide.Unknown ? "" : Side.ToString(),
        PoleField.Luminaire => Luminaire,
        PoleField.Lamp => LampCode,
        PoleField.Power => PowerWatts?.ToString(CultureInfo.InvariantCulture) ?? "",
        PoleField.Cabinet => CabinetCode,
        PoleField.Circuit => CircuitCode,
        PoleField.InstalledOn => InstalledOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        PoleField.WarrantyUntil => WarrantyUntil?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        PoleField.ExpectedLife => ExpectedLifeYears?.ToString(CultureInfo.InvariantCulture) ?? "",
        PoleField.Owner => OwnerCode,
        PoleField.Notes => Notes,
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    /// <summary>Everything that cannot be so; empty when all is well.</summary>
    public IEnumerable<PoleProblem> Problems() =>
    [
        .. TooLong(PoleField.Number, Number, PoleNumber.MaxLength), .. TooLong(PoleField.Road, Road, MaxRoad),
        .. TooLong(PoleField.Luminaire, Luminaire, MaxName), .. TooLong(PoleField.Cabinet, CabinetCode, MaxName),
        .. TooLong(PoleField.Circuit, CircuitCode, MaxName), .. TooLong(PoleField.Notes, Notes, MaxNotes),
        .. Without(Number.Length == 0 || PoleNumber.Key(Number).Length > 0, PoleField.Number,
            new("หมายเลขเสาต้องมีตัวอักษรหรือตัวเลข", "A pole number has letters or digits.")),
        .. Without(PowerWatts is null or >= 1 and <= MostWatts, PoleField.Power,
            new($"กำลังไฟต้องเป็น 1 ถึง {MostWatts} วัตต์", $"The power is 1 to {MostWatts} watts.")),
        .. Without(ExpectedLifeYears is null or >= 1 and <= MostYears, PoleField.ExpectedLife,
            new($"อายุใช้งานต้องเป็น 1 ถึง {MostYears} ปี", $"The expected life is 1 to {MostYears} years.")),
        .. Unlikely(PoleField.InstalledOn, InstalledOn), .. Unlikely(PoleField.WarrantyUntil, WarrantyUntil),
        .. Without(!(WarrantyUntil < InstalledOn), PoleField.WarrantyUntil,
            new("วันสิ้นสุดการรับประกันอยู่ก่อนวันที่ติดตั้ง", "The warranty ends before the day of the installation.")),
    ];

    static IEnumerable<PoleProblem> TooLong(PoleField field, string text, int most) => Without(
        ThaiText.Length(text) <= most, field, new($"{field.Name().Thai}ยาวเกิน {most} ตัวอักษร", $"{field.Name().English}: more than {most} characters."));

    static IEnumerable<PoleProblem> Unlikely(PoleField field, DateOnly? day) => Without(
        day is null || day >= EarliestDay && day <= LatestDay, field,
        new($"{field.Name().Thai}ต้องอยู่ระหว่าง พ.ศ. {ThaiDates.BuddhistYear(EarliestDay)} ถึง {ThaiDates.BuddhistYear(LatestDay)}",
            $"{field.Name().English}: between {EarliestDay.Year} and {LatestDay.Year}."));

    static IEnumerable<PoleProblem> Without(bool isWell, PoleField field, Phrase sentence) =>
        isWell ? [] : [new PoleProblem(field, sentence)];
}
