using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Infrastructure.Channels;

namespace Songthang.Web.Features.DeveloperInbox;

/// <summary>The newest messages that the demo kept instead of sending them.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class InboxModel(Infrastructure.Channels.DeveloperInbox inbox) : PageModel
{
    const int MostMessages = 100;

    public IReadOnlyList<KeptMessage> Messages { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Messages = await inbox.ReadNewestAsync(MostMessages, cancellationToken);
}
