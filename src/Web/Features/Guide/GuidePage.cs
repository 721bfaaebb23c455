using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Songthang.Web.Features.Guide;

/// <summary>A guide that can be searched without scripts: its sections, or those in which the words occur.</summary>
public abstract class GuidePage : PageModel
{
    const int LongestSearch = 100;

    [FromQuery(Name = "q")]
    public string? Typed { get; set; }

    /// <summary>What is looked for; empty for the whole guide.</summary>
    public string Words => (Typed ?? "").Trim() is { Length: > LongestSearch } words ? words[..LongestSearch] : (Typed ?? "").Trim();

    public abstract IReadOnlyList<GuideSection> Whole { get; }

    /// <summary>Where the guide is.</summary>
    public abstract string Address { get; }

    public IReadOnlyList<GuideSection> Shown => Words.Length == 0 ? Whole : [.. Whole.Where(section => section.Has(Words))];
}
