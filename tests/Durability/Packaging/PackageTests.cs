using System.Diagnostics;
using System.Globalization;
using System.Net;
using Songthang.Web.Tests.Host;

namespace Songthang.Durability.Packaging;

/// <summary>The Debian package: made, looked at, installed on a copy of this machine's files, run as its unit says, removed.</summary>
public sealed class PackageTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("songthang-package-").FullName;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The sources that this was built from.</summary>
    static string Sources { get; } = Ancestor(AppContext.BaseDirectory, "Songthang.slnx");

    [Fact]
    public async Task The_unit_is_right_and_leaves_the_service_little_to_do_harm_with()
    {
        var unit = Path.Combine(Sources, "packaging", "songthang.service");
        // The program is not installed here: that, and nothing else, it may complain of.
        var verified = await RunAsync("systemd-analyze", "verify", "--man=no", unit);
        Assert.DoesNotContain(verified.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => line.Contains("songthang.service", StringComparison.Ordinal) && !line.Contains("is not executable", StringComparison.Ordinal));
        // In tenths, from 0 (nothing is left to it) to 100.
        var exposed = await RunAsync("systemd-analyze", "security", "--offline=true", "--threshold=15", unit);
        Assert.True(exposed.ExitCode == 0, exposed.Output);
    }

    [Fact]
    public async Task The_package_is_installed_serves_as_its_user_and_leaves_the_data_when_it_is_removed()
    {
        var made = await RunAsync(Path.Combine(Sources, "scripts", "package.sh"), folder);
        Assert.True(made.ExitCode == 0, made.Errors + made.Output);
        var package = made.Output.Trim().Split('\n')[^1];
        await LookAsync(package);

        var address = Node.FreeAddress();
        using var installing = Start("unshare", "-m", "sh", Path.Combine(AppContext.BaseDirectory, "Packaging", "try-package.sh"),
            package, Directory.CreateDirectory(Path.Combine(folder, "root")).FullName, address.Port.ToString(CultureInfo.InvariantCulture));
        var errors = installing.StandardError.ReadToEndAsync(Stop);
        var said = new List<string>();
        while (await installing.StandardOutput.ReadLineAsync(Stop) is { } line)
        {
            if (!line.StartsWith("said: ", StringComparison.Ordinal))
                continue;
            said.Add(line["said: ".Length..]);
            if (said[^1] != "serves")
                continue;
            await UseAsync(address);
            await installing.StandardInput.WriteLineAsync("done");
            await installing.StandardInput.FlushAsync(Stop);
        }

        await installing.WaitForExitAsync(Stop);
        Assert.True(installing.ExitCode == 0, string.Join('\n', said) + '\n' + await errors);
        Assert.Equal(
            ["installed", "settings 640 root songthang", "data 700 songthang", "unit enabled", "verified", "serves", "stopped 0",
             "json", "verify 1 requests with 1 entries, 0 broken.", "removed, data and settings stay", "purged, data stays",
             "purged with the data when asked", "done"],
            said);
    }

    /// <summary>What belongs to nobody but root, and settings that an update leaves alone.</summary>
    static async Task LookAsync(string package)
    {
        var info = await RunAsync("dpkg-deb", "--info", package);
        Assert.Contains(" Package: songthang", info.Output, StringComparison.Ordinal);
        Assert.Contains(" Architecture: amd64", info.Output, StringComparison.Ordinal);
        var files = (await RunAsync("dpkg-deb", "--contents", package)).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(files, file => Assert.Contains(" root/root ", file, StringComparison.Ordinal));
        foreach (var expected in (string[])["./usr/lib/songthang/Songthang.Web", "./usr/lib/songthang/libcoreclr.so", "./usr/bin/songthang", "./usr/lib/systemd/system/songthang.service",
            "./etc/songthang/songthang.env", "./usr/share/songthang/out-of-order.html", "./usr/share/doc/songthang/nginx.conf", "./usr/share/doc/songthang/copyright",
            "./usr/share/doc/songthang/songthang.cdx.json"])
            Assert.Contains(files, file => file.EndsWith(' ' + expected, StringComparison.Ordinal));
        Assert.Equal("/etc/songthang/songthang.env", (await RunAsync("dpkg-deb", "--info", package, "conffiles")).Output.Trim());
    }

    static async Task UseAsync(Uri address)
    {
        using var citizen = new Visitor(address);
        Assert.Equal(HttpStatusCode.OK, (await citizen.GetAsync("/")).Status);
        var sent = await citizen.SubmitAsync(await citizen.GetAsync("/report"), "form[data-report]",
        [
            ("Form.Fault", "lamp_out"), ("Form.Tambon", "140101"), ("Form.Road", "ถนนทดสอบ"), ("Form.Name", "ทดสอบ ใจดี"),
            ("Form.Phone", "081-234-5678"), ("Form.Acknowledged", "true"),
        ], [new FormFile("Photos.Files", "lamp.jpg", Web.Tests.Photos.TestPhotos.Jpeg(320, 240))]);
        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        var receipt = sent.Response.Headers.Location!.ToString();
        // Pictures and letters need the native libraries of the package.
        var paper = await citizen.Client.GetAsync(receipt + ".pdf", Stop);
        Assert.Equal("application/pdf", paper.Content.Headers.ContentType?.MediaType);
    }

    static async Task<ProgramEnd> RunAsync(string program, params string[] arguments)
    {
        using var process = Start(program, arguments);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(Stop), process.StandardError.ReadToEndAsync(Stop));
        process.StandardInput.Close();
        await process.WaitForExitAsync(Stop);
        return new(process.ExitCode, await output, await errors);
    }

    static Process Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        // What a test runner sets for its own runtime is nothing for the one that builds.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        return Process.Start(start)!;
    }

    static string Ancestor(string start, string holds)
    {
        for (var at = new DirectoryInfo(start); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, holds)))
                return at.FullName;
        throw new InvalidOperationException($"No {holds} above {start}.");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
