using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Songthang.Domain.ServiceRequests;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Privacy;

/// <summary>
/// Two requests full of marks, and every address that answers without a sign-in is visited: what is private shows nowhere,
/// nor in the log. The addresses are those of the program's own table: a new one that cannot be visited fails the test until
/// it is said how.
/// </summary>
public class EveryDoorTests
{
    static readonly CancellationToken Now = TestContext.Current.CancellationToken;

    // Whoever has such an address may see what lies behind it; that they tell no more is asked elsewhere.
    static readonly string[] Own = ["/r/", "/follow/", "/uploads/", "/dev/inbox"];

    // What stands in the holes of addresses. A door with another hole adds a line here.
    static Dictionary<string, string[]> Holes(ServiceRequest[] requests) => new(StringComparer.OrdinalIgnoreCase)
    {
        ["reference"] = [.. requests.Select(request => request.Reference)],
        ["id"] = [.. requests.Select(request => request.Reference), "lamp_out"],
        ["key"] = ["1401", "140101", "ถนนอู่ทอง", "POLE-PRIVATE", "0123456789abcdef0123456789abcdef"],
        ["amphoe"] = ["1401"],
        ["tambon"] = ["140101"],
        ["code"] = ["lamp_out", "500", "1401", "000001-3", "POLE-PRIVATE"],
        ["service_code"] = ["lamp_out"],
        ["serviceCode"] = ["lamp_out"],
        ["pole"] = ["POLE-PRIVATE"],
        ["number"] = ["POLE-PRIVATE", "1"],
        ["name"] = ["home", "reports"],
        ["lang"] = ["th", "en"],
        ["size"] = ["full", "thumb"],
        ["year"] = ["2569"],
        ["part"] = ["0"],
        ["format"] = ["json", "xml"],
        ["ext"] = ["json", "xml"],
        ["month"] = ["11"],
        ["period"] = ["2569-11"],
        ["slug"] = ["guide"],
        ["topic"] = ["report"],
        ["z"] = ["14"],
        ["x"] = ["12773"],
        ["y"] = ["7530"],
        ["secret"] = ["no-such-secret"],
        ["ticket"] = ["no-such-ticket"],
        ["formKey"] = ["0123456789abcdef0123456789abcdef"],
        ["status"] = ["404"],
        ["statusCode"] = ["404"],
        ["path"] = ["no-such-page"],
        ["documentName"] = ["v1"],
        ["version"] = ["v1"],
    };

    static readonly string[] Queries = ["", "?page=1&extensions=true", "?q=14&amphoe=1401", "?lat=14.35991&long=100.56994&radius=100", "?bbox=100,14,101,15",
        "?zoom=17&bbox=100.55,14.34,100.58,14.37&q=14"];

    [Fact]
    public async Task No_open_door_tells_what_is_private()
    {
        var log = new ConcurrentQueue<string>();
        await using var app = await TestApp.StartAsync(
            settings: new() { ["Logging:LogLevel:Default"] = "Information", ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Information" },
            adjust: builder => builder.Logging.ClearProviders().AddProvider(new Remembering(log)));
        var unchecked_ = await PublicEyeTests.FullAsync(app);
        var hidden = await Given.ARequestAsync(app, it => PublicEyeTests.Fill(it).Sent(s => s with { Secret = "other-secret-0123456789abcd", PhotoKeys = [] })
            .Then((request, at) => request.CheckDetails(null, [], false, Given.Officer, at)).Noted("บันทึกในสำนักงาน").Asked("คำถามเฉพาะตัว").Answered("คำตอบเฉพาะตัว"));
        ServiceRequest[] requests = [unchecked_, hidden];
        var holes = Holes(requests);
        // What an officer released with the check may be read; the person, the talk, the exact place and the kept-back words never.
        var marks = PublicEyeTests.Private.Except(["ร้านป้าลับ", "ถนนอู่ทอง", "หมู่ที่ 77", "POLE-PRIVATE", "14.35", "100.56"])
            .Concat([unchecked_.Secret, hidden.Secret, "14.35991", "14.359910", "100.56994", "100.569940"]).ToList();
        using var visitor = app.NewVisitor();
        // The log may name the addresses that were asked for.
        var visited = new List<string>();

        foreach (var door in Doors(app))
        {
            foreach (var address in Addresses(door.RoutePattern, holes))
            {
                foreach (var query in Queries)
                {
                    using var answer = await visitor.Client.GetAsync(address + query, HttpCompletionOption.ResponseHeadersRead, Now);
                    var told = string.Join('\n', answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Set-Cookie").SelectMany(header => header.Value.Prepend(header.Key)));
                    if (answer.Content.Headers.ContentType?.MediaType != "text/event-stream")
                        told += Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(Now));
                    // An answer may repeat what it was asked.
                    var asked = Uri.UnescapeDataString(address + query);
                    var secrets = marks.Where(mark => !asked.Contains(mark, StringComparison.Ordinal));
                    foreach (var mark in secrets)
                        Assert.False(told.Contains(mark, StringComparison.OrdinalIgnoreCase), $"{address}{query} tells {mark}");
                    visited.Add(asked);
                }
            }
        }

        Assert.True(visited.Count > 100);
        var logged = string.Join('\n', log);
        Assert.Contains("service_requests", logged, StringComparison.Ordinal);
        foreach (var mark in marks.Where(mark => !visited.Exists(asked => asked.Contains(mark, StringComparison.Ordinal))))
            Assert.False(logged.Contains(mark, StringComparison.OrdinalIgnoreCase), $"The log tells {mark}");
    }

    /// <summary>What answers a GET without a sign-in, styles and pictures of our own aside.</summary>
    static List<RouteEndpoint> Doors(TestApp app) =>
    [
        .. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(door => door.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Where(door => door.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is not { Count: > 0 } methods || methods.Contains("GET", StringComparer.OrdinalIgnoreCase))
            .Where(door => !door.Metadata.Any(data => data.GetType().Name.Contains("StaticAsset", StringComparison.Ordinal)))
            .Where(door => !Array.Exists(Own, own => ("/" + door.RoutePattern.RawText!.TrimStart('/')).StartsWith(own, StringComparison.Ordinal))),
    ];

    static IEnumerable<string> Addresses(RoutePattern pattern, Dictionary<string, string[]> holes)
    {
        IEnumerable<string> all = [""];
        foreach (var segment in pattern.PathSegments)
        {
            all = all.Select(start => start + "/").ToList();
            foreach (var part in segment.Parts)
            {
                var fills = part switch
                {
                    RoutePatternLiteralPart literal => [literal.Content],
                    RoutePatternSeparatorPart separator => [separator.Content],
                    RoutePatternParameterPart hole => holes.TryGetValue(hole.Name, out var known)
                        ? known : throw new InvalidOperationException($"Say in Holes what stands in {{{hole.Name}}} of {pattern.RawText}."),
                    _ => throw new InvalidOperationException($"{pattern.RawText} cannot be visited."),
                };
                all = all.SelectMany(start => fills.Select(fill => start + (part is RoutePatternParameterPart ? Uri.EscapeDataString(fill) : fill))).ToList();
            }
        }

        return all.Select(address => address.Length == 0 ? "/" : address);
    }

    sealed class Remembering(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            lines.Enqueue(state.ToString() ?? "");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
