using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Xml.Linq;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Songthang.Domain.Thai;
using Songthang.Web.Features.Reporting;
using Songthang.Web.Tests.Access;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Reporting;
using Sylvan.Data.Csv;

namespace Songthang.Web.Tests.Text;

/// <summary>Hostile words through every field that takes text, of every form that any page shows to anybody; and what then comes out again.</summary>
public sealed class EveryFieldTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    // What would run, or lead away, if it stood in a page as it was typed.
    static readonly string[] Alive =
    [
        "<script>window.hacked", "<img src=x onerror", "<svg/onload", "href=\"javascript:window", "<iframe srcdoc=\"<script", "<style>*{display", "<base href=\"//evil",
        "<meta http-equiv=refresh content=\"0;url=//evil", "<plaintext>", "<bdo dir=rtl>",
    ];

    // Nothing of what was typed may stand in the log, and no line of it may look like one of ours.
    static readonly string[] NeverLogged = ["window.hacked", "forged", "c@d.example", "evil.example", "DROP TABLE service", "/etc/passwd"];

    readonly ConcurrentQueue<string> log = new();
    Town town = null!;

    TestApp App => town.App;

    public async ValueTask InitializeAsync()
    {
        town = new Town
        {
            Adjust = builder =>
            {
                builder.Configuration["Logging:LogLevel:Default"] = "Information";
                builder.Logging.ClearProviders().AddProvider(new Remembering(log));
            },
        };
        await town.InitializeAsync();
    }

    public ValueTask DisposeAsync() => town.DisposeAsync();

    [Fact]
    public async Task Whatever_is_typed_into_any_field_is_answered_without_a_fault_and_comes_out_as_words()
    {
        var forms = await FormsAsync();
        var wrong = new List<string>();
        foreach (var form in forms)
            await FillAsync(form, wrong);
        await SendToApiAsync(wrong);

        Assert.True(forms.Count > 60, $"{forms.Count} forms were found");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(40)));
        var unfilled = forms.SelectMany(form => form.Fields.Except(form.Filled).Select(field => $"{form.Door}: {field}")).ToList();
        Assert.True(unfilled.Count == 0, $"Nobody filled in\n{string.Join('\n', unfilled)}");

        await StoredAsync();
        await FilesAsync();
        var lines = log.ToList();
        Assert.All(NeverLogged, words => Assert.DoesNotContain(lines, line => line.Contains(words, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>A form as somebody sees it.</summary>
    sealed record Form(string Door, Visitor Browser, Page Page, string Selector, IReadOnlyList<string> Fields)
    {
        public HashSet<string> Filled { get; } = new(StringComparer.Ordinal);
    }

    /// <summary>All forms with a field for text that any door of the program's own table shows to anybody, each once.</summary>
    async Task<List<Form>> FormsAsync()
    {
        var forms = new Dictionary<string, Form>(StringComparer.Ordinal);
        foreach (var door in town.Doors.Where(door => door.Method == "GET"))
        {
            foreach (var caller in town.Callers.Where(caller => caller.ApiKey is null && caller.Name != "another requester"))
            {
                using var answer = await caller.TryAsync(door, town.AddressOf(door, caller), withToken: false);
                if (answer.StatusCode != HttpStatusCode.OK || answer.Content.Headers.ContentType?.MediaType != "text/html")
                    continue;
                var page = new Page(answer, await answer.Content.ReadAsStringAsync(Stop), new Uri(App.Address, town.AddressOf(door, caller)));
                foreach (var (form, i) in page.Html.Forms.Select((form, i) => (form, i)))
                {
                    var fields = TextFields(form);
                    var key = $"{form.GetAttribute("action")?.Split('/')[^1] ?? door.Route} {string.Join(' ', fields)}";
                    if (fields.Count == 0 || forms.ContainsKey(key))
                        continue;
                    form.SetAttribute("data-form", i.ToString(CultureInfo.InvariantCulture));
                    forms[key] = new(door.Name, caller.Browser, page, $"form[data-form='{i}']", fields);
                }
            }
        }

        return [.. forms.Values];
    }

    static List<string> TextFields(IHtmlFormElement form) =>
    [
        .. form.Elements.Where(element => element is IHtmlTextAreaElement
                or IHtmlInputElement { Type: "text" or "search" or "tel" or "email" or "url" or "password" or "number" or "date" or "time" or "datetime-local" or "month" })
            .Select(element => element.GetAttribute("name")).OfType<string>().Where(name => name.Length > 0).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>All strings, many in one post for those that take long words, and some alone, each field with others than its neighbours.</summary>
    static async Task FillAsync(Form form, List<string> wrong)
    {
        const int together = 28;
        var packs = HostileTexts.All.Where(text => text.Length < 120).Chunk(together).Select(texts => string.Join(' ', texts)).ToList();
        var rounds = packs.Count + 4;
        for (var round = 0; round < rounds; round++)
        {
            var i = round;
            var values = form.Fields.Select((field, at) => (field, (string?)(i < packs.Count ? packs[(i + at) % packs.Count] : HostileTexts.All[((i * 37) + (at * 11)) % HostileTexts.All.Count]))).ToList();
            var answer = await form.Browser.SubmitAsync(form.Page, form.Selector, values);
            if ((int)answer.Status >= 500)
                wrong.Add($"{form.Door} answers {(int)answer.Status} to {string.Join(" | ", values.Select(value => $"{value.field}={Short(value.Item2!)}"))}");
            wrong.AddRange(Alive.Where(alive => answer.Text.Contains(alive, StringComparison.OrdinalIgnoreCase)).Select(alive => $"{form.Door} writes {alive}"));
            form.Filled.UnionWith(form.Fields);
        }
    }

    static string Short(string text) => text.Length > 60 ? text[..60] : text;

    /// <summary>JSON can say what no form can: halves of characters, zero bytes.</summary>
    async Task SendToApiAsync(List<string> wrong)
    {
        var key = town.Callers.Single(caller => caller.Name == "partner").ApiKey!;
        using var http = new HttpClient { BaseAddress = App.Address };
        http.DefaultRequestHeaders.Add("X-Api-Key", key);
        for (var i = 0; i < HostileTexts.All.Count; i++)
        {
            string At(int step) => HostileTexts.All[(i + step) % HostileTexts.All.Count];
            using var message = new HttpRequestMessage(HttpMethod.Post, "/api/v1/requests")
            {
                Content = new StringContent(Json(("serviceCode", "lamp_out"), ("symptom", At(0)), ("road", At(7)), ("landmark", At(13)), ("moo", At(19)), ("poleNumber", At(23)), ("name", At(29)),
                    (i % 4 == 0 ? "phone" : "ignored", At(31)), (i % 4 == 1 ? "email" : "ignored", At(37)), (i % 4 == 2 ? "toldBy" : "ignored", At(41)), (i % 4 == 3 ? "language" : "ignored", At(43))),
                    Encoding.UTF8, "application/json"),
            };
            message.Headers.Add("Idempotency-Key", $"text-{i}");
            using var answer = await http.SendAsync(message, Stop);
            if ((int)answer.StatusCode >= 500)
                wrong.Add($"/api/v1/requests answers {(int)answer.StatusCode} to {i}");
            using var open311 = await http.PostAsync("/open311/v2/requests.json", new FormUrlEncodedContent(
            [
                new("api_key", key), new("service_code", "lamp_out"), new("description", At(3)), new("address_string", At(5)), new("first_name", At(11)), new("email", At(17)),
                new("phone", At(41)), new("account_id", At(43)), new("device_id", At(47)), new("media_url", At(53)), new("attribute[fault_details]", At(59)),
            ]), Stop);
            if ((int)open311.StatusCode >= 500)
                wrong.Add($"/open311 answers {(int)open311.StatusCode} to {i}");
        }
    }

    static string Json(params (string Name, string Value)[] fields) => "{" + string.Join(',', fields.DistinctBy(field => field.Name)
        .Select(field => $"\"{field.Name}\":\"{string.Concat(field.Value.Select(sign => $"\\u{(int)sign:x4}"))}\"")) + "}";

    /// <summary>Every string through every field of the report: what is kept is what the rules of Thai text make of it, on either database.</summary>
    async Task StoredAsync()
    {
        using var citizen = App.NewVisitor();
        var form = await citizen.GetAsync("/report");
        string[] fields = ["Symptom", "Road", "Landmark", "Moo", "PoleNumber", "Name"];
        int[] most = [4000, 200, 4000, 20, 60, 200];
        var taken = 0;
        for (var i = 0; i < HostileTexts.All.Count; i++)
        {
            // What a form can carry: half a character is none.
            var texts = fields.Select((_, at) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(HostileTexts.All[(i + (at * 29)) % HostileTexts.All.Count]))).ToList();
            var clean = texts.ConvertAll(ThaiText.Clean);
            for (var at = 0; at < fields.Length; at++)
                if (ThaiText.Length(clean[at]) > most[at] || (at == 5 && clean[at].Length == 0))
                    (texts[at], clean[at]) = ("ทดสอบ", "ทดสอบ");
            var key = i.ToString("x32", CultureInfo.InvariantCulture);
            List<(string, string?)> values = [.. fields.Select((field, at) => ($"Form.{field}", (string?)texts[at])), ("Photos.FormKey", key), ("FormTime", App.Services.GetRequiredService<FormTime>().Sign(key, App.Time.GetUtcNow().UtcDateTime)),
                ("Form.Fault", "wire_down"), ("Form.Tambon", "140101"), ("Form.Phone", "0812345678"), ("Form.Acknowledged", "true")];
            var answer = await citizen.SubmitAsync(form, ReportPage.Form, values);
            if (answer.Status != HttpStatusCode.Redirect)
            {
                // A zero byte in the name of nothing else is refused whole by the framework's reader of forms.
                Assert.True((int)answer.Status is 400 or 422, $"{i}: {answer.Status}");
                continue;
            }

            taken++;
            var request = await App.WithDbAsync(db => db.ServiceRequests.AsNoTracking().OrderByDescending(it => it.Id).FirstAsync(Stop));
            Assert.Equal(clean, [request.Symptom, request.Place.Road, request.Place.Landmark, request.Place.Moo, request.Place.PoleNumber, request.Requester.Name]);
        }

        Assert.InRange(taken, 120, HostileTexts.All.Count);
    }

    /// <summary>Sheets hold one row for each request and no formula; papers are made.</summary>
    async Task FilesAsync()
    {
        var officer = town.Callers.Single(caller => caller.Name == "officer").Browser;
        var csv = await officer.Client.GetStreamAsync("/officer/export.csv?whose=team", Stop);
        await using (var reader = await CsvDataReader.CreateAsync(new StreamReader(csv), cancel: Stop))
        {
            var rows = 0;
            for (; await reader.ReadAsync(Stop); rows++)
            {
                Assert.Equal(reader.FieldCount, reader.RowFieldCount);
                for (var i = 0; i < reader.FieldCount; i++)
                    Assert.False(reader.GetString(i) is ['=' or '+' or '@' or '\t', ..], reader.GetString(i));
            }

            Assert.True(rows > 120, $"{rows} rows");
        }

        var excel = await officer.Client.GetByteArrayAsync("/officer/export.xlsx?whose=team", Stop);
        using var parts = new ZipArchive(new MemoryStream(excel));
        foreach (var part in parts.Entries.Where(part => part.Name.EndsWith(".xml", StringComparison.Ordinal)))
            Assert.DoesNotContain(XDocument.Load(part.Open()).Descendants(), element => element.Name.LocalName == "f");
        var references = await App.WithDbAsync(db => db.ServiceRequests.OrderByDescending(it => it.Id).Select(it => it.Reference).Take(20).ToListAsync(Stop));
        foreach (var reference in references)
        {
            var paper = await officer.Client.GetByteArrayAsync($"/officer/requests/{reference}/form.pdf", Stop);
            Assert.StartsWith("%PDF", Encoding.ASCII.GetString(paper, 0, 4), StringComparison.Ordinal);
        }
    }

    sealed class Remembering(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
