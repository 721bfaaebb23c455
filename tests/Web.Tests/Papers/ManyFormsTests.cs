using System.Net;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Web.Features.Handling.Printing;
using Songthang.Web.Shared.Making;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Papers;

public sealed class ManyFormsTests
{
    [Fact]
    public async Task Chosen_requests_become_one_file_in_their_order_and_each_is_recorded_as_printed()
    {
        await using var app = await TestApp.StartAsync();
        var one = await Given.ARequestAsync(app, it => it.Checked());
        var two = await Given.ARequestAsync(app, it => it.Checked());
        using var officer = await app.SignInAsync(OfficerRole.Officer);

        var ready = await PrintAsync(officer, two, one, two);
        var text = await FileAsync(officer, ready);

        Assert.True(text.IndexOf(two.Reference, StringComparison.Ordinal) < text.IndexOf(one.Reference, StringComparison.Ordinal));
        Assert.DoesNotContain("สำเนา", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ตัวอย่างก่อนพิมพ์", text, StringComparison.Ordinal);
        foreach (var request in (ServiceRequest[])[one, two])
            Assert.Single((await Given.ReadAsync(app, request)).Timeline, entry => entry.Kind == TimelineKind.FormPrinted);
        Assert.Contains("สำเนา", await FileAsync(officer, await PrintAsync(officer, one)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_for_whoever_asked_for_it_and_for_a_day()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app);
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        using var colleague = await app.SignInAsync(OfficerRole.Officer, "colleague");
        using var director = await app.SignInAsync(OfficerRole.Director);
        var ready = await PrintAsync(officer, request);

        Assert.Equal(HttpStatusCode.NotFound, (await colleague.GetAsync(ready)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.GetAsync(ready + ".pdf")).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await director.GetAsync(ready)).Status);

        var files = app.Services.GetService(typeof(PaperFiles)) as PaperFiles;
        files!.Sweep(app.Time.GetUtcNow().UtcDateTime.AddHours(23));
        Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync(ready)).Status);
        files.Sweep(app.Time.GetUtcNow().UtcDateTime.AddHours(25));
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync(ready)).Status);
    }

    [Fact]
    public async Task Nothing_unknown_and_not_too_much_is_printed()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app);
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        var page = await officer.GetAsync($"/officer/forms?request={request.Reference}");
        var many = Enumerable.Range(1, PrintRequestForms.Most + 1).Select(number => ("request", (string?)Reference.Create(2569, number).ToString()));

        var tooMany = await officer.SubmitAsync(page, "main form", many);
        var nobody = await officer.SubmitAsync(page, "main form", [("request", "69-99999-9")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooMany.Status);
        Assert.Contains("500", tooMany.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nobody.Status);
        Assert.DoesNotContain(TimelineKind.FormPrinted, (await Given.ReadAsync(app, request)).Timeline.Select(entry => entry.Kind));
    }

    [Fact]
    public async Task Five_hundred_requests_fit_into_an_address()
    {
        await using var app = await TestApp.StartAsync();
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        var address = "/officer/forms?" + string.Join('&', Enumerable.Range(1, 500).Select(number => $"request={Reference.Create(2569, number)}"));

        var page = await officer.GetAsync(address);

        Assert.Equal(500, page.Html.QuerySelectorAll("main form input[name=request]").Length);
    }

    /// <summary>Prints and waits until the page says that the file is ready; its address.</summary>
    static async Task<string> PrintAsync(Visitor officer, params ServiceRequest[] requests)
    {
        var page = await officer.GetAsync("/officer/forms?" + string.Join('&', requests.Select(request => $"request={request.Reference}")));
        var started = await officer.FollowAsync(await officer.SubmitAsync(page, "main form"));
        using var tooLong = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!started.Has("a[href$='.pdf']"))
        {
            tooLong.Token.ThrowIfCancellationRequested();
            Assert.False(started.Has("[role=alert]"), started.Words);
            started = await officer.GetAsync(started.Address.AbsolutePath);
        }

        return started.Address.AbsolutePath;
    }

    static async Task<string> FileAsync(Visitor officer, string ready) => await PrintedFile.TextAsync(
        await officer.Client.GetByteArrayAsync(new Uri(ready + ".pdf", UriKind.Relative), TestContext.Current.CancellationToken));
}
