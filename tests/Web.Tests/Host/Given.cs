using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Assets;
using Songthang.Domain.Geography;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Tests.Host;

/// <summary>What a test starts from: requests made by the domain's own verbs and saved as the program saves them.</summary>
/// <example><code>var request = await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 3).Checked().Accepted());</code></example>
public static class Given
{
    /// <summary>The officer who does everything that a <see cref="Story"/> tells of an officer.</summary>
    public static Actor Officer { get; } = Actor.Officer(1, "สมศรี ทดสอบ");

    /// <summary>A request that was submitted and then went through what <paramref name="tell"/> tells.</summary>
    public static Task<ServiceRequest> ARequestAsync(TestApp app, Func<Story, Story>? tell = null) => app.WithDbAsync(async db =>
    {
        var story = new Story(app.Time.GetUtcNow().UtcDateTime);
        tell?.Invoke(story);
        await using var transaction = await db.BeginAsync(CancellationToken.None);
        var year = ThaiDates.BuddhistYear(story.Start);
        var number = await db.NextReferenceNumberAsync(year, CancellationToken.None);
        var request = story.Submit(Reference.Create(year, number).ToString());
        db.ServiceRequests.Add(request);
        story.GoOn(request);
        await db.SaveChangesAsync();
        await transaction.CommitAsync(CancellationToken.None);
        return request;
    });

    /// <summary>A pole of the register, not saved, and what happened to it.</summary>
    public static Pole APole(int code, string number, double latitude, double longitude, Action<Pole>? tell = null, Func<PoleFacts, PoleFacts>? known = null)
    {
        var facts = new PoleFacts(number, Position.Create(latitude, longitude), "ถนนทดสอบ");
        var pole = Pole.Register(PoleCode.Create(code), known?.Invoke(facts) ?? facts, "140101", Officer, TestApp.Monday.UtcDateTime);
        tell?.Invoke(pole);
        return pole;
    }

    /// <summary>What happens later, by the program's present time, to a request that is there.</summary>
    public static Task<ServiceRequest> LaterAsync(TestApp app, ServiceRequest request, Func<Story, Story> tell) => app.WithDbAsync(async db =>
    {
        var story = new Story(app.Time.GetUtcNow().UtcDateTime);
        tell(story);
        var found = await db.FindRequestAsync(request.Reference, CancellationToken.None);
        story.GoOn(found!);
        await db.SaveChangesAsync();
        return found!;
    });

    /// <summary>The request as it now stands in the database.</summary>
    public static Task<ServiceRequest> ReadAsync(TestApp app, ServiceRequest request) => app.WithDbAsync(db => db.ServiceRequests
        .AsNoTracking().Include(r => r.Timeline.OrderBy(e => e.Number)).Include(r => r.Photos).AsSingleQuery()
        .SingleAsync(r => r.Reference == request.Reference));
}

/// <summary>How a request came in and what happened to it, in the order in which it is told.</summary>
public sealed class Story(DateTime now)
{
    readonly List<Action<ServiceRequest, DateTime>> steps = [];
    TimeSpan waited;
    Submission submission = new(
        Reference: "", Secret: WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(16)), "lamp_out",
        Symptom: "ไฟดับหน้าบ้าน", NoticedAt: null,
        new Place("140101", "ถนนทดสอบ", "ตรงข้ามร้านตัวอย่าง", "3", "TEST-12", 14.352_123, 100.561_987),
        new Requester("ทดสอบ ใจดี", "0812345678", "", ToldBy.OwnPage, "th"), IntakeChannel.Web, []);

    /// <summary>When the story begins, UTC: now unless <see cref="SubmittedAgo"/> says otherwise.</summary>
    public DateTime Start { get; private set; } = now;

    public Story SubmittedAgo(int days = 0, int hours = 0, int minutes = 0)
    {
        Start -= new TimeSpan(days, hours, minutes, 0);
        return this;
    }

    /// <summary>Changes anything of what was sent in.</summary>
    public Story Sent(Func<Submission, Submission> change)
    {
        submission = change(submission);
        return this;
    }

    public Story Of(string faultCode, string symptom = "") => Sent(s => s with { FaultCode = faultCode, Symptom = symptom });

    public Story In(string tambonCode, string road = "ถนนทดสอบ") =>
        Sent(s => s with { Place = s.Place with { TambonCode = tambonCode, Road = road } });

    public Story From(string name, string phone, string email = "", ToldBy toldBy = ToldBy.OwnPage) =>
        Sent(s => s with { Requester = new Requester(name, phone, email, toldBy, "th") });

    public Story WithPhotos(params string[] keys) => Sent(s => s with { PhotoKeys = keys });

    /// <summary>Time passes before the next thing that is told.</summary>
    public Story After(int days = 0, int hours = 0, int minutes = 0)
    {
        waited += new TimeSpan(days, hours, minutes, 0);
        return this;
    }

    public Story Opened() => Then((it, at) => it.Open(Given.Officer, at));

    public Story Checked(string? publicSymptom = null, params string[] publicPhotos) =>
        Then((it, at) => it.CheckDetails(publicSymptom, publicPhotos, it.IsUrgent, Given.Officer, at));

    /// <summary>Accepted; the details were checked before, as the manual wants it.</summary>
    public Story Accepted(string message = "") => Then((it, at) =>
    {
        if (it.CheckedAt is null)
            it.CheckDetails(null, [], it.IsUrgent, Given.Officer, at);
        it.Accept(message, Given.Officer, at);
    });

    public Story Asked(string question = "เสาอยู่ฝั่งใดของถนน", int answerDays = ServiceRequest.DefaultAnswerDays, params string[] wanted) =>
        Then((it, at) => it.AskForInformation(question, at.AddDays(answerDays), Given.Officer, at, WantedItem.Of(wanted)));

    public Story Answered(string answer = "ฝั่งซ้าย", params string[] photos) =>
        Then((it, at) => it.AnswerInformation(answer, photos, Actor.Requester, at));

    public Story Lapsed() => Then((it, at) => it.LetQuestionLapse(at));

    public Story Started(string note = "") => Then((it, at) => it.StartWork(note, Given.Officer, at));

    public Story Paused(string reasonCode = "parts", string text = "") => Then((it, at) => it.PauseWork(reasonCode, text, Given.Officer, at));

    public Story Completed(string whatWasDone = "เปลี่ยนหลอดไฟแล้ว", params string[] photos) =>
        Then((it, at) => it.Complete(whatWasDone, photos, Given.Officer, at));

    public Story Declined(string text = "ตรวจสอบแล้วไฟติดเป็นปกติ", string reasonCode = "working") =>
        Then((it, at) => it.Decline(DeclineReason.Find(reasonCode)!, text, Given.Officer, at));

    public Story Forwarded(string receiver = "เทศบาลทดสอบ", string text = "") =>
        Then((it, at) => it.Forward(receiver, text, Given.Officer, at));

    public Story MergedInto(ServiceRequest main) => Then((it, at) => it.MergeInto(main, Given.Officer, at));

    public Story Withdrawn(string reason = "") => Then((it, at) => it.Withdraw(reason, Actor.Requester, at));

    public Story Reopened(string reason = "ไฟยังไม่ติด") => Then((it, at) => it.Reopen(reason, Actor.Requester, at));

    public Story Noted(string note) => Then((it, at) => it.AddNote(note, Given.Officer, at));

    public Story Called(string note) => Then((it, at) => it.RecordCall(note, Given.Officer, at));

    /// <summary>Any verb that has no word of its own here.</summary>
    public Story Then(Action<ServiceRequest, DateTime> step)
    {
        // The start is read late, so that it does not matter when the story says how long ago it began.
        var delay = waited;
        steps.Add((it, start) => step(it, start + delay));
        return this;
    }

    internal ServiceRequest Submit(string reference) =>
        ServiceRequest.Submit(submission with { Reference = reference }, FaultTypes.Shipped, Actor.Requester, Start);

    internal void GoOn(ServiceRequest request)
    {
        foreach (var step in steps)
            step(request, Start);
    }
}
