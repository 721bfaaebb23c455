using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using Songthang.Domain.Notifications;
using Songthang.Domain.ServiceRequests;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Outbox;

/// <summary>Servers that are missing, want to know who we are, or cannot show who they are.</summary>
public class MailServersTests
{
    [Fact]
    public async Task Without_a_mail_server_messages_wait_and_the_own_page_has_them()
    {
        await using var app = await OutboxTest.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.ByEmail().Accepted("จะไปตรวจสอบพรุ่งนี้"));

        Assert.Equal(0, await app.SendAsync());
        app.Time.Advance(TimeSpan.FromDays(30));
        Assert.Equal(0, await app.SendAsync());

        Assert.All(await app.RowsAsync(), row => Assert.True(row is { Attempts: 0, NextAttemptAt: not null, GivenUpAt: null }));
        var told = (await Given.ReadAsync(app, request)).Timeline.Single(entry => entry.Kind == TimelineKind.Accepted);
        Assert.True(NotificationPolicy.ConcernsRequester(told.Kind));
        Assert.Equal(("จะไปตรวจสอบพรุ่งนี้", Audience.Requester), (told.Text, told.Audience));
    }

    [Fact]
    public async Task A_server_that_is_not_there_costs_one_attempt_a_round()
    {
        var server = await MailServer.StartAsync();
        await server.DisposeAsync();
        await using var app = await OutboxTest.StartAsync(server);
        await Given.ARequestAsync(app, it => it.ByEmail());

        Assert.Equal(1, await app.SendAsync());

        var rows = await app.RowsAsync();
        Assert.Equal([1, 0], rows.Select(row => row.Attempts).OrderDescending());
        Assert.Contains(rows, row => row.LastError.StartsWith("No connection to the mail server.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_asks_who_we_are_is_told()
    {
        await using var server = await MailServer.StartAsync(login: ("lights", "secret-word"));
        await using var app = await OutboxTest.StartAsync(server.SettingsWith(("User", "lights"), ("Password", "secret-word")));
        await Given.ARequestAsync(app, it => it.ByEmail());

        await app.SendAsync();

        Assert.Equal(2, server.Messages.Count);
    }

    [Theory]
    [InlineData("lights", "wrong-word")]
    [InlineData("", "")]
    public async Task A_wrong_password_costs_no_message_and_is_told_to_nobody(string user, string password)
    {
        await using var server = await MailServer.StartAsync(login: ("lights", "secret-word"));
        await using var app = await OutboxTest.StartAsync(server.SettingsWith(("User", user), ("Password", password)));
        await Given.ARequestAsync(app, it => it.ByEmail());

        await app.SendAsync();

        var row = (await app.RowsAsync()).Single(row => row.Attempts == 1);
        Assert.NotNull(row.NextAttemptAt);
        Assert.StartsWith("The mail server does not accept user name and password.", row.LastError, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-word", row.LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_sent_to_a_server_without_TLS_when_TLS_is_asked_for()
    {
        await using var server = await MailServer.StartAsync();
        await using var app = await OutboxTest.StartAsync(server.SettingsWith(("Security", "StartTls")));
        await Given.ARequestAsync(app, it => it.ByEmail());

        await app.SendAsync();

        Assert.Empty(server.Messages);
        Assert.Contains(await app.RowsAsync(), row => row.LastError.StartsWith("The mail server cannot do", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_sent_to_a_server_whose_certificate_nobody_vouches_for()
    {
        var folder = Directory.CreateTempSubdirectory("songthang-certificate-");
        var files = (Certificate: Path.Combine(folder.FullName, "cert.pem"), Key: Path.Combine(folder.FullName, "key.pem"));
        await WriteCertificateAsync(files);
        await using var server = await MailServer.StartAsync(certificate: files);
        await using var app = await OutboxTest.StartAsync(server.SettingsWith(("Security", "StartTls")));
        await Given.ARequestAsync(app, it => it.ByEmail());

        await app.SendAsync();
        folder.Delete(recursive: true);

        Assert.Empty(server.Messages);
        Assert.Contains(await app.RowsAsync(), row => row.LastError.StartsWith("No trusted TLS connection", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Songthang:Mail:From", "nobody")]
    [InlineData("Songthang:Mail:DutyAddress", "a@b.example\r\nBcc: c@d.example")]
    [InlineData("Songthang:Mail:Port", "0")]
    public async Task A_setting_that_cannot_work_is_told_at_the_start(string key, string value)
    {
        var settings = new Dictionary<string, string?> { ["Songthang:Mail:Host"] = "mail.example", ["Songthang:Mail:From"] = MailServer.From };
        settings[key] = value;

        var problem = await Assert.ThrowsAsync<OptionsValidationException>(() => OutboxTest.StartAsync(settings));

        Assert.Contains(key.Split(':')[^1], problem.Message, StringComparison.Ordinal);
    }

    static async Task WriteCertificateAsync((string Certificate, string Key) files)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, TestApp.Monday.AddYears(50));
        await File.WriteAllTextAsync(files.Certificate, certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(files.Key, key.ExportPkcs8PrivateKeyPem());
    }
}
