using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure;

namespace Songthang.Web.Features.Tracking;

/// <summary>How an entry is told to the requester: no officer is named, the office answers for all of them.</summary>
static class OwnTimeline
{
    /// <summary>Who did it; null for history taken over, where nobody knows.</summary>
    public static Phrase? Who(TimelineEntry entry, Agency agency) => entry.ActorKind switch
    {
        ActorKind.Requester when entry is { Kind: TimelineKind.Reopened, Detail.Length: > 0 }
            => new Phrase("โดยผู้แจ้งอีกรายของจุดเดียวกัน", "by somebody else who reported the same place"),
        ActorKind.Requester => new Phrase("โดยท่าน", "by you"),
        ActorKind.Officer => new($"โดยเจ้าหน้าที่{agency.Division.Thai}", $"by an officer of the {agency.Division.Phrase.English}"),
        ActorKind.System => new("โดยระบบ", "by the program"),
        _ => null,
    };
}
