using System.Text.RegularExpressions;

namespace Songthang.Architecture.Tests;

public partial class FileTests
{
    const int MostLines = 300;

    [Fact]
    public void No_file_is_longer_than_a_person_can_hold_in_mind() =>
        Rule.Holds($"At most {MostLines} lines; split by what it is about.",
            Source.Files(".cs", ".cshtml", ".ts", ".scss").Where(file => !file.IsMigration)
                .Select(file => (file.Path, Count: file.Lines.Length))
                .Where(file => file.Count > MostLines)
                .Select(file => $"{file.Path}: {file.Count} lines"));

    [Fact]
    public void Pages_carry_no_style_and_no_script_inside() =>
        Rule.Holds("The content security policy stops it in the browser; put it in Frontend/.",
            Source.Files(".cshtml").SelectMany(file => Inline().Matches(WithoutComments(file.Text))
                .Select(match => $"{file}: {match.Value.Trim()}")));

    [Fact]
    public void Scripts_write_text_and_never_markup() =>
        Rule.Holds("What others wrote could become part of the page; use textContent, and no code out of text.",
            Source.Files(".ts").SelectMany(file => Markup().Matches(file.Text).Select(match => $"{file}: {match.Value.Trim()}")));

    [Fact]
    public void Every_page_says_its_address_on_the_first_line() =>
        Rule.Holds("The first line is @page \"/address\".",
            Source.Files(".cshtml")
                .Where(file => Array.Exists(file.Lines, line => line.StartsWith("@page", StringComparison.Ordinal)))
                .Where(file => !Address().IsMatch(file.Lines[0])));

    static string WithoutComments(string text) => RazorComment().Replace(text, "");

    // Data for a script may stand in a page: the browser does not run it.
    [GeneratedRegex("""
        \sstyle\s*=\s*["'@]
        | \son(abort|animation\w*|before\w+|blur|cancel|change|click|close|contextmenu|copy|cut|dblclick|drag\w*|drop
            |ended|error|focus\w*|hashchange|input|invalid|key\w+|load\w*|message|mouse\w+|offline|online|page\w+|paste
            |play|pointer\w+|popstate|reset|resize|scroll\w*|select\w*|storage|submit|toggle|touch\w+|transition\w*
            |unload|wheel)\s*=
        | <script(?![^>]*(\ssrc\s*=|\stype\s*=\s*"application/(ld\+)?json"))
        | <style\b
        | javascript:
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace,
        matchTimeoutMilliseconds: 5000)]
    private static partial Regex Inline();

    [GeneratedRegex(@"\.(inner|outer)HTML\s*\+?=(?!=)|insertAdjacentHTML|document\.write|\beval\(|new Function\b",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Markup();

    [GeneratedRegex("""^\uFEFF?@page "/[^"]*"\s*$""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex RazorComment();
}
