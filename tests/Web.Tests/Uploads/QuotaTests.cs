using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Uploads;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Photos;

namespace Songthang.Web.Tests.Uploads;

public class QuotaTests
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_day_has_so_many_files_of_one_sender_and_of_all_and_says_so_kindly()
    {
        await using var app = await TestApp.StartAsync(settings: new() { ["Songthang:UploadQuota:SenderFiles"] = "3", ["Songthang:UploadQuota:Files"] = "6" });
        using var citizen = app.NewVisitor();
        using var officer = await app.SignInAsync(OfficerRole.Officer);

        Assert.Equal([201, 201, 201, 429], await UploadAsync(citizen, 4));
        // Another node counts with the same numbers; another sender has a count of the own.
        Assert.Equal([201, 201, 201, 429], await UploadAsync(officer, 4));

        var page = await citizen.GetAsync("/report");
        var refused = await citizen.SubmitAsync(page, Reporting.ReportPage.Form, Reporting.ReportPage.Filled(), [new("Photos.Files", "lamp.jpg", TestPhotos.Jpeg(80, 60))]);
        Assert.Contains("วันนี้มีการส่งไฟล์มากเกินกำหนดแล้ว", refused.TextOf(".photo-field"), StringComparison.Ordinal);
        // Without the photo the report goes through: nobody is kept from reporting.
        Assert.Equal(HttpStatusCode.Redirect, (await citizen.SubmitAsync(refused, Reporting.ReportPage.Form, [("Form.Acknowledged", "true")])).Status);
        // Who it was cannot be read from what is kept.
        var names = await app.WithDbAsync(db => db.Buckets.Select(bucket => bucket.Name).ToListAsync(Stop));
        Assert.Contains("files", names);
        Assert.DoesNotContain(names, name => name.Contains("127.0.0.1", StringComparison.Ordinal));

        var now = app.Time.GetUtcNow().UtcDateTime;
        // Of six a day two fit again after nine hours.
        Assert.Equal(["", "", UploadCounter.Reached], await ReceiveAsync(app, 3, now.AddHours(9)));
        Assert.True(await app.WithAsync(async (SweepRecords sweep) =>
        {
            await sweep.RunAsync(now.AddDays(3), Stop);
            return true;
        }));
        Assert.Equal(0, await app.WithDbAsync(db => db.Buckets.CountAsync(Stop)));
    }

    static async Task<List<string>> ReceiveAsync(TestApp app, int count, DateTime now)
    {
        var codes = new List<string>();
        for (var i = 0; i < count; i++)
        {
            try
            {
                await app.WithAsync((UploadDesk desk) => desk.ReceiveAsync(FormKey.New(), new MemoryStream(TestPhotos.Jpeg(80, 60)), now, Stop));
                codes.Add("");
            }
            catch (RuleBroken rule)
            {
                codes.Add(rule.Code);
            }
        }

        return codes;
    }

    static async Task<List<int>> UploadAsync(Visitor visitor, int count)
    {
        var page = await visitor.GetAsync("/report");
        var token = page.Html.QuerySelector("main [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var statuses = new List<int>();
        for (var i = 0; i < count; i++)
        {
            var answer = await visitor.PostAsync($"/uploads/{FormKey.New()}", [("__RequestVerificationToken", token)], [new("photo", "lamp.jpg", TestPhotos.Jpeg(80, 60))]);
            statuses.Add((int)answer.Status);
            if (answer.Status != HttpStatusCode.TooManyRequests)
                continue;
            Assert.Equal(UploadCounter.Reached, JsonDocument.Parse(answer.Text).RootElement.GetProperty("code").GetString());
            Assert.NotNull(answer.Response.Headers.RetryAfter);
        }

        return statuses;
    }
}
