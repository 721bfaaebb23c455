using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Infrastructure.Channels;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Messages;

/// <summary>What left the house, what waits, and what could not be delivered and needs a person.</summary>
[Authorize(Policy = Policies.Administrators)]
public sealed class MessagesModel(AppDb db, SendMessagesAgain sendAgain, PostOffice postOffice, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public MessageState Shown => State switch
    {
        "waiting" => MessageState.Waiting,
        "sent" => MessageState.Sent,
        _ => MessageState.GivenUp,
    };

    public IReadOnlyList<MessageRow> Rows { get; private set; } = [];

    /// <summary>Where the next page begins; null on the last one.</summary>
    public long? Next { get; private set; }

    /// <summary>How many messages stand in each state, in the order of the tabs.</summary>
    public IReadOnlyDictionary<MessageState, int> Counts { get; private set; } = new Dictionary<MessageState, int>();

    public bool HasChannel => postOffice.IsOpen;

    public bool HasDutyDesk => postOffice.DutyAddress.Length > 0;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var list = new MessageList(db);
        var rows = await list.ReadAsync(Shown, Before, cancellationToken);
        Rows = [.. rows.Take(MessageList.PageSize)];
        Next = rows.Count > MessageList.PageSize ? Rows[^1].Id : null;
        var counts = new Dictionary<MessageState, int>();
        foreach (var state in Enum.GetValues<MessageState>())
            counts[state] = await list.CountAsync(state, cancellationToken);
        Counts = counts;
    }

    public async Task<IActionResult> OnPostAsync(long? message, CancellationToken cancellationToken)
    {
        var count = await sendAgain.RunAsync(message, User.ToActor(), time.GetUtcNow().UtcDateTime, cancellationToken);
        if (count == 0)
            this.ShowNext("ไม่มีข้อความที่ต้องส่งอีกครั้งแล้ว", "There is nothing left to send again.");
        else
            this.ShowNext($"จะส่งอีกครั้ง {count} ข้อความภายในไม่กี่วินาที", $"Messages that will be sent again in a few seconds: {count}");
        return LocalRedirect(Links.Messages);
    }
}
