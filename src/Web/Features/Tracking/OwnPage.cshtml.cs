using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Songthang.Domain.Officers;
using Songthang.Domain.Publication;
using Songthang.Domain.ServiceLevels;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared.Talking;

namespace Songthang.Web.Features.Tracking;

/// <summary>The requester's own page: whoever has its address may see it, so it is never indexed nor kept by browsers.</summary>
public sealed class OwnPageModel(
    OwnServiceRequests requests, PublicServiceRequests everyones, SeeOwnPage see, ServiceLevel level, IOptions<Agency> agency, TimeProvider time)
    : PageModel
{
    [FromRoute]
    public string Secret { get; init; } = "";

    /// <summary>Null when the link leads nowhere.</summary>
    public ServiceRequest? Found { get; private set; }

    /// <summary>What everyone may know of the request that goes on for this one; null unless it was merged.</summary>
    public PublicServiceRequestStory? Main { get; private set; }

    public bool MayRate { get; private set; }

    public OwnSentence Sentence { get; private set; } = null!;
    public OwnChoices Choices { get; private set; } = null!;

    /// <summary>What the requester may read, newest first; notes and deliveries are the officers'.</summary>
    public IReadOnlyList<TimelineEntry> Story { get; private set; } = [];

    /// <summary>What was said and asked on both sides.</summary>
    public Conversation Talk { get; private set; } = null!;

    public bool MayWrite { get; private set; }

    /// <summary>The newest words of an officer with an act; null when there are none.</summary>
    public TimelineEntry? Message { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Found = await requests.ReadAsync(Secret, cancellationToken);
        if (Found is null)
            return new PageResult { StatusCode = StatusCodes.Status404NotFound };
        var now = time.GetUtcNow().UtcDateTime;
        Sentence = OwnSentence.Of(Found, level, agency.Value, now);
        var main = await requests.MainOfAsync(Found, cancellationToken);
        Choices = OwnChoices.Of(Found, now, main);
        MayRate = main is null ? Found.MayRate : Found.MayRateRepairOf(main);
        if (main is not null && Reference.TryParse(main.Reference, out var reference))
            Main = await everyones.FindAsync(reference, cancellationToken);
        Story = [.. Found.Timeline.Where(entry => entry.Audience is Audience.Public or Audience.Requester).Reverse()];
        Message = Story.FirstOrDefault(entry => IsWordOfOfficer(entry) && !Conversation.IsSaid(entry.Kind));
        Talk = Conversation.ForRequester(Found);
        MayWrite = Found.MayWrite(now);
        if (IsLookedAt())
            await see.RunAsync(Found.Id, Found.TimelineLength, cancellationToken);
        return Page();
    }

    /// <summary>A browser that fetches ahead, or a program that asks for the head, has not read anything.</summary>
    bool IsLookedAt() => HttpMethods.IsGet(Request.Method)
        && !Request.Headers["Sec-Purpose"].ToString().Contains("prefetch", StringComparison.OrdinalIgnoreCase);

    public static bool IsWordOfOfficer(TimelineEntry entry) => entry.ActorKind == ActorKind.Officer && entry.Text.Length > 0;
}
