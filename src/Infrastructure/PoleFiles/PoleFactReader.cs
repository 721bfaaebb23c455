using System.Globalization;
using Songthang.Domain.Assets;
using Songthang.Domain.Geography;
using Songthang.Domain.Settings;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Settings;

namespace Songthang.Infrastructure.PoleFiles;

/// <summary>Reads what is known of a pole as people and other registers write it, and says everything that cannot be so.</summary>
/// <param name="settings">The kinds of lamps, the owners and the own names that may be written.</param>
/// <param name="province">Where poles stand.</param>
public sealed class PoleFactReader(CurrentSettings settings, Province province)
{
    static readonly Dictionary<string, PoleSide> Sides = new(StringComparer.Ordinal)
    {
        ["left"] = PoleSide.Left,
        ["l"] = PoleSide.Left,
        ["lt"] = PoleSide.Left,
        ["ซ้าย"] = PoleSide.Left,
        ["ซ้ายทาง"] = PoleSide.Left,
        ["right"] = PoleSide.Right,
        ["r"] = PoleSide.Right,
        ["rt"] = PoleSide.Right,
        ["ขวา"] = PoleSide.Right,
        ["ขวาทาง"] = PoleSide.Right,
        ["median"] = PoleSide.Median,
        ["center"] = PoleSide.Median,
        ["centre"] = PoleSide.Median,
        ["m"] = PoleSide.Median,
        ["เกาะกลาง"] = PoleSide.Median,
        ["กลาง"] = PoleSide.Median,
    };

    readonly Dictionary<string, string> lamps = Lamps(settings.Get(Topics.LampKinds));
    readonly Dictionary<string, string> owners = Owners(settings.Get(Topics.Authorities), settings.Get(Topics.Agency));

    /// <summary>The facts, or null when something is wrong.</summary>
    /// <param name="text">What is written for a field; empty when nothing is.</param>
    /// <param name="problems">Takes everything that is wrong.</param>
    public PoleFacts? Read(Func<PoleField, string> text, ICollection<PoleProblem> problems)
    {
        var before = problems.Count;
        var position = Place(text(PoleField.Latitude), text(PoleField.Longitude), problems);
        var facts = new PoleFacts(
            Line(text(PoleField.Number)), position ?? default, Line(text(PoleField.Road)), Side(text(PoleField.Side), problems),
            Line(text(PoleField.Luminaire)), Known(PoleField.Lamp, text(PoleField.Lamp), lamps, problems),
            Whole(PoleField.Power, text(PoleField.Power), ["w", "watt", "watts", "วัตต์"], problems), Line(text(PoleField.Cabinet)), Line(text(PoleField.Circuit)),
            Day(PoleField.InstalledOn, text(PoleField.InstalledOn), problems), Day(PoleField.WarrantyUntil, text(PoleField.WarrantyUntil), problems),
            Whole(PoleField.ExpectedLife, text(PoleField.ExpectedLife), ["ปี", "year", "years"], problems),
            Known(PoleField.Owner, text(PoleField.Owner), owners, problems), ThaiText.Clean(text(PoleField.Notes)));
        foreach (var problem in facts.Problems())
            problems.Add(problem);
        return problems.Count == before ? facts.Rounded() : null;
    }

    /// <summary>The code of an owner as it is written, empty for our own; null when nobody is called so.</summary>
    public string? OwnerCode(string written) => Key(written) is { Length: > 0 } key ? owners.GetValueOrDefault(key) : "";

    Position? Place(string latitude, string longitude, ICollection<PoleProblem> problems)
    {
        var (north, east) = (Degrees(PoleField.Latitude, latitude, problems), Degrees(PoleField.Longitude, longitude, problems));
        if (north is null || east is null)
            return null;
        if (Position.TryCreate(north, east, out var position) && province.Contains(position))
            return position;
        problems.Add(new(PoleField.Latitude, Position.TryCreate(east, north, out var swapped) && province.Contains(swapped)
            ? new("ละติจูดกับลองจิจูดสลับกัน", "Latitude and longitude are swapped.")
            : new($"พิกัด {north.Value:0.#####}, {east.Value:0.#####} อยู่นอกจังหวัด", $"The position {north.Value:0.#####}, {east.Value:0.#####} lies outside the province.")));
        return null;
    }

    static double? Degrees(PoleField field, string text, ICollection<PoleProblem> problems)
    {
        var typed = ThaiDigits.ToArabic(text.Trim()).TrimEnd('°');
        // A decimal comma, where there is no point.
        if (typed.Count(sign => sign == ',') == 1 && !typed.Contains('.', StringComparison.Ordinal))
            typed = typed.Replace(',', '.');
        if (typed.Length <= 40 && double.TryParse(typed, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && double.IsFinite(degrees))
            return degrees;
        problems.Add(new(field, typed.Length == 0
            ? new($"ไม่มี{field.Name().Thai}", $"{field.Name().English} is missing.")
            : new($"{field.Name().Thai} “{Short(text)}” ไม่ใช่องศาทศนิยม", $"{field.Name().English} “{Short(text)}” is no number of degrees.")));
        return null;
    }

    static PoleSide Side(string text, ICollection<PoleProblem> problems)
    {
        var typed = ThaiText.Fold(text);
        if (typed is "" or "-" or "unknown" or "ไม่ระบุ")
            return PoleSide.Unknown;
        if (Sides.TryGetValue(typed, out var side))
            return side;
        problems.Add(new(PoleField.Side, new($"ไม่รู้จักฝั่งถนน “{Short(text)}”", $"“{Short(text)}” is no side of a road.")));
        return PoleSide.Unknown;
    }

    static string Known(PoleField field, string text, Dictionary<string, string> codes, ICollection<PoleProblem> problems)
    {
        var typed = Key(text);
        if (typed.Length == 0)
            return "";
        if (codes.TryGetValue(typed, out var code))
            return code;
        problems.Add(new(field, new(
            $"ไม่รู้จัก{field.Name().Thai} “{Short(text)}” กรุณาแก้ไขหรือเพิ่มในการตั้งค่า", $"{field.Name().English} “{Short(text)}” is unknown; correct it or add it to the settings.")));
        return "";
    }

    static int? Whole(PoleField field, string text, string[] units, ICollection<PoleProblem> problems)
    {
        var typed = ThaiText.Fold(text).Replace(",", "", StringComparison.Ordinal);
        if (typed.Length == 0)
            return null;
        foreach (var unit in units)
            typed = typed.EndsWith(unit, StringComparison.Ordinal) ? typed[..^unit.Length].TrimEnd() : typed;
        if (decimal.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number == decimal.Truncate(number) && number <= int.MaxValue)
        {
            return (int)number;
        }

        problems.Add(new(field, new($"{field.Name().Thai} “{Short(text)}” ไม่ใช่จำนวนเต็ม", $"{field.Name().English} “{Short(text)}” is no whole number.")));
        return null;
    }

    static DateOnly? Day(PoleField field, string text, ICollection<PoleProblem> problems)
    {
        var typed = ThaiText.Fold(text);
        if (typed.Length == 0)
            return null;
        if (WrittenDay.Read(typed) is { } day)
            return day;
        problems.Add(new(field, new(
            $"{field.Name().Thai} “{Short(text)}” ไม่ใช่วันที่ เช่น 13/9/2565 หรือ 2022-09-13",
            $"{field.Name().English} “{Short(text)}” is no date such as 2022-09-13 or 13/9/2565.")));
        return null;
    }

    static Dictionary<string, string> Lamps(Listed<LampKind> kinds)
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var kind in kinds.All)
            Add(codes, kind.Code, kind.Code, kind.Name.Thai, kind.Name.English);
        // As OpenStreetMap and other registers call them, as long as there is such a kind.
        foreach (var (word, code) in new[]
        {
            ("high_pressure_sodium", "hps"), ("sodium", "hps"), ("โซเดียม", "hps"), ("hpsl", "hps"), ("low_pressure_sodium", "lps"), ("metalhalide", "metal-halide"),
            ("metal_halide", "metal-halide"), ("mh", "metal-halide"), ("แอลอีดี", "led"), ("หลอด led", "led"), ("electric_led", "led"), ("แสงจันทร์", "mercury"),
            ("mercury_vapor", "mercury"), ("ไอปรอท", "mercury"), ("fluorescent_tube", "fluorescent"), ("หลอดฟลูออเรสเซนต์", "fluorescent"), ("solar", "solar-led"),
        })
        {
            if (kinds.Find(code) is not null)
                codes.TryAdd(Key(word), code);
        }

        return codes;
    }

    static Dictionary<string, string> Owners(Listed<Authority> authorities, AgencyProfile agency)
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        Add(codes, "", "ours", agency.ShortName.Thai, agency.ShortName.English, agency.Name.Thai, agency.Name.English, "อบจ");
        foreach (var authority in authorities.All)
            Add(codes, authority.Code, authority.Code, authority.Name.Thai, authority.Name.English);
        foreach (var (word, code) in new[] { ("กฟภ", "pea"), ("การไฟฟ้าส่วนภูมิภาค", "pea"), ("ทล", "doh"), ("ทช", "drr"), ("เทศบาล", "municipality"), ("อบต", "tao") })
        {
            if (authorities.Find(code) is not null)
                codes.TryAdd(Key(word), code);
        }

        return codes;
    }

    static void Add(Dictionary<string, string> codes, string code, params string[] names)
    {
        foreach (var key in names.Select(Key).Where(key => key.Length > 0))
            codes.TryAdd(key, code);
    }

    static string Key(string? text) => string.Concat(ThaiText.Fold(text).Where(sign => char.IsLetterOrDigit(sign) || char.GetUnicodeCategory(sign) == UnicodeCategory.NonSpacingMark));

    static string Line(string text) => ThaiText.Clean(text).Replace('\n', ' ');

    static string Short(string text) => ThaiText.Clean(text) is { Length: > 40 } clean ? clean[..(char.IsHighSurrogate(clean[39]) ? 39 : 40)] + "…" : ThaiText.Clean(text);
}
