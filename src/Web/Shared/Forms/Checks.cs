using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Songthang.Web.Shared.Forms;

/// <summary>Must be given; text of nothing but spaces and invisible characters is not given.</summary>
/// <remarks>The framework looks at a property of a page that got no value only when it bears this base.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class NeededAttribute(string thai, string english) : RequiredAttribute
{
    public string Thai { get; } = thai;
    public string English { get; } = english;

    public override string FormatErrorMessage(string name) => Say.T(Thai, English);

    public override bool IsValid(object? value) => value switch
    {
        null => false,
        string text => text.Any(IsVisible),
        System.Collections.ICollection many => many.Count > 0,
        _ => true,
    };

    static bool IsVisible(char sign) => !char.IsWhiteSpace(sign) && char.GetUnicodeCategory(sign)
        is not (UnicodeCategory.Control or UnicodeCategory.Format);
}

/// <summary>At most so many characters as a person counts them: a Thai letter with its vowel and tone is one.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class AtMostAttribute(int length) : ValidationAttribute(
    () => Say.T($"ข้อความยาวเกินไป (ไม่เกิน {length:N0} ตัวอักษร)", $"The text is too long (at most {length:N0} characters)"))
{
    public int Length { get; } = length;

    public override bool IsValid(object? value) =>
        value is not string text || text.Length <= Length || new StringInfo(text).LengthInTextElements <= Length;
}
