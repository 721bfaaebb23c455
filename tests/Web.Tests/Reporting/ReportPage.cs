using Microsoft.EntityFrameworkCore;
using Songthang.Domain.ServiceRequests;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Reporting;

/// <summary>The report page as a citizen without scripts fills it in.</summary>
static class ReportPage
{
    public const string Form = "form[data-report]";

    /// <summary>All that is needed; a test replaces what it is about.</summary>
    public static List<(string Name, string? Value)> Filled(params (string Name, string? Value)[] changes)
    {
        List<(string Name, string? Value)> fields =
        [
            ("Form.Fault", "lamp_out"), ("Form.Tambon", "140101"), ("Form.Road", "ถนนทดสอบ"), ("Form.Name", "ทดสอบ ใจดี"),
            ("Form.Phone", "081-234-5678"), ("Form.Acknowledged", "true"),
        ];
        fields.RemoveAll(field => changes.Any(change => change.Name == field.Name));
        fields.AddRange(changes);
        return fields;
    }

    public static async Task<Page> SendAsync(Visitor visitor, IEnumerable<FormFile>? files, params (string Name, string? Value)[] changes) =>
        await visitor.SubmitAsync(await visitor.GetAsync("/report"), Form, Filled(changes), files);

    public static Task<Page> SendAsync(Visitor visitor, params (string Name, string? Value)[] changes) => SendAsync(visitor, null, changes);

    /// <summary>The only request there is.</summary>
    public static Task<ServiceRequest> TheRequestAsync(TestApp app) => app.WithDbAsync(db => db.ServiceRequests
        .AsNoTracking().Include(request => request.Photos)
        .SingleAsync(TestContext.Current.CancellationToken));

    public static Task<int> CountAsync(TestApp app) =>
        app.WithDbAsync(db => db.ServiceRequests.CountAsync(TestContext.Current.CancellationToken));
}
