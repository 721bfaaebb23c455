using System.Collections.Concurrent;
using System.Net;
using System.Net.ServerSentEvents;
using Microsoft.EntityFrameworkCore;
using Songthang.Infrastructure.Partners;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Outbox;

namespace Songthang.Durability.Nodes;

/// <summary>Two programs on one PostgreSQL and one data folder, behind the web server that is shipped.</summary>
public sealed class SeveralNodesTests : IAsyncLifetime
{
    const int Clients = 16, BeforeKill = 150, AfterKill = 150;
    const string Password = "ม้าแดงกระโดดข้ามรั้ว", Form = "form[data-report]", Address = "citizen@example.org";

    readonly string directory = Directory.CreateTempSubdirectory("songthang-nodes-").FullName;
    readonly string key = ApiKeySecret.New();
    string database = "";
    MailServer mail = null!;
    Node first = null!, second = null!;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        mail = await MailServer.StartAsync();
        foreach (var (name, value) in mail.Settings)
            Environment.SetEnvironmentVariable(name.Replace(":", "__", StringComparison.Ordinal), value);
        Environment.SetEnvironmentVariable("Songthang__RateLimits__Api__Permits", "1000000000");
        Environment.SetEnvironmentVariable("Songthang__RateLimits__Submit__Permits", "1000000000");
        database = await TestDatabase.CreateAsync(directory);
        await Databases.AddKeyAsync(database, key);
        var made = await ProgramRun.EndWithAsync(database, $"{Password}\n{Password}\n", "admin", "create", "--user", "officer", "--role", "officer", "--data", directory);
        Assert.Equal((0, ""), (made.ExitCode, made.Errors));
        var starting = Node.StartAsync(database, directory, Node.FreeAddress());
        second = await Node.StartAsync(database, directory, Node.FreeAddress());
        first = await starting;
    }

    public async ValueTask DisposeAsync()
    {
        first.Dispose();
        second.Dispose();
        await TestDatabase.DropAsync(database);
        await mail.DisposeAsync();
        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public async Task Whoever_meets_another_node_goes_on_as_on_the_first_one_and_each_message_goes_out_once()
    {
        using var citizen = new Visitor(first.Address);
        using var officer = new Visitor(first.Address);
        Assert.Equal(HttpStatusCode.Found, (await officer.SignInAsync("officer", Password)).Status);
        await using var heard = (await ListenAsync(officer, second.Address)).GetAsyncEnumerator(Stop);
        Assert.True(await heard.MoveNextAsync());
        Assert.Equal("0", heard.Current.Data);

        // The form of one node is sent to the other, with a photo that the first one took.
        var form = await citizen.GetAsync("/report");
        var sent = await citizen.PostAsync(On(second, "/report"), Fields(form));
        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        while (heard.Current.Data == "0")
            Assert.True(await heard.MoveNextAsync());
        Assert.Equal("1", heard.Current.Data);
        var receipt = await citizen.GetAsync(sent.Response.Headers.Location!.ToString());
        var reference = receipt.TextOf(".receipt .reference");

        // One session, on both; ended on one it is over on the other.
        Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync(On(second, $"/officer/requests/{reference}"))).Status);
        var note = await officer.GetAsync($"/officer/requests/{reference}/note");
        var written = await officer.PostAsync(On(second, $"/officer/requests/{reference}/note"), Fields(note, ("Text", "จากอีกเครื่องหนึ่ง")));
        Assert.Equal(HttpStatusCode.Found, written.Status);
        Assert.Contains("จากอีกเครื่องหนึ่ง", (await officer.GetAsync($"/officer/requests/{reference}")).Words, StringComparison.Ordinal);

        using var partner = Caller.Of(first.Address, key);
        using var other = Caller.Of(second.Address, key);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(number => (number % 2 == 0 ? partner : other).ReportAsync($"mail-{number}", email: Address)));
        await MailedAsync();
        var rows = await Databases.WithAsync(database, db => db.Outbox.AsNoTracking().CountAsync(row => row.SentAt != null, Stop));
        Assert.True(rows >= 40);
        Assert.Equal(rows, mail.Messages.Select(message => message.MessageId).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(rows, mail.Messages.Count);
    }

    [Fact]
    public async Task A_node_that_is_killed_under_load_fails_nobody()
    {
        await using var web = await WebServer.StartAsync(first.Address, second.Address);
        var (answered, wrong) = (new Counter(), new ConcurrentQueue<string>());
        using var enough = new CancellationTokenSource();
        var crowd = Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(() => LoadAsync(web, client, answered, wrong, enough.Token), Stop)));

        await answered.ReachAsync(BeforeKill);
        first.Kill();
        await answered.ReachAsync(BeforeKill + AfterKill);
        // Back, and the other one gone: nothing was bound to it.
        using var again = await Node.StartAsync(database, directory, first.Address);
        await web.SeesAsync(again);
        second.Kill();
        await answered.ReachAsync(answered.Now + AfterKill);
        await enough.CancelAsync();
        var receipts = (await crowd).SelectMany(one => one).ToList();
        var references = receipts.ConvertAll(receipt => receipt.Reference);

        Assert.Empty(wrong);
        var kept = await Databases.WithAsync(database, db => db.ServiceRequests.AsNoTracking().Select(request => request.Reference).ToListAsync(Stop));
        Assert.Equal(references.Order(), kept.Order());
        var verified = await ProgramRun.EndWithAsync(database, null, "verify", "--data", directory);
        Assert.Equal((0, ""), (verified.ExitCode, verified.Errors));
        TestContext.Current.SendDiagnosticMessage($"{answered.Now} answers, {references.Count} reports");

        // No key to a requester's page stands in the web server's log.
        var log = web.Log;
        Assert.DoesNotContain(receipts, receipt => log.Contains(receipt.OwnPage, StringComparison.Ordinal));
        Assert.Contains("/r/-", log, StringComparison.Ordinal);
    }

    /// <summary>Reports, reads the own page and the list, until it is told to stop; returns what was acknowledged.</summary>
    async Task<List<Receipt>> LoadAsync(WebServer web, int client, Counter answered, ConcurrentQueue<string> wrong, CancellationToken enough)
    {
        using var caller = new Caller(web.NewClient(IPAddress.Parse($"127.0.0.{10 + client}")), key);
        var receipts = new List<Receipt>();
        for (var number = 0; !enough.IsCancellationRequested; number++)
        {
            try
            {
                var report = await caller.ReportAsync($"{client}-{number}");
                Assert.Equal(HttpStatusCode.Created, report.Status);
                receipts.Add(report.Receipt);
                Assert.Equal(HttpStatusCode.OK, (await caller.GetAsync(report.Receipt.OwnPage)).Status);
                Assert.Equal(HttpStatusCode.OK, (await caller.GetAsync("/reports")).Status);
            }
            catch (Exception problem) when (problem is HttpRequestException or Xunit.Sdk.XunitException)
            {
                // All of them are wanted, not only the first.
                wrong.Enqueue(problem.ToString());
            }

            answered.Add();
        }

        return receipts;
    }

    static async Task<IAsyncEnumerable<SseItem<string>>> ListenAsync(Visitor officer, Uri node)
    {
        var answer = await officer.Client.GetAsync(new Uri(node, "/officer/bell/events"), HttpCompletionOption.ResponseHeadersRead, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return SseParser.Create(await answer.Content.ReadAsStreamAsync(Stop)).EnumerateAsync(Stop);
    }

    /// <summary>Until nothing waits in the outbox.</summary>
    async Task MailedAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        while (await Databases.WithAsync(database, db => db.Outbox.AnyAsync(row => row.NextAttemptAt != null, Stop)))
            await timer.WaitForNextTickAsync(Stop);
    }

    static string On(Node node, string path) => new Uri(node.Address, path).ToString();

    static IEnumerable<(string, string)> Fields(Page page, params (string Name, string Value)[] typed)
    {
        var token = page.Html.QuerySelectorAll("main form input[type=hidden]").Select(input => (Name: input.GetAttribute("name")!, Value: input.GetAttribute("value") ?? ""));
        return typed.Length > 0 ? token.Concat(typed) : token.Concat(
        [
            ("Form.Fault", "lamp_out"), ("Form.Tambon", "140101"), ("Form.Road", "ถนนทดสอบ"), ("Form.Name", "ทดสอบ ใจดี"),
            ("Form.Phone", "081-234-5678"), ("Form.Acknowledged", "true"), ("Form.ToldBy", "OwnPage"),
        ]);
    }
}
