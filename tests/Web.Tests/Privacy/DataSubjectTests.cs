using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Songthang.Domain.DataProtection;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Web.Background;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Privacy;

/// <summary>Somebody asks for the own data, and an officer finds, shows, corrects, copies and erases them within thirty days.</summary>
public class DataSubjectTests
{
    const string Held = "/officer/data-subjects/held";

    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_of_a_data_subject_has_thirty_days_and_ends_with_an_outcome()
    {
        await using var app = await TestApp.StartAsync();
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        Assert.True((await officer.GetAsync("/officer/data-subjects")).Has(".empty"));
        var form = await officer.GetAsync("/officer/data-subjects/new");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.SubmitAsync(form, "form.act-form", [("Wish", "Erasure")])).Status);

        var taken = await officer.FollowAsync(await officer.SubmitAsync(
            form, "form.act-form", [("Wish", "Erasure"), ("Name", "มานะ ผู้ขอ"), ("Contact", "0867654321"), ("Words", "ขอให้ลบทั้งหมด")]));

        Assert.Contains("23 ธันวาคม 2569", taken.Words, StringComparison.Ordinal);
        Assert.Contains("มานะ ผู้ขอ", (await officer.GetAsync("/officer/data-subjects")).Words, StringComparison.Ordinal);
        await app.WithDbAsync(db => db.DataSubjectRequests.ExecuteUpdateAsync(set => set.SetProperty(it => it.DueAt, TestApp.Monday.UtcDateTime.AddMinutes(-1)), Stop));
        Assert.Contains("เกินกำหนด", (await officer.GetAsync("/officer/data-subjects")).Words, StringComparison.Ordinal);
        var page = await officer.GetAsync("/officer/data-subjects/1");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.SubmitAsync(page, "form.act-form", [("Outcome", "Refused")])).Status);
        var answered = await officer.FollowAsync(await officer.SubmitAsync(page, "form.act-form", [("Outcome", "Partly"), ("Answer", "ลบข้อมูลติดต่อแล้ว")]));
        Assert.Contains("ลบข้อมูลติดต่อแล้ว", answered.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.SubmitAsync(page, "form.act-form", [("Outcome", "Done"), ("Answer", "อีกครั้ง")])).Status);
        Assert.True((await officer.GetAsync("/officer/data-subjects")).Has(".empty"));
        Assert.Contains("มานะ ผู้ขอ", (await officer.GetAsync("/officer/data-subjects?list=answered")).Words, StringComparison.Ordinal);

        await app.Services.GetServices<IHostedService>().OfType<RetentionWorker>().Single().RunOnceAsync(TestApp.Monday.UtcDateTime.AddYears(1), Stop);
        var forgotten = Assert.Single(await app.WithDbAsync(db => db.DataSubjectRequests.AsNoTracking().ToListAsync(Stop)));
        Assert.Equal(("", "", "", "", DataSubjectOutcome.Partly), (forgotten.Name, forgotten.Contact, forgotten.Words, forgotten.Answer, forgotten.Outcome));
        Assert.Equal(
            [AuditAction.DataSubjectRequestReceived, AuditAction.DataSubjectRequestClosed],
            await app.WithDbAsync(db => db.AuditEntries.Where(it => it.SubjectKind == AuditSubjectKind.DataSubject).OrderBy(it => it.Id).Select(it => it.Action).ToListAsync(Stop)));
    }

    [Fact]
    public async Task All_that_is_held_is_found_by_telephone_email_or_reference_shown_and_copied_and_the_record_says_so()
    {
        await using var app = await TestApp.StartAsync();
        var first = await Given.ARequestAsync(app, it => it.From("มานะ ใจดี", "0867654321", "Mana@example.com", ToldBy.Email).Noted("คุณมานะโทรมาถาม"));
        var second = await Given.ARequestAsync(app, it => it.From("มานะ ใจดี", "0867654321"));
        await Given.ARequestAsync(app, it => it.From("สมใจ อื่น", "0899999999").Of("lamp_out", "โทร 0867654321"));
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        var form = await officer.GetAsync(Held);

        var byPhone = await officer.SubmitAsync(form, "form.act-form", [("Sought", "086-765 4321")]);
        var byEmail = await officer.SubmitAsync(form, "form.act-form", [("Sought", "mana@EXAMPLE.com")]);
        var byReference = await officer.SubmitAsync(form, "form.act-form", [("Sought", second.Reference)]);

        Assert.Contains("คุณมานะโทรมาถาม", byPhone.Words, StringComparison.Ordinal);
        Assert.Equal(2, byPhone.Html.QuerySelectorAll("main dl.facts").Length);
        Assert.Equal(1, byEmail.Html.QuerySelectorAll("main dl.facts").Length);
        Assert.Contains(second.Reference, byReference.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("สมใจ", byPhone.Words, StringComparison.Ordinal);
        Assert.True((await officer.SubmitAsync(form, "form.act-form", [("Sought", "0811111111")])).Has(".empty"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.SubmitAsync(form, "form.act-form", [("Sought", "มานะ")])).Status);
        Assert.DoesNotContain("0867654321", byPhone.Address.ToString(), StringComparison.Ordinal);

        var json = await officer.SubmitAsync(byPhone, "form[action$='handler=Json']");
        Assert.Equal("application/json", json.Response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(2, JsonDocument.Parse(json.Text).RootElement.GetProperty("held").GetArrayLength());
        Assert.Contains("มานะ ใจดี", json.Text, StringComparison.Ordinal);
        var pdf = await officer.SubmitAsync(byPhone, "form[action$='handler=Pdf']");
        Assert.StartsWith("%PDF-", pdf.Text, StringComparison.Ordinal);
        Assert.Contains("no-store", pdf.Response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);

        using var director = await app.SignInAsync(OfficerRole.Director);
        var record = await director.GetAsync($"/officer/settings/audit?action=seen&subject={first.Reference}");
        Assert.Contains("ค้นข้อมูลที่เก็บไว้ของบุคคล", record.TextOf("tbody"), StringComparison.Ordinal);
        Assert.Contains("ทำสำเนาข้อมูลที่เก็บไว้ของบุคคล", record.TextOf("tbody"), StringComparison.Ordinal);
        Assert.DoesNotContain("เข้าสู่ระบบ", (await director.GetAsync("/officer/settings/audit?action=seen")).TextOf("tbody"), StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, (await director.GetAsync(Held)).Status);
    }

    [Fact]
    public async Task Who_reported_is_put_right_and_erased_as_far_as_the_law_allows()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.From("มานะ ใจดี", "0867654321").WithPhotos("0000000000000000000000000000aaaa"));
        using var officer = await app.SignInAsync(OfficerRole.Officer);

        var correct = await officer.GetAsync($"/officer/data-subjects/correct/{request.Reference}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.SubmitAsync(correct, "form.act-form", [("Phone", "12")])).Status);
        await officer.SubmitAsync(correct, "form.act-form", [("Name", "มานี ใจดี"), ("Email", "manee@example.com")]);
        var corrected = await Given.ReadAsync(app, request);
        Assert.Equal(("มานี ใจดี", "0867654321", "manee@example.com"), (corrected.Requester.Name, corrected.Requester.Phone, corrected.Requester.Email));
        Assert.DoesNotContain(corrected.Timeline, entry => entry.Text.Contains("มาน", StringComparison.Ordinal));

        var open = await officer.GetAsync($"/officer/data-subjects/erase/{request.Reference}");
        Assert.Contains("มาตรา 33", open.TextOf(".refused"), StringComparison.Ordinal);
        Assert.False(open.Has("form.act-form"));
        await Given.LaterAsync(app, request, it => it.Withdrawn("มานีขอยกเลิก"));
        var erase = await officer.GetAsync($"/officer/data-subjects/erase/{request.Reference}");
        Assert.Equal(HttpStatusCode.Found, (await officer.SubmitAsync(erase, "form.act-form", [("WithPhotos", "true")])).Status);

        var erased = await Given.ReadAsync(app, request);
        Assert.Equal(("", "", "", 0), (erased.Requester.Name, erased.Requester.Phone, erased.Requester.Email, erased.Photos.Count));
        Assert.DoesNotContain(erased.Timeline, entry => entry.MayTellOfPerson);
        var day = Assert.Single(await app.WithDbAsync(db => db.RemovalDays.ToListAsync(Stop)));
        Assert.Equal((0, 1, 1), (day.Requests, day.Photos, day.Erased));
    }

    [Fact]
    public async Task A_breach_has_seventy_two_hours_and_a_check_list()
    {
        await using var app = await TestApp.StartAsync();
        using var director = await app.SignInAsync(OfficerRole.Director);
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        Assert.NotEqual(HttpStatusCode.OK, (await officer.GetAsync("/officer/settings/breaches")).Status);
        var list = await director.GetAsync("/officer/settings/breaches");
        Assert.True(list.Has(".empty"));

        var breach = await director.FollowAsync(await director.SubmitAsync(list, "form.act-form", [("What", "โทรศัพท์ของเจ้าหน้าที่หาย"), ("KnownAt", "2026-11-23T08:00")]));

        Assert.Contains("เหลือ 70 ชั่วโมง", breach.Words, StringComparison.Ordinal);
        Assert.Contains("26 พฤศจิกายน 2569", breach.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await director.SubmitAsync(breach, "form.act-form", [("Then", "close")])).Status);
        var noted = await director.FollowAsync(await director.SubmitAsync(breach, "form.act-form", [("Then", "save"), ("Done", "reported"), ("Findings", "แจ้งทางอีเมลแล้ว")]));
        Assert.Contains("แจ้งสำนักงานแล้วเมื่อ", noted.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await director.SubmitAsync(breach, "form.act-form", [("Then", "save"), ("Findings", "ทับ")])).Status);
        var closed = await director.FollowAsync(await director.SubmitAsync(noted, "form.act-form", [("Then", "close")]));
        Assert.False(closed.Has("form.act-form"));
        Assert.Equal(
            [AuditAction.BreachStarted, AuditAction.BreachNoted, AuditAction.BreachClosed],
            await app.WithDbAsync(db => db.AuditEntries.Where(it => it.SubjectKind == AuditSubjectKind.Breach).OrderBy(it => it.Id).Select(it => it.Action).ToListAsync(Stop)));
    }

    [Fact]
    public void The_register_of_processing_says_in_both_places_the_same()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Songthang.slnx")))
            folder = folder.Parent;
        var written = File.ReadAllText(Path.Combine(folder.FullName, "docs", "privacy.md"), Encoding.UTF8);

        foreach (var field in Domain.Settings.PersonalField.Register)
        {
            foreach (var words in new[] { field.What, field.Why, field.Basis, field.Seen, field.Recipients, field.Kept(new()) })
                Assert.Contains(words.English, written, StringComparison.Ordinal);
        }
    }
}
