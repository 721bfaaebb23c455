using System.Globalization;
using Songthang.Domain.Thai;
using Songthang.Infrastructure;

namespace Songthang.Web.Shared;

/// <summary>Both languages at the place of use: <c>@T("แจ้งเหตุ", "Report")</c>.</summary>
public static class Say
{
    /// <summary>Two-letter code of the language of this request.</summary>
    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "en" : "th";

    public static string T(string thai, string english) => Language == "en" ? english : thai;

    public static string T(Phrase phrase) => phrase.In(Language);

    public static string T(Agency.Words words) => words.Phrase.In(Language);
}
