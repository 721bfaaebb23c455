using System.Net.ServerSentEvents;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Inbox;

/// <summary>The list's queries and the addresses of the bell.</summary>
public static class InboxSetup
{
    public static IServiceCollection AddInbox(this IServiceCollection services) => services
        .AddScoped<InboxQuery>()
        .AddScoped<InboxExport>()
        .AddScoped<InboxMap>()
        .AddScoped<SavedFilterList>()
        .AddSingleton<Bell>();

    /// <summary>Maps <c>/officer/map/reports.json</c>: what the officers' map shows of a rectangle.</summary>
    public static void MapInboxMap(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Links.OfficerMapReports, InboxMapJson.AnswerAsync).RequireAuthorization(Policies.Readers);

    /// <summary>Maps <c>/officer/bell</c> (the number) and <c>/officer/bell/events</c> (each new number).</summary>
    public static void MapBell(this IEndpointRouteBuilder routes)
    {
        var bell = routes.MapGroup(Links.Bell).RequireAuthorization(Policies.Readers).WithMetadata(new NotActivityAttribute());
        bell.MapGet("", async (InboxQuery inbox, CancellationToken cancellationToken) =>
            new BellCount(await inbox.CountUnreadAsync(cancellationToken)));
        bell.MapGet("events", (Bell listening, CancellationToken cancellationToken) => listening.HasRoom
            ? Results.ServerSentEvents(ToEvents(listening.ListenAsync(cancellationToken)))
            : Results.StatusCode(StatusCodes.Status503ServiceUnavailable));
    }

    static async IAsyncEnumerable<SseItem<int>> ToEvents(IAsyncEnumerable<int> counts)
    {
        await foreach (var count in counts)
            yield return new SseItem<int>(count, "unread") { ReconnectionInterval = TimeSpan.FromSeconds(5) };
    }
}

/// <param name="Unread">Requests that nobody has opened yet, at most one above <see cref="InboxQuery.UnreadBound"/>.</param>
public sealed record BellCount(int Unread);
