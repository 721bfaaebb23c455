using System.Globalization;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.ApiKeys;

/// <summary>The fields of a key, for a new one and for an old one.</summary>
public sealed class KeyForm
{
    [Needed("กรุณาระบุชื่อหน่วยงาน", "Please give the partner's name"), AtMost(ApiKey.MaxWords)]
    public string? Partner { get; set; }

    [AtMost(ApiKey.MaxWords)]
    public string? Contact { get; set; }

    [Needed("กรุณาเลือกสิทธิ์อย่างน้อยหนึ่งอย่าง", "Please choose at least one thing that the key may do")]
    public List<string> Scopes { get; set; } = [];

    public string? PerMinute { get; set; } = "60";

    public string? PerDay { get; set; } = "5000";

    /// <summary>Everything that a key can be for, in words.</summary>
    public static IReadOnlyList<(PartnerScopes Scope, Phrase Words)> Choices { get; } =
    [
        (PartnerScopes.Open311Write, new("แจ้งเหตุผ่าน Open311", "Hand in requests through Open311")),
        (PartnerScopes.UpdatesWrite, new("ส่งข้อความเกี่ยวกับเรื่องผ่าน Open311", "Write on requests through Open311")),
        (PartnerScopes.Api, new("เรียกใช้ JSON API", "Use the JSON API")),
        (PartnerScopes.Webhooks, new("รับแจ้งความคืบหน้าทาง webhook", "Be told of progress by webhooks")),
    ];

    public static KeyForm Of(ApiKey key) => new()
    {
        Partner = key.Partner,
        Contact = key.Contact,
        Scopes = [.. Choices.Where(choice => key.Scopes.HasFlag(choice.Scope)).Select(choice => choice.Scope.ToString())],
        PerMinute = key.PerMinute.ToString(CultureInfo.InvariantCulture),
        PerDay = key.PerDay.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>What is named beside its field when it makes no sense.</summary>
    public void Check(Action<string, string> mistake)
    {
        if (Number(PerMinute) is not (>= 1 and <= KeyLimits.MostPerMinute))
            mistake(nameof(PerMinute), Say.T($"กรุณาระบุตัวเลข 1 ถึง {KeyLimits.MostPerMinute:N0}", $"Please enter a number from 1 to {KeyLimits.MostPerMinute:N0}"));
        if (Number(PerDay) is not (>= 1 and <= KeyLimits.MostPerDay))
            mistake(nameof(PerDay), Say.T($"กรุณาระบุตัวเลข 1 ถึง {KeyLimits.MostPerDay:N0}", $"Please enter a number from 1 to {KeyLimits.MostPerDay:N0}"));
    }

    public KeyLimits ToLimits() => new(Partner ?? "", Contact ?? "",
        Choices.Where(choice => Scopes.Contains(choice.Scope.ToString())).Aggregate(PartnerScopes.None, (all, choice) => all | choice.Scope),
        Number(PerMinute) ?? 0, Number(PerDay) ?? 0);

    static int? Number(string? typed) =>
        int.TryParse(ThaiDigits.ToArabic(ThaiText.Clean(typed)), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : null;
}
