using System.Net;
using Songthang.Domain.ServiceRequests;
using Songthang.Web.Tests.Handling;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Crowd;

/// <summary>An officer who does whatever a page offers, now and then twice, and now and then with a form that is long out of date.</summary>
sealed class OfficerAtRandom(Visitor visitor, string name, IReadOnlyList<ServiceRequest> requests, Journal journal, Random random)
{
    // Each act that is sent with the one form of its page, and the entry that proves it.
    static readonly Dictionary<Act, TimelineKind> Proofs = new()
    {
        [Act.Check] = TimelineKind.DetailsChecked,
        [Act.Correct] = TimelineKind.DetailsCorrected,
        [Act.Accept] = TimelineKind.Accepted,
        [Act.Ask] = TimelineKind.InformationAsked,
        [Act.Answer] = TimelineKind.InformationAnswered,
        [Act.Start] = TimelineKind.WorkStarted,
        [Act.Pause] = TimelineKind.WorkPaused,
        [Act.Complete] = TimelineKind.Completed,
        [Act.Decline] = TimelineKind.Declined,
        [Act.Forward] = TimelineKind.Forwarded,
        [Act.Reply] = TimelineKind.AuthorityAnswered,
        [Act.Letter] = TimelineKind.LetterRecorded,
        [Act.Reopen] = TimelineKind.Reopened,
        [Act.Withdraw] = TimelineKind.Withdrawn,
        [Act.Call] = TimelineKind.RequesterCalled,
        [Act.Write] = TimelineKind.MessageWritten,
        [Act.Note] = TimelineKind.NoteAdded,
    };

    // Nothing follows a withdrawal: were it as common as the rest, all requests would soon be at their end.
    static readonly Act[] Common = [.. Proofs.Keys.Where(act => act != Act.Withdraw)];

    readonly List<(ServiceRequest Request, Act Act, Page Form)> drawer = [];

    /// <summary>The entries that this officer's acts are counted by.</summary>
    public static IReadOnlyCollection<TimelineKind> Kinds => Proofs.Values;

    public async Task ActAsync()
    {
        var (request, act, form) = drawer.Count > 0 && random.Next(5) == 0 ? TakeOut() : await OpenAsync();
        if (!form.Has(Desk.Form + " button"))
            return;
        if (random.Next(6) == 0)
        {
            drawer.Add((request, act, form));
            return;
        }

        var fields = Desk.Fields(act);
        var answers = random.Next(5) == 0
            ? await Task.WhenAll(visitor.SubmitAsync(form, Desk.Form, fields), visitor.SubmitAsync(form, Desk.Form, fields))
            : [await visitor.SubmitAsync(form, Desk.Form, fields)];
        foreach (var answer in answers)
            Note(request, act, form, answer);
    }

    (ServiceRequest, Act, Page) TakeOut()
    {
        var kept = drawer[0];
        drawer.RemoveAt(0);
        return kept;
    }

    async Task<(ServiceRequest, Act, Page)> OpenAsync()
    {
        var request = requests[random.Next(requests.Count)];
        var offered = await visitor.GetAsync($"/officer/requests/{request.Reference}");
        if (offered.Status != HttpStatusCode.OK)
            journal.Mistake($"{request.Reference} answered {offered.Status}");
        var links = offered.Html.QuerySelectorAll(".acts a").Select(link => link.GetAttribute("href")!.Split('?')[0]).ToHashSet(StringComparer.Ordinal);
        // Half of the time by the page, half of the time by an old bookmark.
        var acts = random.Next(2) == 0 ? [.. Common.Where(act => links.Contains(Desk.AddressOf(request, act)))] : Common;
        if (acts.Length == 0)
            acts = Common;
        var chosen = random.Next(200) == 0 ? Act.Withdraw : acts[random.Next(acts.Length)];
        return (request, chosen, await visitor.GetAsync(Desk.AddressOf(request, chosen)));
    }

    void Note(ServiceRequest request, Act act, Page form, Page answer)
    {
        switch (answer.Status)
        {
            case HttpStatusCode.Found:
                var seen = form.Html.QuerySelector(Desk.Form + " [name=SeenNumber]")!.GetAttribute("value")!;
                journal.Done(new(request.Reference, Proofs[act], name, seen));
                break;
            case HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity:
                journal.WasRefused();
                break;
            default:
                journal.Mistake($"{act} on {request.Reference} answered {answer.Status}: {answer.Words}");
                break;
        }
    }
}
