using System.Net;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Partners;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Open311;

public class ApiKeyTests
{
    [Fact]
    public async Task A_key_is_shown_once_and_only_its_hash_is_kept()
    {
        await using var app = await TestApp.StartAsync();
        using var admin = await app.SignInAsync(OfficerRole.Administrator);

        var made = await admin.SubmitAsync(await admin.GetAsync("/officer/settings/api-keys/new"), "main form",
            [("Form.Partner", "เทศบาลตัวอย่าง"), ("Form.Contact", "it@example.org"), ("Form.Scopes", "Open311Write"), ("Form.PerMinute", "๑๐"), ("Form.PerDay", "500")]);

        var key = made.TextOf("#api-key");
        Assert.True(ApiKeySecret.IsOne(key));
        var kept = await app.WithDbAsync(db => db.ApiKeys.AsNoTracking().SingleAsync());
        Assert.Equal((ApiKeySecret.Hash(key), key[..11], PartnerScopes.Open311Write, 10, 500), (kept.Hash, kept.Prefix, kept.Scopes, kept.PerMinute, kept.PerDay));
        var list = await admin.GetAsync("/officer/settings/api-keys");
        var details = await admin.GetAsync($"/officer/settings/api-keys/{kept.Id}");
        Assert.Contains(key[..11], list.Words, StringComparison.Ordinal);
        Assert.All([list, details], page => Assert.DoesNotContain(key, page.Text, StringComparison.Ordinal));
        Assert.Equal("เทศบาลตัวอย่าง", details.TextOf("h1"));
    }

    [Fact]
    public async Task An_administrator_changes_and_revokes_a_key_after_one_more_question_and_the_record_tells_it()
    {
        await using var app = await TestApp.StartAsync();
        using var client = new Client(app);
        (var id, client.Key) = await Client.KeyAsync(app);
        await client.SendAsync();
        using var admin = await app.SignInAsync(OfficerRole.Administrator);
        var address = $"/officer/settings/api-keys/{id}";

        var saved = await admin.SubmitAsync(await admin.GetAsync(address), "#save", [("Form.Partner", "เทศบาลใหม่"), ("Form.PerDay", "7")]);
        var details = await admin.GetAsync(address);
        var asked = await admin.GetAsync(address + "/revoke");
        var revoked = await admin.FollowAsync(await admin.SubmitAsync(asked, "main form"));

        Assert.Equal(HttpStatusCode.Found, saved.Status);
        Assert.Equal("เทศบาลใหม่", details.TextOf("h1"));
        Assert.Equal("1", details.TextOf("#days tbody td"));
        Assert.Contains("เพิกถอนแล้ว", revoked.Words, StringComparison.Ordinal);
        Assert.False(revoked.Has("#save"));
        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsync("/open311/v2/requests.json", ("service_code", "lamp_out"), ("lat", "14"), ("long", "100"))).Status);
        Assert.Equal([AuditAction.ApiKeyCreated, AuditAction.ApiKeyChanged, AuditAction.ApiKeyRevoked], await app.WithDbAsync(db => db.AuditEntries
            .Where(entry => entry.SubjectKind == AuditSubjectKind.ApiKey).OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync()));
    }

    [Theory]
    [InlineData("Form.Partner", " ")]
    [InlineData("Form.Scopes", null)]
    [InlineData("Form.PerMinute", "0")]
    [InlineData("Form.PerDay", "many")]
    public async Task A_mistake_is_named_and_nothing_typed_is_lost(string field, string? value)
    {
        await using var app = await TestApp.StartAsync();
        using var admin = await app.SignInAsync(OfficerRole.Administrator);

        var page = await admin.SubmitAsync(await admin.GetAsync("/officer/settings/api-keys/new"), "main form",
            [.. new (string, string?)[] { ("Form.Partner", "เทศบาล"), ("Form.Contact", "it@example.org"), ("Form.Scopes", "Api"), ("Form.PerDay", "12") }
                .Where(one => one.Item1 != field), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.True(page.Has(".field-error"));
        Assert.Equal("it@example.org", page.Html.QuerySelector("[name='Form.Contact']")!.GetAttribute("value"));
        Assert.Equal(0, await app.WithDbAsync(db => db.ApiKeys.CountAsync()));
    }

    [Theory]
    [InlineData(OfficerRole.Officer)]
    [InlineData(OfficerRole.Director)]
    public async Task Only_administrators_reach_the_keys(OfficerRole role)
    {
        await using var app = await TestApp.StartAsync();
        var (id, _) = await Client.KeyAsync(app);
        using var visitor = await app.SignInAsync(role);

        foreach (var address in new[] { "", "/new", $"/{id}", $"/{id}/revoke" })
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/officer/settings/api-keys" + address)).Status);
    }

    [Fact]
    public async Task A_key_opens_no_page_of_the_officers()
    {
        await using var app = await TestApp.StartAsync();
        using var client = new Client(app);
        var (_, key) = await Client.KeyAsync(app, PartnerScopes.Api | PartnerScopes.Webhooks);
        client.Http.DefaultRequestHeaders.Add("X-Api-Key", key);

        var (response, _) = await client.GetAsync("/officer");

        Assert.Equal("/officer/sign-in", response.RequestMessage!.RequestUri!.AbsolutePath);
    }
}
