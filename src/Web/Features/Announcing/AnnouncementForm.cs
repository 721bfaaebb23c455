using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Songthang.Domain.Announcements;
using Songthang.Domain.Geography;
using Songthang.Domain.Publication;
using Songthang.Domain.Thai;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Announcing;

/// <summary>What is filled in for an announcement; times are of Bangkok, as the browser's field for them writes them.</summary>
public sealed class AnnouncementForm
{
    public AnnouncementKind Kind { get; set; }

    [Needed("กรุณาระบุหัวข้อ", "Please give a title"), AtMost(Announcement.MaxTitle)]
    public string TitleThai { get; set => field = ThaiText.Clean(value); } = "";

    [AtMost(Announcement.MaxTitle)]
    public string TitleEnglish { get; set => field = ThaiText.Clean(value); } = "";

    [Needed("กรุณาระบุข้อความ", "Please give the text"), AtMost(Announcement.MaxText)]
    public string TextThai { get; set => field = ThaiText.Clean(value); } = "";

    [AtMost(Announcement.MaxText)]
    public string TextEnglish { get; set => field = ThaiText.Clean(value); } = "";

    [Needed("กรุณาระบุเวลาเริ่ม", "Please give the time it begins")]
    public string? From { get; set; }

    public string? To { get; set; }

    public AreaKind AreaKind { get; set; }

    public string? Amphoe { get; set; }

    public List<string> Tambons { get; set; } = [];

    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    public int? Metres { get; set; } = 1000;

    /// <summary>The form as it stands for what was written before.</summary>
    public static AnnouncementForm Of(Announcement it) => new()
    {
        Kind = it.Kind,
        TitleThai = it.TitleThai,
        TitleEnglish = it.TitleEnglish,
        TextThai = it.TextThai,
        TextEnglish = it.TextEnglish,
        From = Write(it.From),
        To = it.To is { } end ? Write(end) : null,
        AreaKind = it.Area.Kind,
        Amphoe = it.Area.Kind == AreaKind.Amphoe ? it.Area.Codes : null,
        Tambons = it.Area.Kind == AreaKind.Tambons ? [.. it.Area.EachCode] : [],
        Latitude = it.Area.Latitude,
        Longitude = it.Area.Longitude,
        Metres = it.Area.Metres ?? 1000,
    };

    /// <summary>What the attributes cannot say, and what it all means; null when a mistake was named beside its field.</summary>
    public AnnouncementFacts? Read(ModelStateDictionary state, string prefix, Province province, Func<Position, string> tambonOf)
    {
        var (from, to) = (Moment(From), Moment(To));
        if (!string.IsNullOrWhiteSpace(From) && from is null)
            state.AddModelError($"{prefix}.{nameof(From)}", Say.T("วันหรือเวลาไม่ถูกต้อง", "This is no day and time"));
        if (!string.IsNullOrWhiteSpace(To) && to is null)
            state.AddModelError($"{prefix}.{nameof(To)}", Say.T("วันหรือเวลาไม่ถูกต้อง", "This is no day and time"));
        else if (to <= from)
            state.AddModelError($"{prefix}.{nameof(To)}", Say.T("เวลาสิ้นสุดต้องอยู่หลังเวลาเริ่ม", "It must end after it begins"));
        var area = Area(tambonOf);
        try
        {
            area = area.Checked(province);
        }
        catch (Domain.RuleBroken rule)
        {
            state.AddModelError($"{prefix}.{nameof(AreaKind)}", Say.T(rule.Sentence));
        }

        return state.IsValid ? new(Kind, new(TitleThai, TitleEnglish), new(TextThai, TextEnglish), from!.Value, to, area) : null;
    }

    /// <summary>How it would look, with nothing stored.</summary>
    public static PublicAnnouncement Preview(AnnouncementFacts facts, DateTime now) =>
        new(0, facts.Kind, facts.Title, facts.Text, facts.From, facts.To, facts.Area, now, now, IsEnded: false);

    AnnouncementArea Area(Func<Position, string> tambonOf) => AreaKind switch
    {
        AreaKind.Amphoe => new(AreaKind, Amphoe ?? ""),
        AreaKind.Tambons => new(AreaKind, string.Join(' ', Tambons)),
        AreaKind.Circle => new(AreaKind, Position.TryCreate(Latitude, Longitude, out var centre) ? tambonOf(centre) : "", Latitude, Longitude, Metres),
        _ => AnnouncementArea.Whole,
    };

    static DateTime? Moment(string? text)
    {
        var parts = ThaiDigits.ToArabic(ThaiText.Clean(text)).Split('T', ' ');
        return parts.Length == 2 && TypedDay.Read(parts[0]) is { } day
            && TimeOnly.TryParseExact(parts[1], ["H:mm", "H:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock)
            ? ThaiDates.FromBangkok(day, clock) : null;
    }

    static string Write(DateTime utc) => utc.AddHours(7).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}
