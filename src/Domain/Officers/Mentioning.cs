namespace Songthang.Domain.Officers;

/// <summary>Somebody who can be mentioned.</summary>
/// <param name="Id">Of the account.</param>
/// <param name="UserName">By which they sign in.</param>
/// <param name="Name">As colleagues see it.</param>
public sealed record Colleague(int Id, string UserName, string Name)
{
    /// <summary>The first name alone, by which Thais call each other.</summary>
    public string FirstName => Name.Split(' ', 2)[0];
}

/// <summary>Finds who is mentioned in a note.</summary>
public static class Mentioning
{
    /// <summary>
    /// The colleagues whose user name, name or first name stands behind an @ in the text. Two of the same first name are both
    /// meant. Thai has no spaces between words, so a Thai name ends wherever it ends; a user name must not go on.
    /// </summary>
    public static IEnumerable<Colleague> In(string text, IEnumerable<Colleague> colleagues) => colleagues.Where(colleague =>
        Names(text, colleague.UserName, wholeWord: true)
        || Names(text, colleague.Name, wholeWord: false)
        || Names(text, colleague.FirstName, wholeWord: false));

    static bool Names(string text, string name, bool wholeWord)
    {
        // One letter would be found in half of all notes.
        if (name.Length < 2)
            return false;
        for (var at = text.IndexOf('@'); at >= 0; at = text.IndexOf('@', at + 1))
        {
            var end = at + 1 + name.Length;
            if (string.Compare(text, at + 1, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0
                && (!GoesOn(text, end, wholeWord)))
            {
                return true;
            }
        }

        return false;
    }

    // Latin letters have word boundaries in any case; combining marks belong to the letter before them.
    static bool GoesOn(string text, int end, bool wholeWord) => end < text.Length
        && (char.IsAsciiLetterOrDigit(text[end]) && (wholeWord || char.IsAsciiLetterOrDigit(text[end - 1]))
            || wholeWord && text[end] is '_' or '-'
            || char.GetUnicodeCategory(text[end]) == System.Globalization.UnicodeCategory.NonSpacingMark);
}
