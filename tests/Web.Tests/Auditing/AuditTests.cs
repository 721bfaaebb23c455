using System.Net;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Web.Tests.Handling;
using Songthang.Web.Tests.Host;
using Sylvan.Data.Csv;

namespace Songthang.Web.Tests.Auditing;

public sealed class AuditTests : IAsyncLifetime
{
    const string Address = "/officer/settings/audit";

    TestApp app = null!;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Who_opens_a_request_is_recorded_once_a_quarter_of_an_hour()
    {
        var request = await Given.ARequestAsync(app);
        using var officer = await app.SignInAsync(OfficerRole.Officer);

        for (var i = 0; i < 3; i++)
            await officer.GetAsync($"/officer/requests/{request.Reference}");
        app.Time.Advance(AuditLog.SeenOnceWithin);
        await officer.GetAsync($"/officer/requests/{request.Reference}");

        var seen = (await ReadAsync()).Where(entry => entry.Action == AuditAction.RequestSeen).ToList();
        Assert.Equal(2, seen.Count);
        Assert.All(seen, entry => Assert.Equal(
            (AuditSubjectKind.Request, request.Reference, "ผู้ทดสอบ Officer"), (entry.SubjectKind, entry.Subject, entry.OfficerName)));
        Assert.Equal(TestApp.Monday.UtcDateTime, seen[0].At);
        Assert.All(seen, entry => Assert.NotNull(entry.OfficerId));
    }

    [Fact]
    public async Task The_form_its_printing_and_the_exported_list_are_recorded()
    {
        var request = await Given.ARequestAsync(app);
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        var page = await officer.GetAsync($"/officer/requests/{request.Reference}");

        await officer.FollowAsync(await officer.SubmitAsync(page, "form[action$='/print']"));
        await officer.GetAsync("/officer/export.csv?q=ทดสอบ");

        var entries = await ReadAsync();
        Assert.Equal(
            [AuditAction.RequestSeen, AuditAction.FormPrinted, AuditAction.FormSeen, AuditAction.ListExported],
            entries.SkipWhile(entry => entry.Action != AuditAction.RequestSeen).Select(entry => entry.Action));
        Assert.DoesNotContain(entries, entry => entry.Detail.Contains("ทดสอบ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sign_ins_are_recorded_also_those_that_fail_and_never_what_was_typed()
    {
        await app.CreateAccountAsync("somsri", OfficerRole.Officer);
        using var visitor = app.NewVisitor();

        await visitor.SignInAsync("somsri", "ไม่ใช่รหัสผ่านนี้แน่นอน");
        await visitor.SignInAsync("my-secret-password", "ไม่ใช่รหัสผ่านนี้แน่นอน");
        await visitor.SignInAsync("somsri", TestApp.Password);
        await visitor.SubmitAsync(await visitor.GetAsync("/officer"), "form[action$='sign-out']");

        Assert.Equal(
            [(AuditAction.SignInFailed, "somsri", ""), (AuditAction.SignInFailed, "", ""), (AuditAction.SignedIn, "", "ผู้ทดสอบ Officer"),
             (AuditAction.SignedOut, "", "ผู้ทดสอบ Officer")],
            (await ReadAsync()).Select(entry => (entry.Action, entry.Subject, entry.OfficerName)));
    }

    [Fact]
    public async Task What_administrators_do_to_accounts_is_recorded()
    {
        using var administrator = await app.SignInAsync(OfficerRole.Administrator);
        var id = await app.CreateAccountAsync("somsri", OfficerRole.Officer);
        var before = (await ReadAsync()).Count;

        await administrator.GetAsync("/officer/settings/users");
        var form = await administrator.GetAsync("/officer/settings/users/new");
        await administrator.SubmitAsync(form, "main form", [("DisplayName", "สมหญิง"), ("UserName", "somying"), ("Role", "Crew")]);
        var account = await administrator.GetAsync($"/officer/settings/users/{id}");
        await administrator.SubmitAsync(account, "#save", [("Role", "Director")]);
        await administrator.SubmitAsync(account, "#reset");
        await administrator.SubmitAsync(account, "#close");
        await administrator.SubmitAsync(await administrator.GetAsync($"/officer/settings/users/{id}"), "#reopen");

        Assert.Equal(
            [(AuditAction.AccountsSeen, "", ""), (AuditAction.AccountCreated, "somying", "Crew"), (AuditAction.AccountsSeen, "somsri", ""),
             (AuditAction.AccountChanged, "somsri", "Officer → Director"), (AuditAction.PasswordReset, "somsri", ""),
             (AuditAction.AccountClosed, "somsri", ""), (AuditAction.AccountReopened, "somsri", "")],
            (await ReadAsync()).Skip(before).Select(entry => (entry.Action, entry.Subject, entry.Detail)));
    }

    [Fact]
    public async Task The_record_is_found_by_officer_action_request_and_period()
    {
        var one = await Given.ARequestAsync(app);
        var other = await Given.ARequestAsync(app);
        using var yesterday = await app.SignInAsync(OfficerRole.Officer);
        await yesterday.GetAsync($"/officer/requests/{one.Reference}");
        app.Time.Advance(TimeSpan.FromDays(1));
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        using var administrator = await app.SignInAsync(OfficerRole.Administrator);
        await officer.GetAsync($"/officer/requests/{other.Reference}");
        await administrator.GetAsync($"/officer/requests/{other.Reference}");
        using var director = await app.SignInAsync(OfficerRole.Director);

        Assert.Equal(3, await CountAsync(director, "action=RequestSeen"));
        Assert.Equal(1, await CountAsync(director, $"subject={one.Reference.Replace("-", " ", StringComparison.Ordinal)}"));
        Assert.Equal(2, await CountAsync(director, "action=RequestSeen&from=2026-11-24&to=2026-11-24"));
        Assert.Equal(1, await CountAsync(director, "action=RequestSeen&to=2569-11-23"));
        var choices = (await director.GetAsync(Address)).Html.QuerySelectorAll("#officer option");
        var id = choices.Single(option => option.TextContent.Contains("(administrator)", StringComparison.Ordinal)).GetAttribute("value");
        Assert.Equal(1, await CountAsync(director, $"officer={id}&action=RequestSeen"));
        Assert.Equal(0, await CountAsync(director, "subject=nobody"));
    }

    [Fact]
    public async Task A_long_record_is_read_page_by_page_without_losing_or_repeating_a_line()
    {
        using var director = await app.SignInAsync(OfficerRole.Director);
        await app.WithDbAsync(async db =>
        {
            var audit = new AuditLog(db);
            for (var i = 0; i < 120; i++)
                audit.Add(AuditAction.SettingChanged, Actor.System, TestApp.Monday.UtcDateTime.AddMinutes(i / 7), AuditSubject.Setting($"topic-{i:000}"));
            return await db.SaveChangesAsync(Stop);
        });

        var seen = new List<string>();
        var page = await director.GetAsync(Address + "?action=SettingChanged");
        for (var pages = 0; pages < 9; pages++)
        {
            seen.AddRange(page.Html.QuerySelectorAll("tbody tr td:nth-child(4)").Select(cell => cell.TextContent.Trim()));
            if (page.Html.QuerySelector("a[rel=next]")?.GetAttribute("href") is not { } next)
                break;
            page = await director.GetAsync(next);
        }

        Assert.Equal(Enumerable.Range(0, 120).Reverse().Select(i => $"topic-{i:000}"), seen);
    }

    [Fact]
    public async Task The_record_is_taken_away_as_a_file_without_formulas_which_is_itself_recorded()
    {
        using var administrator = await app.SignInAsync(OfficerRole.Administrator);
        await app.WithAsync(async (AuditLog audit) =>
        {
            await audit.WriteAsync(AuditAction.SettingChanged, Actor.System, TestApp.Monday.UtcDateTime, AuditSubject.Setting("=1+1"), "@x", Stop);
            return 0;
        });

        var bytes = await administrator.Client.GetByteArrayAsync(Address + "/export.csv?action=SettingChanged", Stop);

        using var file = await CsvDataReader.CreateAsync(new StreamReader(new MemoryStream(bytes)), cancel: Stop);
        Assert.True(await file.ReadAsync(Stop));
        Assert.Equal(("'=1+1", "'@x"), (file.GetString(5), file.GetString(6)));
        Assert.False(await file.ReadAsync(Stop));
        Assert.Equal(AuditAction.AuditExported, (await ReadAsync())[^1].Action);
    }

    [Fact]
    public async Task Nobody_but_the_director_and_administrators_reads_the_record()
    {
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        using var crew = await app.SignInAsync(OfficerRole.Crew);

        foreach (var path in (string[])[Address, Address + "/export.csv"])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync(path)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await crew.GetAsync(path)).Status);
        }
    }

    [Fact]
    public async Task An_entry_can_be_neither_changed_nor_removed()
    {
        using var officer = await Desk.OfficerAsync(app);

        await Assert.ThrowsAsync<InvalidOperationException>(() => app.WithDbAsync(async db =>
        {
            db.AuditEntries.Remove(await db.AuditEntries.SingleAsync(Stop));
            return await db.SaveChangesAsync(Stop);
        }));
        Assert.Single(await ReadAsync());
    }

    static async Task<int> CountAsync(Visitor visitor, string query) =>
        (await visitor.GetAsync($"{Address}?{query}")).Html.QuerySelectorAll("tbody tr").Length;

    Task<List<AuditEntry>> ReadAsync() => app.WithDbAsync(db => db.AuditEntries.AsNoTracking().OrderBy(entry => entry.Id).ToListAsync(Stop));
}
