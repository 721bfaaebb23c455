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
        var size = Math.Min(given.Count("page_size") ?? RequestsArguments.MostRequests, RequestsArguments.MostRequests);
        var (after, until) = (given.Moment("updated_after"), given.Moment("updated_before", isEnd: true));
        var cursor = RequestsArguments.Cursor(given.Text("cursor"));
        var order = cursor?.Order ?? ((after ?? until) is null ? HarvestOrder.OldestFirst : HarvestOrder.ByChange);
        var skip = cursor is null ? Math.Min((given.Count("page") ?? 1) - 1, 1000) * size : 0;
        var filter = new UpdatesFilter { Reference = Asked(given.Text("service_request_id")), ChangedAfter = after, ChangedUntil = until };
        if (order != HarvestOrder.ByChange || (given.Text("start_date") ?? given.Text("end_date")) is not null)
            filter = Within(filter, given, context.Response, time.GetUtcNow().UtcDateTime);
        var language = Open311Shapes.LanguageOf(context.Request);
        var isExtended = given.Flag("extensions");
        var found = await requests.UpdatesAsync(filter, order, cursor?.From, skip, size, cancellationToken);
        if (found.Count == size)
            Announce(context, size, RequestsArguments.CursorAfter(order, found[^1]), filter);
        return new Answer(Root, new Listing("request_update", [.. found.Select(update => Shape(update, order, isExtended, language))]));
    }

    static string? Asked(string? id) => id is null ? null
        : Reference.TryParse(id, out var read) ? read.ToString() : throw Refused.Unknown("service_request_id was not found.");

    /// <summary>What happened in a span: the one that is asked for, no longer than ninety days, or the last ninety.</summary>
    static UpdatesFilter Within(UpdatesFilter filter, Arguments given, HttpResponse response, DateTime now)
    {
        var longest = TimeSpan.FromDays(RequestsArguments.MostDays);
        var to = given.Moment("end_date", isEnd: true) ?? (given.Moment("start_date") + longest is { } end && end < now ? end : now);
        var from = given.Moment("start_date") ?? to - longest;
        if (from > to)
            throw Refused.Bad("start_date must not be after end_date.");
        if (to - from > longest + TimeSpan.FromDays(1))
        {
            from = to - longest;
            response.Headers["X-Open311-Clamped"] = $"start_date {new Moment(from)}";
        }

        return filter with { From = from, To = to };
    }

    static void Announce(HttpContext context, int size, string cursor, UpdatesFilter filter)
    {
        // The span is said once more, as one that ends now would move on between two pages.
        if (filter is { From: { } from, To: { } to })
            NextPage.Announce(context, size, cursor, ("start_date", Exact(from)), ("end_date", Exact(to)));
        else
            NextPage.Announce(context, size, cursor);
    }

    static string Exact(DateTime moment) => new Moment(moment, IsExact: true).ToString();

    static Record Shape(HarvestedUpdate update, HarvestOrder order, bool isExtended, string language)
    {
        // Who goes on from the newest moment needs the one of the order; when it happened, the span without it tells.
        var at = order == HarvestOrder.ByChange ? new Moment(update.ChangedAt ?? update.At, IsExact: true) : new Moment(update.At, IsExact: isExtended);
        return new(
            new("update_id", $"{update.Reference}-{update.Number}"),
            new("service_request_id", update.Reference),
            new("status", isExtended ? DetailedStatus.Of(update.To) : update.To.IsOpen() ? "open" : "closed"),
            new("updated_datetime", at),
            new("description", update.Result.Length > 0 ? update.Result : update.Kind.Title().In(language)),
            new("external_status_code", update.To.Slug()));
    }

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
