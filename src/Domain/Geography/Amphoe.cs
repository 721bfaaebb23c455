using Songthang.Domain.Thai;

namespace Songthang.Domain.Geography;

/// <summary>A district (อำเภอ) of a province.</summary>
/// <param name="Code">Four digits of the Department of Provincial Administration, such as <c>1401</c>: the key.</param>
/// <param name="ThaiName">Name without อำเภอ.</param>
/// <param name="EnglishName">Romanised name. No key: บางไทร and บางซ้าย are both "Bang Sai".</param>
public sealed record Amphoe(string Code, string ThaiName, string EnglishName)
{
    /// <summary>The bare name in a language: <c>th</c> or <c>en</c>.</summary>
    public string Name(string language) => new Phrase(ThaiName, EnglishName).In(language);
}
