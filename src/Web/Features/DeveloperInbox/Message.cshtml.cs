using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MimeKit;

namespace Songthang.Web.Features.DeveloperInbox;

/// <summary>
/// One kept message, as text with its links; the HTML is shown as source, since its styles have no place under our
/// content security policy.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class MessageModel(Infrastructure.Channels.DeveloperInbox inbox) : PageModel
{
    public MimeMessage Message { get; private set; } = new();

    public string Name { get; private set; } = "";

    /// <summary>The text by paragraphs and their lines.</summary>
    public IEnumerable<string[]> Paragraphs => (Message.TextBody ?? "").ReplaceLineEndings("\n")
        .Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(paragraph => paragraph.Trim('\n').Split('\n'));

    public static bool IsLink(string line) =>
        Uri.TryCreate(line, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https");

    public async Task<IActionResult> OnGetAsync(string name, CancellationToken cancellationToken)
    {
        const string file = ".eml";
        var asFile = name.EndsWith(file, StringComparison.Ordinal);
        Name = asFile ? name[..^file.Length] : name;
        if (inbox.Find(Name) is not { } path)
            return NotFound();
        if (asFile)
            return PhysicalFile(path, "message/rfc822", name);
        Message = await MimeMessage.LoadAsync(path, cancellationToken);
        return Page();
    }
}
