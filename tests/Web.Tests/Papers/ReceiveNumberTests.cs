using System.Net;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Settings;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Features.Handling.Printing;
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

        var files = app.Services.GetService(typeof(FormFiles)) as FormFiles;
        await using var file = files!.Open(wanted.Key, Given.Officer, Now)!;
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
