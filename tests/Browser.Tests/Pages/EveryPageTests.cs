using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Songthang.Web.Tests.Host;

namespace Songthang.Browser.Tests.Pages;

public sealed partial class EveryPageTests
{
    // No page for people: a part of the report page, files, two that only take what is sent, one that exists until the first
    // administrator does, some that are opened from others in tests of their own.
    static readonly string[] NotLookedAt =
    [
        "/report/nearby", "/officer/export.csv", "/officer/settings/audit/export.csv", "/officer/evaluations/export.csv", "/officer/sign-out", "/officer/sign-in/code", "/officer/sign-in/passkey", "/officer/sign-in/directory", "/officer/sign-out/directory", "/officer/sign-in/directory/refused",
        "/officer/requests/{reference}/print", "/officer/set-up/{key}", "/dev/inbox/{name}",
        "/officer/work-orders/{slug}/sheet.pdf", "/crew/{slug}/sheet.pdf", "/officer/requests/{reference}/completion-report.pdf",
        "/officer/requests/{reference}/forwarding-letter.pdf", "/officer/requests/{reference}/form.pdf", "/r/{secret}/receipt.pdf", "/officer/files/{key}",
        "/officer/files/{key}.pdf", "/officer/poles/labels.pdf", "/officer/receive-register/next", "/officer/export.xlsx",
        "/officer/statistics/export.csv", "/officer/statistics/monthly.pdf",
        "/officer/poles/export.csv", "/officer/poles/export.geojson", "/officer/poles/import/{key}",
        "/officer/weak-spots/export.csv",
    ];

    [Fact]
    public async Task Every_page_of_the_program_is_looked_at()
    {
        await using var app = await TestApp.StartAsync(demo: true);
        var looked = CitizenPageTests.Pages.Select(page => page.Address)
            .Concat(OfficerPageTests.Pages.Concat(OfficerPageTests.CrewsPages).Concat(OfficerPageTests.AdministratorsPages).Select(page => page.Address)).ToList();

        var missed = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).Distinct()
            .Except(NotLookedAt)
            .Where(route => !looked.Exists(address => Regex.IsMatch(
                address.Split('?')[0], $"^{Hole().Replace(route, "[^/]+")}$", RegexOptions.None, TimeSpan.FromSeconds(1))));

        Assert.Empty(missed);
    }

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hole();
}
