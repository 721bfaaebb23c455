using System.Net;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Settings;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Features.Handling.Printing;
using Songthang.Web.Features.ReceiveRegister;
using Songthang.Web.Shared.Making;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Settings;

namespace Songthang.Web.Tests.Papers;

public sealed class ReceiveNumberTests : IAsyncLifetime
{
    TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    DateTime Now => app.Time.GetUtcNow().UtcDateTime;

    [Fact]
    public async Task The_box_stays_blank_for_the_stamp_unless_the_office_wants_it_otherwise()
    {
        var request = await PrintAsync(await Given.ARequestAsync(app));
        using var officer = await app.SignInAsync(OfficerRole.Officer);

        Assert.Equal("", request.ReceiveNumber);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"/officer/requests/{request.Reference}/receive-number")).Status);
        Assert.Contains("ยังไม่มีเลขรับในปีนี้", (await officer.GetAsync("/officer/receive-register")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_program_gives_numbers_without_gaps_at_the_first_printing_however_many_print_at_once()
    {
        await KeepAsync();
        var requests = new List<ServiceRequest>();
        for (var i = 0; i < 12; i++)
            requests.Add(await Given.ARequestAsync(app));

        await Task.WhenAll(requests.Select(request => PrintAsync(request)));
        await PrintAsync(requests[0]);

        var numbers = await app.WithDbAsync(db => db.ReceiveEntries.OrderBy(entry => entry.Number).Select(entry => entry.Number).ToListAsync());
        Assert.Equal(Enumerable.Range(1, 12), numbers);
        var given = await app.WithDbAsync(db => db.ServiceRequests.Select(request => request.ReceiveNumber).ToListAsync());
        Assert.Equal(Enumerable.Range(1, 12).Select(number => $"{number}/2569").Order(StringComparer.Ordinal), given.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_printing_that_fails_gives_its_number_back()
    {
        await KeepAsync();
        var (one, two) = (await Given.ARequestAsync(app), await Given.ARequestAsync(app));

        await Assert.ThrowsAsync<InvalidOperationException>(() => app.WithDbAsync<bool>(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var request = await db.FindRequestAsync(one.Reference, CancellationToken.None);
            await db.ReceiveAsync(request!, app.Services.GetService(typeof(CurrentSettings)) as CurrentSettings ?? throw new InvalidOperationException(), Given.Officer, Now, CancellationToken.None);
            await db.SaveChangesAsync();
            throw new InvalidOperationException("The power fails.");
        }));
        await PrintAsync(two);

        Assert.Equal("1/2569", (await Given.ReadAsync(app, two)).ReceiveNumber);
        Assert.Equal("", (await Given.ReadAsync(app, one)).ReceiveNumber);
    }

    [Fact]
    public async Task Numbers_begin_anew_with_the_calendar_year_of_Bangkok()
    {
        await KeepAsync();
        var (one, two) = (await Given.ARequestAsync(app), await Given.ARequestAsync(app));
        await PrintAsync(one);
        // Seven in the evening in Greenwich is two in the morning in Bangkok.
        await PrintAsync(two, new DateTime(2026, 12, 31, 19, 0, 0, DateTimeKind.Utc));

        Assert.Equal(("1/2569", "1/2570"), ((await Given.ReadAsync(app, one)).ReceiveNumber, (await Given.ReadAsync(app, two)).ReceiveNumber));
    }

    [Fact]
    public async Task The_number_stands_on_the_form_in_the_register_and_in_the_exports()
    {
        await KeepAsync();
        var request = await PrintAsync(await Given.ARequestAsync(app));
        using var officer = await app.SignInAsync(OfficerRole.Officer);

        var register = await officer.GetAsync("/officer/receive-register");
        var csv = await officer.GetAsync("/officer/receive-register?handler=Export&year=2569");
        var form = await PrintedFile.TextAsync(await officer.Client.GetByteArrayAsync(
            new Uri($"/officer/requests/{request.Reference}/form.pdf", UriKind.Relative), TestContext.Current.CancellationToken));

        Assert.Contains("1/2569", register.TextOf("tbody tr"), StringComparison.Ordinal);
        Assert.Contains(request.Reference, register.TextOf("tbody tr"), StringComparison.Ordinal);
        Assert.Contains("1,2569,", csv.Text, StringComparison.Ordinal);
        Assert.Contains("๑/๒๕๖๙", PrintedFile.WithoutSpace(form), StringComparison.Ordinal);
        Assert.Contains("เลขรับ 1/2569", (await officer.GetAsync($"/officer/requests/{request.Reference}")).Words, StringComparison.Ordinal);
        Assert.Contains("1/2569", (await officer.GetAsync("/officer/export.csv")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_forms_in_one_file_carry_their_numbers_too()
    {
        await KeepAsync();
        var (one, two) = (await Given.ARequestAsync(app), await Given.ARequestAsync(app));
        var wanted = FormsWanted.New(Given.Officer, [one.Reference, two.Reference]);

        await app.WithAsync<WriteRequestForms, bool>(async write =>
        {
            await write.RunAsync(wanted, Now, TestContext.Current.CancellationToken);
            return true;
        });

        var files = app.Services.GetService(typeof(PaperFiles)) as PaperFiles;
        await using var file = files!.Open(wanted.File.Key, Given.Officer, Now)!;
        using var content = new MemoryStream();
        await file.CopyToAsync(content, TestContext.Current.CancellationToken);
        var text = PrintedFile.WithoutSpace(await PrintedFile.TextAsync(content.ToArray()));
        Assert.Contains("๑/๒๕๖๙", text, StringComparison.Ordinal);
        Assert.Contains("๒/๒๕๖๙", text, StringComparison.Ordinal);
        Assert.Equal(2, await app.WithDbAsync(db => db.ReceiveEntries.CountAsync()));
    }

    [Fact]
    public async Task An_officer_types_the_registrys_number_and_corrects_it()
    {
        await app.SetAsync(Topics.Papers, papers => papers with { ReceiveNumbers = ReceiveNumbers.Typed });
        var request = await Given.ARequestAsync(app);
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        var address = $"/officer/requests/{request.Reference}/receive-number";

        var wrong = await officer.SubmitAsync(await officer.GetAsync(address), "main form", [("Number", ""), ("Day", "2026-11-23"), ("Hour", "25:00")]);
        await officer.SubmitAsync(await officer.GetAsync(address), "main form", [("Number", "4512"), ("Day", "2026-11-23"), ("Hour", "09:30")]);
        await officer.SubmitAsync(await officer.GetAsync(address), "main form", [("Number", "4513"), ("Day", "2026-11-23"), ("Hour", "09:30")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("กรุณาระบุเลขรับ", wrong.Words, StringComparison.Ordinal);
        Assert.Contains("เวลาไม่ถูกต้อง", wrong.Words, StringComparison.Ordinal);
        var read = await Given.ReadAsync(app, request);
        Assert.Equal("4513", read.ReceiveNumber);
        Assert.Equal(new DateTime(2026, 11, 23, 2, 30, 0, DateTimeKind.Utc), read.Stamp!.At);
        Assert.Equal(2, read.Timeline.Count(entry => entry.Kind == TimelineKind.ReceiveNumberGiven));
        using var citizen = app.NewVisitor();
        Assert.DoesNotContain("4513", (await citizen.GetAsync($"/r/{request.Secret}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("4513", (await citizen.GetAsync($"/reports/{request.Reference}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_office_that_begins_within_the_year_says_where_its_numbers_go_on_and_from_there_none_is_left_out()
    {
        await KeepAsync();
        using var administrator = await app.SignInAsync(OfficerRole.Administrator);
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        var first = await PrintAsync(await Given.ARequestAsync(app));

        var form = await administrator.GetAsync("/officer/receive-register/next");
        var taken = await administrator.SubmitAsync(form, "main form", [("Number", "1")]);
        var none = await administrator.SubmitAsync(form, "main form", [("Number", "หนึ่งพัน")]);
        var tooMuch = await administrator.FollowAsync(await administrator.SubmitAsync(form, "main form", [("Number", "15000")]));
        var corrected = await administrator.FollowAsync(await administrator.SubmitAsync(form, "main form", [("Number", "๑๕๐๐")]));
        var requests = new List<ServiceRequest>();
        for (var i = 0; i < 6; i++)
            requests.Add(await Given.ARequestAsync(app));
        await Task.WhenAll(requests.Select(request => PrintAsync(request)));
        var register = await officer.GetAsync("/officer/receive-register");

        Assert.Equal("1/2569", first.ReceiveNumber);
        Assert.Equal("2", form.Html.QuerySelector("input[name=Number]")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.Status);
        Assert.Contains("ต้องมากกว่า 1", taken.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.Status);
        Assert.Contains("15000", tooMuch.Words, StringComparison.Ordinal);
        Assert.Contains("1500", corrected.Words, StringComparison.Ordinal);
        Assert.Equal([1, .. Enumerable.Range(1500, 6)], await app.WithDbAsync(db => db.ReceiveEntries.OrderBy(entry => entry.Number).Select(entry => entry.Number).ToListAsync()));
        Assert.Contains("เลข 2–1499 ไม่ได้ออกโดยระบบ", register.Words, StringComparison.Ordinal);
        Assert.Contains("เลขถัดไป 1506", register.Words, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, (await officer.GetAsync("/officer/receive-register/next")).Status);
    }

    [Fact]
    public async Task Setting_the_next_number_while_others_print_gives_no_number_twice()
    {
        await KeepAsync();
        var requests = new List<ServiceRequest>();
        for (var i = 0; i < 8; i++)
            requests.Add(await Given.ARequestAsync(app));

        // Refused or not, depending on who was first.
        var setting = Enumerable.Range(3, 3).Select(next => Record.ExceptionAsync(() => app.WithAsync<SetNextReceiveNumber, bool>(async set =>
        {
            await set.RunAsync(next, Given.Officer, Now, CancellationToken.None);
            return true;
        })).AsTask());
        var refused = Task.WhenAll(setting);
        await Task.WhenAll(requests.Select(request => PrintAsync(request)));

        Assert.All(await refused, problem => Assert.True(problem is null or Domain.RuleBroken, problem?.ToString()));
        var given = await app.WithDbAsync(db => db.ServiceRequests.Select(request => request.ReceiveNumber).ToListAsync());
        Assert.Equal(8, given.Distinct().Count());
        Assert.DoesNotContain("", given);
    }

    [Fact]
    public async Task A_number_that_is_corrected_later_stands_in_the_register_beside_the_one_that_was_given()
    {
        await KeepAsync();
        var request = await PrintAsync(await Given.ARequestAsync(app));
        await PrintAsync(await Given.ARequestAsync(app));
        await app.SetAsync(Topics.Papers, papers => papers with { ReceiveNumbers = ReceiveNumbers.Typed });
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        var address = $"/officer/requests/{request.Reference}/receive-number";

        await officer.SubmitAsync(await officer.GetAsync(address), "main form", [("Number", "4513"), ("Day", "2026-11-23"), ("Hour", "09:30")]);
        var register = await officer.GetAsync("/officer/receive-register");
        var csv = (await officer.GetAsync("/officer/receive-register?handler=Export&year=2569")).Text.Split("\r\n");

        var rows = register.Html.QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToList();
        Assert.DoesNotContain("แก้ไขเป็น", rows[0], StringComparison.Ordinal);
        Assert.Contains("1/2569", rows[1], StringComparison.Ordinal);
        Assert.Contains("4513", rows[1], StringComparison.Ordinal);
        Assert.EndsWith(",4513", csv[1], StringComparison.Ordinal);
        Assert.EndsWith(",", csv[2], StringComparison.Ordinal);
    }

    Task KeepAsync() => app.SetAsync(Topics.Papers, papers => papers with { ReceiveNumbers = ReceiveNumbers.Kept });

    async Task<ServiceRequest> PrintAsync(ServiceRequest request, DateTime? at = null)
    {
        var seen = (await Given.ReadAsync(app, request)).LastActNumber;
        await app.WithAsync<RecordPrinting, bool>(async print =>
        {
            await print.RunAsync(new(request.Reference, seen), Given.Officer, at ?? Now, CancellationToken.None);
            return true;
        });
        return await Given.ReadAsync(app, request);
    }
}
