using Songthang.Domain;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.ApiKeys;

/// <summary>What an administrator decides of a key.</summary>
/// <param name="Partner">Who uses it.</param>
/// <param name="Contact">Whom to write to; may be empty.</param>
/// <param name="Scopes">What it may be used for.</param>
/// <param name="PerMinute">Calls in a minute, 1 to <see cref="MostPerMinute"/>.</param>
/// <param name="PerDay">Calls on a day, 1 to <see cref="MostPerDay"/>.</param>
public sealed record KeyLimits(string Partner, string Contact, PartnerScopes Scopes, int PerMinute, int PerDay)
{
    /// <summary>More would be no limit for a program of this size.</summary>
    public const int MostPerMinute = 6000, MostPerDay = 1_000_000;

    /// <summary>The same with clean texts.</summary>
    /// <exception cref="RuleBroken">A name is missing or something is out of range.</exception>
    public KeyLimits Demanded()
    {
        var clean = this with { Partner = ThaiText.Clean(Partner), Contact = ThaiText.Clean(Contact) };
        if (clean.Partner.Length is 0 or > ApiKey.MaxWords || clean.Contact.Length > ApiKey.MaxWords)
            throw new RuleBroken("api-key.partner", new("กรุณาระบุชื่อหน่วยงาน ไม่เกิน 200 ตัวอักษร", "Please give the partner's name, at most 200 characters."));
        if (Scopes == PartnerScopes.None)
            throw new RuleBroken("api-key.scopes", new("กรุณาเลือกสิทธิ์อย่างน้อยหนึ่งอย่าง", "Please choose at least one thing that the key may do."));
        if (PerMinute is < 1 or > MostPerMinute || PerDay is < 1 or > MostPerDay)
            throw new RuleBroken("api-key.limits", new("จำนวนครั้งที่เรียกใช้ไม่อยู่ในช่วงที่กำหนด", "The limits are out of range."));
        return clean;
    }
}
