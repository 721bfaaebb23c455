using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Songthang.Browser.Tests.Host;
using Songthang.Domain.Officers;

namespace Songthang.Browser.Tests.Pages;

public sealed class OfficerPageTests(Chromium chromium, LivingSystem system) : IClassFixture<LivingSystem>
{
    internal static readonly (string Name, string Address)[] Pages =
    [
        ("inbox", "/officer"),
        ("inbox-map", "/officer/map"),
        ("account", "/officer/account"),
        ("second-factor", "/officer/account/second-factor"),
        ("passkeys", "/officer/account/passkeys"),
        ("confirm", "/officer/confirm"),
        ("request-submitted", "/officer/requests/{submitted}"),
        ("request-photo", "/officer/requests/{photo}"),
        ("request-urgent", "/officer/requests/{urgent}"),
        ("request-checked", "/officer/requests/{checked}"),
        ("request-advised", "/officer/requests/{advised}"),
        ("request-asked", "/officer/requests/{asked}"),
        ("request-answered", "/officer/requests/{answered}"),
        ("request-accepted", "/officer/requests/{accepted}"),
        ("request-started", "/officer/requests/{started}"),
        ("request-paused", "/officer/requests/{paused}"),
        ("request-completed", "/officer/requests/{completed}"),
        ("request-declined", "/officer/requests/{declined}"),
        ("request-forwarded", "/officer/requests/{forwarded}"),
        ("request-duplicate", "/officer/requests/{duplicate}"),
        ("request-withdrawn", "/officer/requests/{withdrawn}"),
        ("request-reopened", "/officer/requests/{reopened}"),
        ("act-check", "/officer/requests/{photo}/check"),
        ("act-correct", "/officer/requests/{checked}/correct"),
        ("act-answer", "/officer/requests/{asked}/answer"),
        ("act-reply", "/officer/requests/{forwarded}/reply"),
        ("act-letter", "/officer/requests/{forwarded}/letter"),
        ("act-accept", "/officer/requests/{checked}/accept"),
        ("act-ask", "/officer/requests/{checked}/ask"),
        ("act-decline", "/officer/requests/{checked}/decline"),
        ("act-forward", "/officer/requests/{checked}/forward"),
        ("act-merge", "/officer/requests/{checked}/merge"),
        ("act-gather", "/officer/requests/{checked}/gather"),
        ("act-split", "/officer/requests/{duplicate}/split"),
        ("act-start", "/officer/requests/{accepted}/start"),
        ("act-pause", "/officer/requests/{started}/pause"),
        ("act-complete", "/officer/requests/{started}/complete"),
        ("act-reopen", "/officer/requests/{completed}/reopen"),
        ("act-withdraw", "/officer/requests/{accepted}/withdraw"),
        ("act-call", "/officer/requests/{accepted}/call"),
        ("act-write", "/officer/requests/{accepted}/write"),
        ("evaluations", "/officer/evaluations"),
        ("figures", "/officer/statistics"),
        ("monthly-report", "/officer/statistics/monthly?month=2569m11"),
        ("mentions", "/officer/mentions"),
        ("act-note", "/officer/requests/{accepted}/note"),
        ("form", "/officer/requests/{accepted}/form"),
        ("forms", "/officer/forms?request={accepted}&request={started}"),
        ("take-report", "/officer/requests/new"),
        ("request-ordered", "/officer/requests/{ordered}"),
        ("work-orders", "/officer/work-orders"),
        ("work-order-new", "/officer/work-orders/new?request={accepted}"),
        ("work-order", "/officer/work-orders/2569-1"),
        ("work-order-ended", "/officer/work-orders/2569-2"),
        ("work-order-complete", "/officer/work-orders/2569-1/complete"),
        ("work-order-sheet", "/officer/work-orders/2569-1/sheet"),
        ("poles", "/officer/poles"),
        ("pole", "/officer/poles/000004-5"),
        ("pole-new", "/officer/poles/new"),
        ("pole-edit", "/officer/poles/000004-5/edit"),
        ("pole-retire", "/officer/poles/000004-5/retire"),
        ("pole-return", "/officer/poles/000004-5/return"),
        ("pole-photos", "/officer/poles/000004-5/photos"),
        ("poles-import", "/officer/poles/import"),
        ("pole-labels", "/officer/poles/labels?all=true&sheet=24&from=3"),
        ("act-assign", "/officer/requests/{checked}/assign"),
        ("filters", "/officer/filters?keep=view%3Doverdue"),
        ("duty", "/officer/duty"),
        ("officers-guide", "/officer/guide"),
        ("officer-announcements", "/officer/announcements"),
        ("announcement-new", "/officer/announcements/new"),
        ("announcement-change", "/officer/announcements/1"),
        ("completion-report", "/officer/requests/{completed}/completion-report"),
        ("forwarding-letter", "/officer/requests/{forwarded}/forwarding-letter"),
        ("forwarding-letter-preview", "/officer/requests/{forwarded}/forwarding-letter/preview"),
        ("receive-register", "/officer/receive-register"),
        ("receive-number", "/officer/requests/{checked}/receive-number"),
        ("held", "/officer/held"),
        ("held-one", "/officer/held/1"),
        ("outages", "/officer/outages"),
        ("outage", "/officer/outages/1"),
        ("data-subjects", "/officer/data-subjects"),
        ("data-subject-new", "/officer/data-subjects/new"),
        ("data-subject", "/officer/data-subjects/1"),
        ("data-held", "/officer/data-subjects/held"),
        ("data-correct", "/officer/data-subjects/correct/{completed}"),
        ("data-erase", "/officer/data-subjects/erase/{completed}"),
        ("weak-poles", "/officer/weak-spots"),
        ("weak-roads", "/officer/weak-spots?list=roads"),
        ("weak-lamps", "/officer/weak-spots?list=lamps"),
        ("several-accept", "/officer/several/accept?request={checked}&request={submitted}"),
        ("several-assign", "/officer/several/assign?request={checked}&request={declined}"),
        ("several-forward", "/officer/several/forward?request={checked}&request={accepted}"),
    ];

    internal static readonly (string Name, string Address)[] CrewsPages =
    [
        ("crew", "/crew"),
        ("crew-order", "/crew/2569-1"),
        ("crew-sheet", "/crew/2569-1/sheet"),
        ("crew-stop", "/crew/2569-1/{ordered}"),
        ("crew-done", "/crew/2569-1/{ordered}/done"),
        ("crew-not-done", "/crew/2569-1/{ordered}/not-done"),
    ];

    internal static readonly (string Name, string Address)[] AdministratorsPages =
    [
        ("settings", "/officer/settings"),
        ("users", "/officer/settings/users"),
        ("user", "/officer/settings/users/1"),
        ("user-new", "/officer/settings/users/new"),
        ("hand-over", "/officer/settings/users/1/hand-over"),
        ("messages", "/officer/settings/messages"),
        ("verify", "/officer/settings/verify"),
        ("settings-agency", "/officer/settings/agency"),
        ("settings-logo", "/officer/settings/agency/logo"),
        ("settings-faults", "/officer/settings/fault-types"),
        ("settings-fault", "/officer/settings/fault-types/line/lamp_out"),
        ("settings-fault-new", "/officer/settings/fault-types/line"),
        ("settings-steps", "/officer/settings/steps"),
        ("settings-step", "/officer/settings/steps/line/DoWork"),
        ("settings-calendar", "/officer/settings/calendar"),
        ("settings-holidays", "/officer/settings/calendar/holidays"),
        ("settings-template", "/officer/settings/templates/line/accept"),
        ("settings-authority", "/officer/settings/authorities/line/pea"),
        ("settings-papers", "/officer/settings/papers"),
        ("settings-label-sheets", "/officer/settings/label-sheets"),
        ("settings-label-sheet", "/officer/settings/label-sheets/line/24"),
        ("settings-boundaries", "/officer/settings/boundaries"),
        ("settings-boundary-set", "/officer/settings/boundaries/1"),
        ("settings-roads", "/officer/settings/roads"),
        ("settings-road", "/officer/settings/roads/1"),
        ("settings-road-draft", "/officer/settings/roads/new/1"),
        ("settings-garuda", "/officer/settings/papers/garuda"),
        ("settings-retention", "/officer/settings/retention"),
        ("settings-history", "/officer/settings/crews/history"),
        ("settings-state", "/officer/settings/crews/history/0"),
        ("audit", "/officer/settings/audit"),
        ("removals", "/officer/settings/removals"),
        ("breaches", "/officer/settings/breaches"),
        ("breach", "/officer/settings/breaches/1"),
        ("api-keys", "/officer/settings/api-keys"),
        ("api-key", "/officer/settings/api-keys/1"),
        ("api-key-new", "/officer/settings/api-keys/new"),
        ("api-key-revoke", "/officer/settings/api-keys/1/revoke"),
        ("webhooks", "/officer/settings/webhooks"),
        ("webhook", "/officer/settings/webhooks/1"),
    ];

    public static TheoryData<string, string, OfficerRole> All =>
    [
        .. Pages.Select(page => new TheoryDataRow<string, string, OfficerRole>(page.Name, page.Address, OfficerRole.Officer)),
        .. CrewsPages.Select(page => new TheoryDataRow<string, string, OfficerRole>(page.Name, page.Address, OfficerRole.Crew)),
        .. AdministratorsPages.Select(page => new TheoryDataRow<string, string, OfficerRole>(page.Name, page.Address, OfficerRole.Administrator)),
    ];

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_page_for_officers_has_no_barrier(string name, string address, OfficerRole role)
    {
        await using var person = await system.OfficerAsync(chromium, Screen.Desk, role);

        var answer = await person.OpenAsync(system.Address(address));

        Assert.Equal(200, answer.Status);
        // A map adds where it stands.
        await Assertions.Expect(person.Page).ToHaveURLAsync(
            new Regex($"^{Regex.Escape(new Uri(system.App.Address, system.Address(address)).AbsoluteUri)}(?:[?&]at=[^&]*)?$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Looks.RightAsync(person, name);
    }

    [Theory]
    [InlineData("inbox", "/officer")]
    [InlineData("request-photo", "/officer/requests/{photo}")]
    public async Task A_page_for_officers_in_English_has_no_barrier(string name, string address)
    {
        await using var person = await system.OfficerAsync(chromium, Screen.Desk, OfficerRole.Officer);

        await person.OpenAsync($"/language/en?return={Uri.EscapeDataString(system.Address(address))}");

        await Looks.RightAsync(person, $"{name}-english", "en");
    }
}
