namespace Songthang.Infrastructure.Documents;

/// <summary>A paper of one or more A4 pages.</summary>
/// <param name="Title">What programs and the bookmark call it.</param>
/// <param name="Blocks">From top to bottom.</param>
/// <param name="Footer">What stands at the foot of each page: on the left, and the words for page x of y on the right.</param>
public sealed record Document(string Title, IReadOnlyList<Block> Blocks, Footer? Footer = null)
{
    /// <summary>Width and height of A4 in points.</summary>
    public const float Width = 595.28f, Height = 841.89f;

    const float Millimetre = 72 / 25.4f;
    const float FooterSize = 9;

    /// <summary>The margins of the page; by default those of Thai offices.</summary>
    public Margins Margins { get; init; } = Margins.Office;

    /// <summary>The pages, filled as they are high.</summary>
    public IReadOnlyList<Sheet> LayOut()
    {
        var (left, top) = (Margins.Left * Millimetre, Margins.Top * Millimetre);
        var width = Width - left - Margins.Right * Millimetre;
        var bottom = Height - Margins.Bottom * Millimetre;
        var pages = new List<Sheet> { new() };
        var y = top;
        Slice? before = null;
        foreach (var group in Groups(Blocks.SelectMany(block => block.Slices(width))))
        {
            if (y > top && y + group.Sum(slice => slice.Height) > bottom)
                TurnPage();
            foreach (var slice in group)
            {
                if (y > top && y + slice.Height > bottom)
                    TurnPage();
                if (y <= top && pages.Count > 1)
                    slice.Opens?.Invoke(pages[^1], left, y);
                slice.Draw(pages[^1], left, y);
                y += slice.Height;
                before = slice;
            }
        }

        Number(pages, left, left + width);
        return pages;

        void TurnPage()
        {
            before?.Closes?.Invoke(pages[^1], left, y);
            pages.Add(new());
            y = top;
        }
    }

    /// <summary>A heading with the slice that it must not be parted from.</summary>
    static IEnumerable<List<Slice>> Groups(IEnumerable<Slice> slices)
    {
        var group = new List<Slice>();
        foreach (var slice in slices)
        {
            group.Add(slice);
            if (slice.KeepWithNext && group.Count < 6)
                continue;
            yield return group;
            group = [];
        }

        if (group.Count > 0)
            yield return group;
    }

    void Number(List<Sheet> pages, float left, float right)
    {
        if (Footer is null)
            return;
        var baseline = Height - (Margins.Bottom - 8) * Millimetre;
        for (var i = 0; i < pages.Count; i++)
        {
            pages[i].Text(Footer.Left, left, baseline, FooterSize);
            pages[i].Text(Footer.Page(i + 1, pages.Count), right, baseline, FooterSize, align: Align.Right);
        }
    }
}

/// <summary>What stands at the foot of each page.</summary>
/// <param name="Left">On the left, such as the reference.</param>
/// <param name="Page">The words for a page's number and how many there are.</param>
public sealed record Footer(string Left, Func<int, int, string> Page);

/// <summary>The edges of a page that stay empty, in millimetres.</summary>
/// <param name="Left">Left.</param>
/// <param name="Right">Right.</param>
/// <param name="Top">Top.</param>
/// <param name="Bottom">Bottom; the footer stands in it.</param>
public sealed record Margins(float Left, float Right, float Top, float Bottom)
{
    /// <summary>As offices set their papers: room on the left for the file's holes.</summary>
    public static Margins Office { get; } = new(30, 20, 25, 20);
}
