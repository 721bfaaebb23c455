using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Geography;
using Songthang.Domain.ServiceLevels;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Geodata;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Talking;

namespace Songthang.Web.Features.Handling.Reading;

/// <summary>Everything about a request, and what can be done to it now.</summary>
[Authorize(Policy = Policies.Readers)]
public sealed class RequestModel(
    AppDb db, ServiceLevel level, OpenServiceRequest open, AuditLog audit, MentionList mentions, WhoseLamp whose, TambonFinder tambons, Poles poles,
    IAuthorizationService authorization, TimeProvider time) : PageModel
{
    [FromRoute]
    public string Reference { get; set; } = "";

    [FromQuery(Name = "return")]
    public string? Return { get; set; }

    /// <summary>Read whole: the step clocks are derived from its story. Nothing is changed.</summary>
    public ServiceRequest It { get; private set; } = null!;

    public IReadOnlyList<StepRow> Steps { get; private set; } = [];

    public IReadOnlyList<MessageRow> Messages { get; private set; } = [];

    /// <summary>Who waits for it besides the requester.</summary>
    public WhoWaits Waiting { get; private set; } = new([], 0);

    public Conversation Conversation { get; private set; } = null!;

    /// <summary>What is known of its place.</summary>
    public PlaceEvidence Evidence { get; private set; } = new(null, null, "");

    /// <summary>The request that this one was merged into.</summary>
    public string? MergedInto { get; private set; }

    /// <summary>The work orders that it is or was on, newest first.</summary>
    public IReadOnlyList<WorkOrderOfRequest> WorkOrders { get; private set; } = [];

    /// <summary>What the check-list says that comes next; null when nothing does or the reader handles nothing.</summary>
    public CheckAdvice? Advice { get; private set; }

    public Act? MainAct { get; private set; }

    /// <summary>What else can be done, in the order of <see cref="Acts.All"/>.</summary>
    public IReadOnlyList<Act> OtherActs { get; private set; } = [];

    public AssigneeLine? Assignee { get; private set; }

    /// <summary>Which partner's program handed it in, and what it said besides; null when none did.</summary>
    public PartnerLine? Partner { get; private set; }
    /// <summary>Poles of the register that have the number that was reported, as far as they can be meant.</summary>
    public IReadOnlyList<PoleInShort> Poles { get; private set; } = [];

    public bool MayAssign => OtherActs.Contains(Act.Assign);

    public string? ComeBackTo => Url.IsLocalUrl(Return) ? Return : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await db.ReadRequestAsync(Reference, cancellationToken) is not { } found) return NotFound();
        var now = time.GetUtcNow().UtcDateTime;
        var unread = found.UnreadMessages;
        var handles = await MayAsync(Policies.Officers);
        if (handles && IsLookedAt() && IsNews(found))
        {
            await open.RunAsync(Reference, User.ToActor(), now, cancellationToken);
            found = (await db.ReadRequestAsync(Reference, cancellationToken))!;
        }

        await audit.SeeAsync(AuditAction.RequestSeen, User.ToActor(), now, AuditSubject.Request(found.Reference), cancellationToken);
        It = found;
        Steps = [.. StepClocks.Of(It.Moments(), level).Select(clock => StepRow.Of(clock, now, Say.Language))];
        Conversation = Conversation.ForOfficers(It, unread);
        await mentions.MarkSeenAsync(User.ToActor().OfficerId!.Value, It.Id, now, cancellationToken);
        Messages = await MessageRow.ListAsync(db, It.Id, cancellationToken);
        Waiting = await WhoWaits.ReadAsync(db, It.Id, cancellationToken);
        MergedInto = It.MergedIntoId is { } main
            ? await db.ServiceRequests.Where(r => r.Id == main).Select(r => r.Reference).SingleAsync(cancellationToken)
            : null;
        var ofNumber = await poles.ByLabelAsync(It.Place.PoleNumber, cancellationToken);
        Evidence = new(whose.Find(It.Place, ofNumber), tambons.At(It.Place.Latitude, It.Place.Longitude), It.Place.TambonCode);
        WorkOrders = await db.WorkOrdersOfRequestAsync(It.Id, cancellationToken);
        Assignee = await AssigneeLine.FindAsync(db, It.AssigneeId, User.ToActor().OfficerId, cancellationToken);
        Partner = It.Channel == IntakeChannel.Open311 ? await PartnerLine.FindAsync(db, It.Id, cancellationToken) : null;
        Poles = [.. ofNumber.Where(pole => !Position.TryCreate(It.Place.Latitude, It.Place.Longitude, out var here) || here.MetresTo(pole.Position) <= SameFault.SamePoleMetres)];
        ChooseActs(handles);
        return Page();
    }

    /// <summary>Only a person who opens the page stops the manual's step 1: not a program that fetches it ahead or asks for its head.</summary>
    bool IsLookedAt() => HttpMethods.IsGet(Request.Method)
        && !Request.Headers["Sec-Purpose"].ToString().Contains("prefetch", StringComparison.OrdinalIgnoreCase)
        && !Request.Headers["Purpose"].ToString().Contains("prefetch", StringComparison.OrdinalIgnoreCase);

    static bool IsNews(ServiceRequest request) =>
        request.IsUnread || request.Timeline.All(entry => entry.Kind != TimelineKind.Opened);

    void ChooseActs(bool handles)
    {
        var allowed = Acts.All.Where(act => act.IsAllowed(It.Status, It.CheckedAt is not null) && handles).ToList();
        Advice = handles ? It.Advice : null;
        var next = Advice is null ? Acts.Next(It.Status, It.CheckedAt is not null, It.Moments().ResultSent is not null) : null;
        MainAct = next is { } act && allowed.Remove(act) ? act : null;
        OtherActs = allowed;
    }

    async Task<bool> MayAsync(string policy) => (await authorization.AuthorizeAsync(User, policy)).Succeeded;
}
