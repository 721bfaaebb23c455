using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Outbox;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Handling.Noting;

/// <summary>A word among officers, told to some accounts besides those that are named with an @ in the text.</summary>
public sealed record InternalNote(string Reference, int SeenNumber, string Text, IReadOnlyList<int> Told) : ActInput(Reference, SeenNumber);

/// <summary>An officer writes something down that the requester does not see, and may tell colleagues of it.</summary>
public sealed class AddNote(AppDb db, MentionList mentions, StaffPost post)
{
    public Task RunAsync(InternalNote input, Actor by, DateTime now, CancellationToken cancellationToken) =>
        db.ActAsync(input, by, now, async request =>
        {
            var text = ThaiText.Clean(input.Text);
            request.AddNote(text, by, now);
            var colleagues = await mentions.ColleaguesAsync(cancellationToken);
            await TellAsync(request, [.. colleagues.Where(one => input.Told.Contains(one.Id)).Union(Mentioning.In(text, colleagues)).Where(one => one.Id != by.OfficerId)], by, now, cancellationToken);
        }, cancellationToken);

    async Task TellAsync(ServiceRequest request, IReadOnlyList<Colleague> told, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var note = request.Timeline[^1];
        foreach (var colleague in told)
            db.Mentions.Add(new Mention { ServiceRequest = request, Entry = note, OfficerId = colleague.Id, At = note.At });
        // The note itself stays in the house: it may say something of the requester.
        var letter = new StaffLetter(
            $"{by.Name} กล่าวถึงท่านในเรื่อง {request.Reference}",
            [$"{by.Name} กล่าวถึงท่านในบันทึกภายในของเรื่อง {request.Reference} กรุณาเปิดอ่านในระบบ"],
            Links.OfficerRequest(request.Reference),
            "เปิดเรื่องนี้ในระบบ");
        await post.AddAboutAsync(note, request, letter, [.. told.Select(colleague => colleague.Id)], now, cancellationToken);
    }
}
