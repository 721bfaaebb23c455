using System.Diagnostics;
using System.Globalization;
using MimeKit;

namespace Songthang.Web.Tests.Outbox;

/// <summary>
/// A real SMTP server (Debian's python3-aiosmtpd, see mailserver.py) on a free port of the loopback address. It keeps
/// what it takes, and fails as it is told.
/// </summary>
public sealed class MailServer : IAsyncDisposable
{
    /// <summary>Whom the program writes from.</summary>
    public const string From = "lights@authority.example";

    /// <summary>Where the duty desk reads.</summary>
    public const string DutyAddress = "duty@authority.example";

    readonly Process process;
    readonly string folder;

    MailServer(Process process, string folder, int port) => (this.process, this.folder, Port) = (process, folder, port);

    public int Port { get; }

    /// <summary>The program's settings with which it sends to this server.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["Songthang:PublicUrl"] = "https://lights.example",
        ["Songthang:Mail:Host"] = "127.0.0.1",
        ["Songthang:Mail:Port"] = Port.ToString(CultureInfo.InvariantCulture),
        ["Songthang:Mail:Security"] = "None",
        ["Songthang:Mail:From"] = From,
        ["Songthang:Mail:FromName"] = "แจ้งไฟ อบจ.",
        ["Songthang:Mail:DutyAddress"] = DutyAddress,
    };

    /// <summary>The same settings but for some of the section <c>Songthang:Mail</c>.</summary>
    public Dictionary<string, string?> SettingsWith(params ReadOnlySpan<(string Name, string Value)> changes)
    {
        var settings = Settings;
        foreach (var (name, value) in changes)
            settings[$"Songthang:Mail:{name}"] = value;
        return settings;
    }

    /// <summary>Starts a server.</summary>
    /// <param name="login">User name and password that it asks for.</param>
    /// <param name="certificate">Files of certificate and key with which it offers STARTTLS.</param>
    public static async Task<MailServer> StartAsync((string User, string Password)? login = null, (string Certificate, string Key)? certificate = null)
    {
        var folder = Directory.CreateTempSubdirectory("songthang-mail-").FullName;
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("SONGTHANG_TEST_PYTHON") ?? "/usr/bin/python3")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Outbox", "mailserver.py"), folder },
        };
        foreach (var argument in Arguments(login, certificate))
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        var port = await process.StandardOutput.ReadLineAsync();
        return port is null
            ? throw new InvalidOperationException("The mail server did not start; ./test.sh installs python3-aiosmtpd.")
            : new MailServer(process, folder, int.Parse(port, CultureInfo.InvariantCulture));
    }

    static IEnumerable<string> Arguments((string User, string Password)? login, (string Certificate, string Key)? certificate)
    {
        if (login is { } known)
            foreach (var argument in (string[])["--user", known.User, "--password", known.Password])
                yield return argument;
        if (certificate is { } files)
            foreach (var argument in (string[])["--certificate", files.Certificate, "--key", files.Key])
                yield return argument;
    }

    /// <summary>What the server took, in the order in which it did.</summary>
    public IReadOnlyList<MimeMessage> Messages =>
        [.. Directory.GetFiles(folder, "*.eml").Order(StringComparer.Ordinal).Select(path => MimeMessage.Load(path))];

    /// <summary>What the server took for an address.</summary>
    public IReadOnlyList<MimeMessage> MessagesTo(string address) =>
        [.. Messages.Where(message => message.To.Mailboxes.Any(mailbox => mailbox.Address == address))];

    /// <summary>The next MAIL, RCPT or DATA is answered with this, such as <c>450 4.2.1 try later</c>; once.</summary>
    public Task AnswerOnceAsync(string stage, string answer) => TellAsync($"reply {stage} {answer}");

    /// <summary>The connection ends in the middle of the next message, which is not kept.</summary>
    public Task DropOnceAsync() => TellAsync("drop DATA");

    /// <summary>The next message is kept, but the connection ends before the server can say so.</summary>
    public Task KeepAndDropOnceAsync() => TellAsync("keep-and-drop");

    /// <summary>The next message is kept, but the server never says so.</summary>
    public Task KeepAndHangOnceAsync() => TellAsync("keep-and-hang");

    /// <summary>The next MAIL, RCPT or DATA is answered after a while.</summary>
    public Task AnswerSlowlyOnceAsync(string stage) => TellAsync($"slow {stage}");

    /// <summary>The next message is never answered.</summary>
    public Task HangOnceAsync() => TellAsync("hang DATA");

    async Task TellAsync(string line)
    {
        await process.StandardInput.WriteLineAsync(line);
        await process.StandardInput.FlushAsync();
        if (await process.StandardOutput.ReadLineAsync() != "ok")
            throw new InvalidOperationException("The mail server is gone.");
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
