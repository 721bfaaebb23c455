using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Webhooks;

/// <summary>What the pages call events.</summary>
static class WebhookWords
{
    public static IReadOnlyList<WebhookEvents> Events { get; } = [WebhookEvents.Created, WebhookEvents.Checked, WebhookEvents.StatusChanged];

    public static Phrase Name(WebhookEvents what) => what switch
    {
        WebhookEvents.Created => new("มีเรื่องใหม่", "a request comes in"),
        WebhookEvents.Checked => new("ตรวจรายละเอียดแล้ว", "its details are checked"),
        WebhookEvents.StatusChanged => new("สถานะเปลี่ยน", "its status changes"),
        _ => new("ทดสอบ", "test"),
    };
}
