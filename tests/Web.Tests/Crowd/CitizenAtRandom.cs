using System.Net;
using Songthang.Domain.ServiceRequests;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Crowd;

/// <summary>A citizen who answers what is asked, and who is not always content with a repair.</summary>
sealed class CitizenAtRandom(Visitor visitor, IReadOnlyList<ServiceRequest> requests, Journal journal, Random random)
{
    public async Task ActAsync()
    {
        var request = requests[random.Next(requests.Count)];
        var page = await visitor.GetAsync($"/r/{request.Secret}");
        if (page.Status != HttpStatusCode.OK)
            journal.Mistake($"The own page of {request.Reference} answered {page.Status}");
        else if (page.Has($"a[href$='/r/{request.Secret}/answer']"))
            await SendAsync(request, "answer", [("Text", "ต้นที่สามจากแยก")]);
        else if (page.Has($"a[href$='/r/{request.Secret}/reopen']"))
            await SendAsync(request, "reopen", [("Reason", "ยังไม่ติด")]);
    }

    async Task SendAsync(ServiceRequest request, string act, (string, string?)[] fields)
    {
        var form = await visitor.GetAsync($"/r/{request.Secret}/{act}");
        if (!form.Has("main form"))
            return;
        var answer = await visitor.SubmitAsync(form, "main form", fields);
        if ((int)answer.Status >= 500)
            journal.Mistake($"{act} on {request.Reference} answered {answer.Status}: {answer.Words}");
    }
}
