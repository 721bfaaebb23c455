using System.Text.Json;
using Songthang.Domain.Publication;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Infrastructure.Webhooks;

/// <summary>What a partner reads: the event, and the request as everyone may see it when it is sent.</summary>
public static class WebhookMessage
{
    /// <summary>Name of an event, which is for ever.</summary>
    public static string NameOf(WebhookEvents what) => what switch
    {
        WebhookEvents.Created => "request.created",
        WebhookEvents.Checked => "request.checked",
        WebhookEvents.StatusChanged => "request.status_changed",
        _ => "ping",
    };

    /// <summary>The message as it is sent.</summary>
    /// <param name="delivery">What happened.</param>
    /// <param name="request">The request's public shape; null for a ping.</param>
    /// <param name="write">How the JSON API writes a request: partners read the same shape in both.</param>
    public static byte[] Write(WebhookDelivery delivery, PublicServiceRequest? request, Func<PublicServiceRequest, object> write) =>
        JsonSerializer.SerializeToUtf8Bytes(new
        {
            id = delivery.EventId,
            type = NameOf(delivery.Event),
            occurredAt = delivery.CreatedAt,
            status = delivery.Status is { } status ? PublicStatus.Of(status).Slug : null,
            request = request is null ? null : write(request),
        }, Options);

    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}

/// <summary>How a request is written for programs; the API knows.</summary>
/// <param name="Write">The wire shape of a request.</param>
public sealed record WebhookShape(Func<PublicServiceRequest, object> Write);
