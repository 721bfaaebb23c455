using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Songthang.Browser.Tests.Host;
using Songthang.Web.Tests.Host;
using static Microsoft.Playwright.Assertions;

namespace Songthang.Browser.Tests.Citizens;

/// <summary>A report that is sent while the database cannot be written stays on the phone until it can.</summary>
public class OutOfOrderTests(Chromium chromium)
{
    const string Words = "ดับทั้งซอยตั้งแต่เมื่อคืน";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_typed_stays_on_the_phone_and_makes_one_request_when_the_database_is_back(bool withScripts)
    {
        await using var app = await TestApp.StartAsync(adjust: builder => builder.Configuration["ConnectionStrings:Songthang"] += ";Default Timeout=1");
        await using var citizen = await chromium.NewPersonAsync(app, Screen.Phone, options => options.JavaScriptEnabled = withScripts);
        var page = citizen.Page;
        await citizen.OpenAsync("/report");
        await page.FillLeastAsync();
        await page.GetByLabel("รายละเอียดเพิ่มเติม").FillAsync(Words);
        if (withScripts)
        {
            await page.PickPhotoAsync();
            await Expect(page.Attached()).ToHaveCountAsync(1);
        }

        var again = page.GetByRole(AriaRole.Button, new() { Name = "ส่งอีกครั้ง" });
        citizen.Expects("status of 503");
        await using (await Held.ByAnotherAsync(app))
        {
            await page.SendButton().ClickAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "ข้อมูลที่กรอกยังอยู่ครบ" })).ToBeVisibleAsync();
            await Expect(page.Locator("input[name='Form.Symptom']")).ToHaveValueAsync(Words);
            // Whoever goes back, or lost the page, finds it on the form too, but for who reports: that is never stored on a phone.
            if (withScripts)
            {
                await citizen.OpenAsync("/report");
                await Expect(page.GetByLabel("รายละเอียดเพิ่มเติม")).ToHaveValueAsync(Words);
                await Expect(page.Attached()).ToHaveCountAsync(1);
                await Expect(page.GetByLabel("ชื่อ-นามสกุลผู้แจ้ง")).ToHaveValueAsync("");
                await page.FillPersonAsync();
                await page.SendButton().ClickAsync();
                await Expect(again).ToBeVisibleAsync();
            }
        }

        await again.ClickAsync();
        await page.ReceiptReferenceAsync();

        var stored = await app.WithDbAsync(db => db.ServiceRequests.AsNoTracking().Include(request => request.Photos).ToListAsync());
        Assert.Equal((Words, withScripts ? 1 : 0), (Assert.Single(stored).Symptom, stored[0].Photos.Count));
        citizen.IsContent();
    }

    /// <summary>Another program that writes and does not end: the file is not to be had.</summary>
    sealed class Held(SqliteConnection connection) : IAsyncDisposable
    {
        public static async Task<Held> ByAnotherAsync(TestApp app)
        {
            var connection = new SqliteConnection($"Data Source={Path.Combine(app.DataDirectory, "songthang.db")};Pooling=False");
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "BEGIN IMMEDIATE";
            await command.ExecuteNonQueryAsync();
            return new(connection);
        }

        public ValueTask DisposeAsync() => connection.DisposeAsync();
    }
}
