using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Tests.Handling;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Photos;
using Songthang.Web.Tests.Reporting;

namespace Songthang.Web.Tests.Privacy;

/// <summary>The real program's log, as JSON and with everything that the framework tells too, of a whole job and of what went wrong in it.</summary>
public sealed class LogTests : IDisposable
{
    const string Name = "กานดาใจเด็ด", Phone = "0898765432", Email = "kanda-private@citizen.example", Street = "ซอยลับเฉพาะกานดา",
        Words = "หน้าบ้านสีฟ้าของกานดา", Answer = "โทรหากานดาตอนเย็น", Note = "กานดาเคยแจ้งแล้ว", Password = "ม้าแดงกระโดดข้ามรั้ว", Search = "คำค้นของเจ้าหน้าที่";

    // What would be a line of its own, if a line break were written as one.
    const string Forged = "\r\n{\"LogLevel\":\"Critical\",\"Message\":\"forged\"}";

    readonly string directory = Directory.CreateTempSubdirectory("songthang-log-").FullName;
    readonly Uri address = new($"http://127.0.0.1:{FreePort()}");

    [Fact]
    public async Task Every_line_is_JSON_with_a_trace_id_and_none_tells_of_a_person()
    {
        var connectionString = await TestDatabase.CreateAsync(directory);
        var made = await ProgramRun.EndWithAsync(connectionString, $"{Password}\n{Password}\n", "admin", "create", "--user", "officer", "--role", "officer", "--data", directory);
        Assert.Equal((0, ""), (made.ExitCode, made.Errors));
        using var program = Start(connectionString);
        var lines = ReadAsync(program, out var serves);
        await serves;

        string secret, traceId;
        try
        {
            (secret, traceId) = await WholeJobAsync(connectionString);
        }
        finally
        {
            program.Kill();
            await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var log = await lines;
        await TestDatabase.DropAsync(connectionString);
        Assert.All(log, line => Assert.Equal(JsonValueKind.Object, Parse(line).ValueKind));
        Assert.All(log, line => Assert.Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$", Parse(line).GetProperty("Timestamp").GetString()!));
        // What the framework says was asked for: without it the rest would prove little.
        Assert.Contains(log, line => line.Contains("Executed DbCommand", StringComparison.Ordinal));
        Assert.Contains(log, line => line.Contains("Executed page", StringComparison.Ordinal) && line.Contains("TraceId", StringComparison.Ordinal));
        Assert.Contains(log, line => line.Contains(traceId, StringComparison.Ordinal) && Parse(line).GetProperty("LogLevel").GetString() == "Error");
        foreach (var mark in (string[])[Name, Phone, "089-876-5432", Email, Street, Words, Answer, Note, Password, Search, secret, "forged"])
            Assert.True(log.TrueForAll(line => !Unescaped(line).Contains(mark, StringComparison.OrdinalIgnoreCase)),
                $"The log tells {mark}: {log.Find(line => Unescaped(line).Contains(mark, StringComparison.OrdinalIgnoreCase))}");
    }

    async Task<(string Secret, string TraceId)> WholeJobAsync(string connectionString)
    {
        using var citizen = new Visitor(address);
        using var officer = new Visitor(address);
        (string, string?)[] filled = [.. ReportPage.Filled(("Form.Name", Name), ("Form.Phone", Phone), ("Form.Email", Email), ("Form.ToldBy", "Email"),
            ("Form.Road", Street + Forged), ("Form.Symptom", Words + Forged))];
        await citizen.SubmitAsync(await citizen.GetAsync("/report"), ReportPage.Form, [("Form.Name", Name), ("Form.Phone", "12345"), ("Form.Symptom", Words)]);
        var sent = await citizen.SubmitAsync(await citizen.GetAsync("/report"), ReportPage.Form, filled, [new FormFile("Photos.Files", $"{Name}.jpg", TestPhotos.Jpeg())]);
        Assert.Equal(HttpStatusCode.OK, (await citizen.FollowAsync(sent)).Status);
        // As the requester knows it: it is stored sealed.
        var secret = sent.Response.Headers.Location!.ToString().Split('/')[2];
        var request = await WithDbAsync(connectionString, db => db.ServiceRequests.AsNoTracking().SingleAsync());
        // Typed into the wrong field, looked for, asked in a way that nothing answers.
        await officer.SignInAsync(Phone, Password);
        await officer.SignInAsync("officer" + Forged, Password);
        await officer.SignInAsync("officer", Answer);
        Assert.Equal(HttpStatusCode.Found, (await officer.SignInAsync("officer", Password)).Status);
        foreach (var path in (string[])[$"/officer?q={Phone}", $"/officer?q={Uri.EscapeDataString(Search + Forged)}", $"/no-such-page{Uri.EscapeDataString(Forged)}?x={Uri.EscapeDataString(Forged)}", $"/reports?q={Uri.EscapeDataString(Search)}", $"/r/{secret}/no-such-page"])
            await officer.GetAsync(path);
        await citizen.SubmitAsync(await citizen.GetAsync("/track"), "main form", [("Reference", request.Reference), ("Phone", Phone)]);
        foreach (var act in (Act[])[Act.Check, Act.Ask])
            await ActAsync(officer, request, act, act == Act.Ask ? [("Text", Words)] : []);
        await citizen.SubmitAsync(await citizen.GetAsync($"/r/{secret}/answer"), "main form", [("Text", Answer)]);
        foreach (var act in (Act[])[Act.Accept, Act.Note, Act.Start, Act.Complete])
            await ActAsync(officer, request, act, act == Act.Note ? [("Text", Note + Forged)] : []);
        var stored = await WithDbAsync(connectionString, db => db.ServiceRequests.AsNoTracking().SingleAsync());
        Assert.Equal(ServiceRequestStatus.Completed, stored.Status);
        await citizen.GetAsync($"/r/{secret}");
        return (secret, await GoWrongAsync(connectionString, citizen, secret, filled));
    }

    /// <summary>A table that is gone: the exception tells its statement.</summary>
    static async Task<string> GoWrongAsync(string connectionString, Visitor citizen, string secret, (string, string?)[] filled)
    {
        var form = await citizen.GetAsync("/report");
        await WithDbAsync(connectionString, db => db.Database.ExecuteSqlRawAsync("ALTER TABLE answered_submissions RENAME TO gone"));
        var wrong = await citizen.SubmitAsync(form, ReportPage.Form, filled);
        await WithDbAsync(connectionString, db => db.Database.ExecuteSqlRawAsync("ALTER TABLE gone RENAME TO answered_submissions"));
        Assert.Equal(HttpStatusCode.InternalServerError, wrong.Status);
        // An address that cannot be read.
        await citizen.GetAsync($"/r/{secret}/%00?q={Phone}");
        return wrong.TextOf("code");
    }

    static async Task ActAsync(Visitor officer, ServiceRequest request, Act act, (string, string?)[] more)
    {
        var answer = await officer.SubmitAsync(await officer.GetAsync(Desk.AddressOf(request, act)), "form.act-form", more.Length > 0 ? more : Desk.Fields(act));
        Assert.True(answer.Status == HttpStatusCode.Found, $"{act}: {answer.Status} {answer.Words}");
    }

    Process Start(string connectionString)
    {
        var program = ProgramRun.Prepare(connectionString, "serve", "--urls", address.ToString(), "--data", directory);
        program.Environment["Logging__Console__FormatterName"] = "json";
        foreach (var category in (string[])["Default", "Microsoft", "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore"])
            program.Environment[$"Logging__LogLevel__{category}"] = "Information";
        // Nobody listens there: what cannot be sent is told of too.
        program.Environment["Songthang__Mail__Host"] = "127.0.0.1";
        program.Environment["Songthang__Mail__Port"] = "1";
        program.Environment["Songthang__Mail__From"] = "lights@authority.example";
        return Process.Start(program)!;
    }

    /// <summary>All lines but those that are said to whoever starts it.</summary>
    static Task<List<string>> ReadAsync(Process program, out Task serves)
    {
        var started = new TaskCompletionSource();
        serves = started.Task;
        return Task.Run(async () =>
        {
            var log = new List<string>();
            while (await program.StandardOutput.ReadLineAsync() is { } line)
            {
                if (line.StartsWith("Songthang serves", StringComparison.Ordinal))
                    started.SetResult();
                else if (!line.StartsWith("There is no administrator yet", StringComparison.Ordinal))
                    log.Add(line);
            }

            started.TrySetException(new InvalidOperationException(await program.StandardError.ReadToEndAsync()));
            return log;
        });
    }

    static JsonElement Parse(string line) => JsonSerializer.Deserialize<JsonElement>(line);

    /// <summary>Thai as it is read: JSON may write it in numbers.</summary>
    static string Unescaped(string line) => System.Text.RegularExpressions.Regex.Unescape(line.Replace("\\/", "/", StringComparison.Ordinal));

    static async Task<T> WithDbAsync<T>(string connectionString, Func<AppDb, Task<T>> work)
    {
        await using var services = new ServiceCollection().AddDatabase(connectionString).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<AppDb>());
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);
}
