using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Songthang.Domain.Notifications;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceLevels;
using Songthang.Web.Features.Warning;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Outbox;

namespace Songthang.Web.Tests.Warning;

public sealed class WarningTests : IAsyncLifetime
{
    TestApp app = null!;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static DateTime Monday => TestApp.Monday.UtcDateTime;

    public async ValueTask InitializeAsync()
    {
        app = await OutboxTest.StartAsync(new Dictionary<string, string?> { ["Songthang:Mail:Host"] = "localhost", ["Songthang:Mail:From"] = "from@example.org", ["Songthang:Mail:DutyAddress"] = "desk@example.org" });
        await AccountAsync("officer", OfficerRole.Officer);
        await AccountAsync("second", OfficerRole.Officer);
        await AccountAsync("director", OfficerRole.Director);
        await app.CreateAccountAsync("silent", OfficerRole.Officer);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Officers_are_warned_before_and_when_the_work_is_due_and_the_director_three_days_later_each_once()
    {
        var request = await Given.ARequestAsync(app, it => it.SubmittedAgo(minutes: 1).Opened().Accepted()
            .Then((r, at) => r.RecordCall("", Given.Officer, at)).Then((r, at) => r.RecordPrinting(Given.Officer, at)));
        var due = (await Given.ReadAsync(app, request)).DueAt!.Value;

        Assert.Empty(await RoundAsync(due.AddDays(-1.4).AddSeconds(-1)));
        var near = await RoundAsync(due.AddDays(-1.4));
        Assert.Empty(await RoundAsync(due.AddSeconds(-1)));
        var over = await RoundAsync(due);
        Assert.Empty(await RoundAsync(due.AddDays(3).AddSeconds(-1)));
        var longOver = await RoundAsync(due.AddDays(3));
        Assert.Empty(await RoundAsync(due.AddDays(30)));

        Assert.Equal(["desk", "officer", "second"], near.Select(row => row.To));
        Assert.All(near, row => Assert.Equal("ใกล้กำหนด 1 เรื่อง", row.Subject));
        Assert.Equal(["desk", "officer", "second"], over.Select(row => row.To));
        Assert.All(over, row => Assert.Equal("เกินกำหนด 1 เรื่อง", row.Subject));
        Assert.Contains(request.Reference, over[0].Text, StringComparison.Ordinal);
        Assert.Contains("ขั้นที่ 6 ดำเนินการแก้ไข", over[0].Text, StringComparison.Ordinal);
        Assert.Equal("director", Assert.Single(longOver).To);
        Assert.All(near.Concat(over).Concat(longOver), row => Assert.DoesNotContain(request.Requester.Phone, row.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Many_steps_of_minutes_are_one_letter_a_round()
    {
        for (var i = 0; i < 25; i++)
            await Given.ARequestAsync(app);

        Assert.Empty(await RoundAsync(Monday.AddMinutes(4)));
        var letters = await RoundAsync(Monday.AddMinutes(5));

        Assert.Equal(["desk", "officer", "second"], letters.Select(row => row.To));
        Assert.Equal("เกินกำหนด 25 เรื่อง", letters[0].Subject);
        Assert.Contains("และอีก 5 เรื่อง", letters[0].Text, StringComparison.Ordinal);
        Assert.Equal(25, await CountGivenAsync());
    }

    [Fact]
    public async Task Two_programs_at_the_same_moment_warn_once()
    {
        for (var i = 0; i < 5; i++)
            await Given.ARequestAsync(app);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => WarnAsync(Monday.AddHours(1)), Stop)));

        Assert.Equal(5, await CountGivenAsync());
        Assert.Equal(3, (await LettersAsync()).Count);
    }

    [Fact]
    public async Task A_step_that_is_done_or_waits_for_the_requester_is_no_reason_to_warn()
    {
        await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 20).Checked().Asked(answerDays: 30)
            .Then((r, at) => r.RecordCall("", Given.Officer, at)).Then((r, at) => r.RecordPrinting(Given.Officer, at)));
        await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 20).Declined());
        await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 20).Accepted().Completed());

        Assert.Empty(await RoundAsync(Monday.AddDays(20)));
    }

    [Fact]
    public async Task A_reopened_request_is_warned_of_anew()
    {
        var request = await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 12).Accepted());
        await RoundAsync(Monday);
        await Given.LaterAsync(app, request, it => it.Completed().Reopened());

        var again = await RoundAsync(Monday.AddDays(8));

        Assert.Contains("ขั้นที่ 6", again[0].Text, StringComparison.Ordinal);
        Assert.Equal(2, await app.WithDbAsync(db => db.GivenWarnings.CountAsync(
            warning => warning.Step == ManualStep.DoWork && warning.Kind == WarningKind.Over, Stop)));
    }

    [Fact]
    public async Task A_request_that_cannot_be_read_does_not_hold_up_the_others()
    {
        var broken = await Given.ARequestAsync(app, it => it.SubmittedAgo(minutes: 20));
        await Given.ARequestAsync(app);
        await app.WithDbAsync(db => db.Database.ExecuteSqlAsync(
            $"UPDATE service_requests SET channel = 'nonsense' WHERE reference = {broken.Reference}", Stop));

        Assert.Equal("เกินกำหนด 1 เรื่อง", (await RoundAsync(Monday.AddHours(1)))[0].Subject);
    }

    [Fact]
    public async Task The_inbox_marks_what_is_nearly_due()
    {
        await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 6).Opened().Accepted()
            .Then((r, at) => r.RecordCall("", Given.Officer, at)).Then((r, at) => r.RecordPrinting(Given.Officer, at)));
        await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 1).Accepted()
            .Then((r, at) => r.RecordCall("", Given.Officer, at)).Then((r, at) => r.RecordPrinting(Given.Officer, at)));
        await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 9).Accepted());
        using var officer = await app.SignInAsync(OfficerRole.Officer);

        var page = await officer.GetAsync("/officer");

        Assert.Single(page.Html.QuerySelectorAll(".mark-near"));
        Assert.Single(page.Html.QuerySelectorAll(".inbox-due .overdue"));
    }

    [Fact]
    public async Task The_morning_digest_comes_once_a_working_day_at_opening_time()
    {
        var morning = new DateTime(2026, 11, 24, 1, 30, 0, DateTimeKind.Utc);
        await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 9).Accepted());
        await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 2).Checked().Opened().Asked().Answered());
        await Given.ARequestAsync(app);

        Assert.False(await DigestAsync(morning.AddSeconds(-1)));
        Assert.Single(await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => DigestAsync(morning), Stop))), sent => sent);
        Assert.False(await DigestAsync(morning.AddMinutes(10)));

        var letters = await LettersAsync();
        Assert.Equal(["desk", "officer", "second"], letters.Select(row => row.To).Order(StringComparer.Ordinal));
        Assert.Contains("24 พฤศจิกายน 2569", letters[0].Subject, StringComparison.Ordinal);
        Assert.Contains("คำตอบหรือข้อความจากผู้แจ้งที่ยังไม่ได้เปิดอ่าน 1 เรื่อง", letters[0].Text, StringComparison.Ordinal);
        Assert.Contains("เรื่องใหม่ตั้งแต่ 23 พ.ย. 69 08.30 น. 1 เรื่อง", letters[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2026, 11, 28, "a Saturday")]
    [InlineData(2026, 12, 7, "a substitution day")]
    public async Task There_is_no_digest_on_a_day_off(int year, int month, int day, string why)
    {
        await Given.ARequestAsync(app);

        Assert.False(await DigestAsync(new DateTime(year, month, day, 3, 0, 0, DateTimeKind.Utc)), why);
        Assert.Empty(await LettersAsync());
    }

    [Fact]
    public async Task A_morning_with_nothing_to_say_sends_nothing_all_day()
    {
        Assert.True(await DigestAsync(Monday));
        await Given.ARequestAsync(app);
        Assert.False(await DigestAsync(Monday.AddHours(2)));

        Assert.Empty(await LettersAsync());
    }

    [Fact]
    public async Task Two_programs_in_the_same_morning_send_one_digest()
    {
        await Given.ARequestAsync(app, it => it.SubmittedAgo(hours: 1));

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => DigestAsync(Monday), Stop)));

        Assert.Single(results, sent => sent);
        Assert.Equal(3, (await LettersAsync()).Count);
    }

    [Fact]
    public async Task A_letter_to_an_officer_goes_to_the_address_of_the_account_and_into_no_timeline()
    {
        await using var server = await MailServer.StartAsync();
        await using var sending = await OutboxTest.StartAsync(server.SettingsWith(("DutyAddress", "")));
        var id = await sending.CreateAccountAsync("officer", OfficerRole.Officer);
        await sending.WithDbAsync(db => db.Users.Where(account => account.Id == id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Email, "officer@example.org"), Stop));
        var request = await Given.ARequestAsync(sending, it => it.SubmittedAgo(minutes: 20));

        await sending.WithAsync((WarnOfDueSteps warn) => warn.RunAsync(Monday, Stop));
        await sending.SendAsync();
        await sending.SendAsync();

        Assert.Single(server.MessagesTo("officer@example.org"));
        Assert.Single((await Given.ReadAsync(sending, request)).Timeline);
    }

    [Fact]
    public async Task An_administrator_gives_an_account_its_address()
    {
        using var administrator = await app.SignInAsync(OfficerRole.Administrator);
        var form = await administrator.GetAsync("/officer/settings/users/1");

        var wrong = await administrator.SubmitAsync(form, "#save", [("Email", "ไม่ใช่อีเมล")]);
        await administrator.SubmitAsync(form, "#save", [("Email", "somsri@example.org")]);

        Assert.Contains("อีเมลไม่ถูกต้อง", wrong.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.Equal("somsri@example.org", await app.WithDbAsync(db => db.Users.Where(account => account.Id == 1).Select(account => account.Email).SingleAsync(Stop)));
    }

    async Task AccountAsync(string name, OfficerRole role)
    {
        var id = await app.CreateAccountAsync(name, role);
        await app.WithDbAsync(db => db.Users.Where(account => account.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.Email, $"{name}@example.org"), Stop));
    }

    Task<int> WarnAsync(DateTime now) => app.WithAsync((WarnOfDueSteps warn) => warn.RunAsync(now, Stop));

    Task<bool> DigestAsync(DateTime now) => app.WithAsync((SendDigest digest) => digest.RunAsync(now, Stop));

    Task<int> CountGivenAsync() => app.WithDbAsync(db => db.GivenWarnings.CountAsync(Stop));

    /// <summary>The letters of one more round.</summary>
    async Task<IReadOnlyList<(string To, string Subject, string Text)>> RoundAsync(DateTime now)
    {
        var before = (await LettersAsync()).Count;
        await WarnAsync(now);
        return [.. (await LettersAsync()).Skip(before).OrderBy(letter => letter.To, StringComparer.Ordinal)];
    }

    Task<List<(string To, string Subject, string Text)>> LettersAsync() => app.WithDbAsync(async db =>
    {
        var names = await db.Users.ToDictionaryAsync(account => account.Id, account => account.UserName!, Stop);
        var rows = await db.Outbox.AsNoTracking().Where(row => row.Subject != "").OrderBy(row => row.Id).ToListAsync(Stop);
        return rows.Select(row => (To: row.Recipient == NoticeRecipient.DutyDesk ? "desk" : names[row.OfficerId], row.Subject, row.Text))
            .ToList();
    });
}
