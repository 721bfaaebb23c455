using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Web.Shared.Talking;

/// <summary>What one side said to the other.</summary>
/// <param name="IsOwn">Whether the reader's own side said it.</param>
/// <param name="Who">Who said it, as the reader may know it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Text">In words; may be empty when there are photos.</param>
/// <param name="PhotoAddress">Address of each photo by its size.</param>
/// <param name="IsNew">Whether the reader has not seen it yet.</param>
/// <param name="IsSeen">Whether the other side has seen it; null when nobody can say.</param>
public sealed record Said(
    bool IsOwn, string Who, DateTime At, string Text, IReadOnlyList<Func<string, string>> PhotoAddress, bool IsNew, bool? IsSeen);

/// <summary>Questions, answers and messages of a request as one conversation, oldest first; the same on both sides.</summary>
public sealed record Conversation(IReadOnlyList<Said> Messages)
{
    public int NewCount => Messages.Count(message => message.IsNew);

    /// <summary>As the requester reads it: the office speaks with one voice.</summary>
    public static Conversation ForRequester(ServiceRequest request) => Of(request, (entry, photos) => new Said(
        entry.ActorKind == ActorKind.Requester,
        entry.ActorKind == ActorKind.Requester ? Say.T("ท่าน", "You") : Say.T("เจ้าหน้าที่", "Officers"),
        entry.At, entry.Text,
        [.. photos.Select<Photo, Func<string, string>>(photo => size => Links.OwnPhoto(request.Secret, photo.Key, size))],
        entry.ActorKind != ActorKind.Requester && entry.Number > request.RequesterSawNumber, null));

    /// <summary>As officers read it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="unread">How many of the requester's newest messages nobody had opened before.</param>
    public static Conversation ForOfficers(ServiceRequest request, int unread)
    {
        var fresh = request.Timeline.Where(entry => entry.Kind == TimelineKind.RequesterWrote).TakeLast(unread).Select(entry => entry.Number).ToHashSet();
        return Of(request, (entry, photos) => new Said(
            entry.ActorKind != ActorKind.Requester,
            entry.ActorKind == ActorKind.Requester ? Say.T("ผู้แจ้ง", "The reporter") : entry.ActorName,
            entry.At, entry.Text,
            [.. photos.Select<Photo, Func<string, string>>(photo => size => Links.OfficerPhoto(photo.Key, size))],
            fresh.Contains(entry.Number),
            entry.ActorKind == ActorKind.Requester ? null : entry.Number <= request.RequesterSawNumber));
    }

    public static bool IsSaid(TimelineKind kind) => kind
        is TimelineKind.InformationAsked or TimelineKind.InformationAnswered or TimelineKind.MessageWritten or TimelineKind.RequesterWrote;

    static Conversation Of(ServiceRequest request, Func<TimelineEntry, IEnumerable<Photo>, Said> say) => new(
    [
        .. request.Timeline.Where(entry => IsSaid(entry.Kind)).Select(entry => say(entry, request.Photos.Where(photo =>
            photo.At == entry.At && photo.Kind is (PhotoKind.Message or PhotoKind.Answer)))),
    ]);
}
