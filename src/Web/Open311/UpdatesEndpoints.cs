using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Partners;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Infrastructure.Uploads;
using Songthang.Web.Features.Conversing;

namespace Songthang.Web.Open311;

/// <summary>What happened to requests, read and written, in the shape that FixMyStreet and its relatives use.</summary>
static class UpdatesEndpoints
{
    const string Root = "service_request_updates";

    public static async Task<IResult> ListAsync(HttpContext context, PublicServiceRequests requests, TimeProvider time, CancellationToken cancellationToken)
    {
        var given = new Arguments(name => context.Request.Query[name]);
        var now = time.GetUtcNow().UtcDateTime;
        var longest = TimeSpan.FromDays(RequestsArguments.MostDays);
        var to = given.Moment("end_date", isEnd: true) ?? (given.Moment("start_date") + longest is { } end && end < now ? end : now);
        var from = given.Moment("start_date") ?? to - longest;
        if (from > to)
            throw Refused.Bad("start_date must not be after end_date.");
        if (to - from > longest + TimeSpan.FromDays(1))
        {
            from = to - longest;
            context.Response.Headers["X-Open311-Clamped"] = $"start_date {new Moment(from)}";
        }

        var size = Math.Min(given.Count("page_size") ?? RequestsArguments.MostRequests, RequestsArguments.MostRequests);
        var start = RequestsArguments.Cursor(given.Text("cursor"))?.From;
        var skip = start is null ? Math.Min((given.Count("page") ?? 1) - 1, 1000) * size : 0;
        string? reference = null;
        if (given.Text("service_request_id") is { } id)
            reference = Reference.TryParse(id, out var read) ? read.ToString() : throw Refused.Unknown("service_request_id was not found.");
        var language = Open311Shapes.LanguageOf(context.Request);
        var isExtended = given.Flag("extensions");
        var found = await requests.UpdatesAsync(from, to, reference, start, skip, size, cancellationToken);
        // The span is said once more, as one that ends now would move on between two pages.
        if (found.Count == size)
            NextPage.Announce(context, size, RequestsArguments.CursorAfter(found[^1]), ("start_date", Exact(from)), ("end_date", Exact(to)));
        return new Answer(Root, new Listing("request_update", [.. found.Select(update => Shape(update, isExtended, language))]));
    }

    static string Exact(DateTime moment) => new Moment(moment, IsExact: true).ToString();

    static Record Shape(HarvestedUpdate update, bool isExtended, string language) => new(
        new("update_id", $"{update.Reference}-{update.Number}"),
        new("service_request_id", update.Reference),
        new("status", isExtended ? DetailedStatus.Of(update.To) : update.To.IsOpen() ? "open" : "closed"),
        new("updated_datetime", new Moment(update.At, IsExact: isExtended)),
        new("description", update.Result.Length > 0 ? update.Result : update.Kind.Title().In(language)),
        new("external_status_code", update.To.Slug()));

    public static async Task<IResult> WriteAsync(
        HttpContext context, PartnerKeys keys, TakePartnerUpdate take, UploadDesk desk, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var sent = await SentForm.ReadAsync(context, cancellationToken);
        var partner = await sent.RequirePartnerAsync(keys, PartnerScopes.UpdatesWrite, now, cancellationToken);
        var given = sent.Given;
        var id = given.Text("service_request_id") ?? throw Refused.Bad("service_request_id was not provided.");
        if (!Reference.TryParse(id, out var reference))
            throw Refused.Unknown("service_request_id was not found.");
        var words = string.Join('\n', new[] { given.Text("title"), given.Text("description"), StatusWords(given.Text("status")), MediaWords(given) }.OfType<string>());
        var formKey = FormKey.New();
        var photos = await sent.KeepPhotosAsync(desk, formKey, now, cancellationToken);
        if (words.Length == 0 && photos.Count == 0)
            throw Refused.Bad("description was not provided.");
        var number = await take.RunAsync(
            new PartnerUpdate(partner, reference.ToString(), given.Text("update_id") ?? given.Text("update_id_ext") ?? "", words, formKey, photos), now, cancellationToken);
        return number is null
            ? throw Refused.Unknown("service_request_id was not found.")
            : new Answer(Root, new Listing("request_update", [new Record(new Field("update_id", number))]));
    }

    /// <summary>The partner does not steer our status; what it holds it to be, officers read.</summary>
    static string? StatusWords(string? status) => status is null || status.Equals("open", StringComparison.OrdinalIgnoreCase) ? null : $"(status: {status})";

    static string? MediaWords(Arguments given) => given.Texts("media_url") is { Count: > 0 } addresses ? string.Join('\n', addresses) : null;
}
