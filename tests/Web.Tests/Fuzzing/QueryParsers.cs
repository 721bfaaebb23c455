using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Songthang.Domain.ServiceCatalog;
using Songthang.Infrastructure;
using Songthang.Web.Features.Auditing;
using Songthang.Web.Features.Inbox;
using Songthang.Web.Features.PoleLabels;
using Songthang.Web.Features.WeakSpots;
using Songthang.Web.Features.WorkOrders;
using Songthang.Web.Open311;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Figures;
using Songthang.Web.Shared.Maps;
using Songthang.Web.Shared.Poles;

namespace Songthang.Web.Tests.Fuzzing;

/// <summary>What stands behind the question mark of an address, and what partners' programs send.</summary>
static class QueryParsers
{
    static readonly DateTime Now = new(2026, 11, 23, 9, 30, 0, DateTimeKind.Utc);

    public static IEnumerable<Parser> All =>
    [
        Query("public list", query => PublicListAddress.Of(PublicListAddress.Read(query, ReferenceData.Province, FaultTypes.Shipped)),
            "?q=ไฟดับ&status=done&amphoe=1401&tambon=140101&fault=out&received-from=2026-01-01&received-to=2569-12-31&within=no"),
        Query("inbox", query => InboxAddress.Read(query, ReferenceData.Province, FaultTypes.Shipped, me: 3),
            "?view=overdue&q=69-00001-4&area=1401&status=submitted&status=accepted&from=2026-01-01&sort=due&dir=down&size=50&after=123.4&at=26"),
        Query("figures", query => PeriodChoice.Read(query, Now, ReferenceData.Province, FaultTypes.Shipped),
            "?period=2570q1&amphoe=1401&fault=out&from=2026-01-01&to=2026-12-31", "?from=0001-01-01&to=9999-12-31"),
        Query("map", query => MapArguments.Read(query), "?zoom=14&bbox=100.5,14.3,100.6,14.4", "?zoom=22&bbox=-180,-90,180,90"),
        Query("poles", query => PoleAddress.Read(query), "?q=อบจ.อย. 15-58&amphoe=1401&state=in-use&after=12&page=2"),
        Query("work orders", query => WorkOrderAddress.Read(query, 2569), "?q=12/2569&state=open&crew=2&day=2026-11-23&page=3"),
        Query("record of the staff", query => AuditAddress.Read(query), "?who=3&what=opened&from=2026-01-01&to=2026-12-31&before=99"),
        Query("weak spots", query => WeakSpotsAddress.Read(query), "?days=90&least=3&kind=pole&page=2"),
        Query("labels", query => LabelChoice.Read(query), "?from=1&to=500&sheet=a4&amphoe=1401"),
        Query("Open311 arguments", Open311,
            "?service_request_id=69-00001-4,69-00002-3&extensions=true", "?start_date=2026-01-01T00:00:00Z&end_date=2026-03-01T00:00:00+07:00&status=open,closed&service_code=out",
            "?lat=14.35&long=100.56&radius=500&page=2&page_size=100", "?bbox=100.5,14.3,100.6,14.4&updated_after=2026-11-01T00:00:00Z", "?cursor=1.639000000000000000.42"),
        Parser.OfBytes("Open311 form", 1, body => FormAsync(body, "application/x-www-form-urlencoded"),
            Encoding.UTF8.GetBytes("service_code=out&lat=14.35&long=100.56&description=%E0%B9%84%E0%B8%9F&attribute[pole]=15-58&media=data:image/png;base64,AAAA&phone=0812345678")),
        Parser.OfBytes("Open311 form with files", 1, body => FormAsync(body, "multipart/form-data; boundary=x"), Encoding.UTF8.GetBytes(
            "--x\r\nContent-Disposition: form-data; name=\"service_code\"\r\n\r\nout\r\n--x\r\nContent-Disposition: form-data; name=\"media\"; filename=\"a.png\"\r\n"
            + "Content-Type: image/png\r\n\r\n\u0089PNG\r\n--x--\r\n")),
    ];

    static Parser Query(string name, Func<IQueryCollection, object?> read, params string[] seeds) =>
        Parser.OfText(name, text => read(new QueryCollection(QueryHelpers.ParseQuery(text))), seeds);

    static object? Open311(IQueryCollection query)
    {
        try
        {
            return RequestsArguments.Read(new Arguments(name => query[name]), Now);
        }
        catch (Refused refused) when (refused.Status is >= 400 and < 500)
        {
            return null;
        }
    }

    static async Task FormAsync(byte[] body, string type)
    {
        var context = new DefaultHttpContext { Request = { ContentType = type, Body = new MemoryStream(body), Method = "POST", ContentLength = body.Length } };
        try
        {
            var form = await SentForm.ReadAsync(context, CancellationToken.None);
            _ = form.Attribute("pole");
            _ = form.AllAttributes.Count();
            _ = form.Given.Position("lat", "long");
        }
        catch (Exception refused) when (refused is Refused { Status: >= 400 and < 500 } or InvalidDataException)
        {
            // Said what is wrong; what is no form at all the door answers with 400.
        }
    }
}
