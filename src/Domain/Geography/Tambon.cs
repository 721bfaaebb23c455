using Songthang.Domain.Thai;

namespace Songthang.Domain.Geography;

/// <summary>A subdistrict (ตำบล). Names occur more than once in a province, so it is always shown with its amphoe.</summary>
/// <param name="Code">Six digits of the Department of Provincial Administration, such as <c>140101</c>: the key.</param>
/// <param name="ThaiName">Name without ตำบล.</param>
/// <param name="EnglishName">Romanised name; no key.</param>
/// <param name="Amphoe">The district that it belongs to.</param>
/// <param name="PostalCode">Five digits.</param>
/// <param name="Centre">A point in its middle.</param>
public sealed record Tambon(string Code, string ThaiName, string EnglishName, Amphoe Amphoe, string PostalCode, Position Centre)
{
    /// <summary>The bare name in a language (<c>th</c> or <c>en</c>), for a list under its amphoe.</summary>
    public string Name(string language) => new Phrase(ThaiName, EnglishName).In(language);

    /// <summary>
    /// The name with the amphoe, which is unique in a province: <c>ต.ประตูชัย อ.พระนครศรีอยุธยา</c>, in English
    /// <c>Tambon Pratu Chai, Amphoe Phra Nakhon Si Ayutthaya 13000</c>. The English one needs the postal code:
    /// ต.บางไทร อ.บางไทร and ต.บางซ้าย อ.บางซ้าย have the same letters.
    /// </summary>
    public string FullName(string language) => new Phrase(
        $"ต.{ThaiName} อ.{Amphoe.ThaiName}",
        $"Tambon {EnglishName}, Amphoe {Amphoe.EnglishName} {PostalCode}").In(language);
}
