using System.Globalization;
using System.Net;
using Songthang.Domain.Officers;
using Songthang.Web.Shared;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Assigning;

public class TabsTests
{
    [Fact]
    public async Task The_tabs_show_mine_nobodys_and_the_teams_work_and_as_many_as_they_say()
    {
        await using var app = await TestApp.StartAsync();
        var me = await Team.JoinAsync(app, "somsri", "สมศรี ใจดี");
        var other = await Team.JoinAsync(app, "somying", "สมหญิง รักงาน");
        var mine = await Given.ARequestAsync(app, it => it.SubmittedAgo(hours: 3).SeenToBy(me, "สมศรี ใจดี"));
        var done = await Given.ARequestAsync(app, it => it.SubmittedAgo(hours: 4).SeenToBy(me, "สมศรี ใจดี").Accepted().Completed());
        await Given.ARequestAsync(app, it => it.SubmittedAgo(hours: 5).SeenToBy(other, "สมหญิง รักงาน"));
        var nobodys = await Given.ARequestAsync(app, it => it.SubmittedAgo(hours: 2));
        using var officer = await app.SignInAsync(OfficerRole.Officer, "somsri");

        var page = await officer.GetAsync(Links.Inbox);

        Assert.Equal(["ของฉัน 1", "ยังไม่มีผู้รับผิดชอบ 1", "ทั้งทีม 4"],
            page.Html.QuerySelectorAll(".inbox-tabs a").Select(tab => string.Join(' ', tab.TextContent.Split(' ', StringSplitOptions.RemoveEmptyEntries))));
        Assert.Equal([mine.Reference], Team.References(await TabAsync(officer, page, 0), "tbody th a"));
        Assert.Equal([nobodys.Reference], Team.References(await TabAsync(officer, page, 1), "tbody th a"));
        Assert.Equal(4, Team.References(await TabAsync(officer, page, 2), "tbody th a").Count());
        // What is done is found among mine when it is asked for.
        Assert.Equal([done.Reference], Team.References(await officer.GetAsync("/officer?whose=mine&status=completed"), "tbody th a"));
        foreach (var view in (await TabAsync(officer, page, 0)).Html.QuerySelectorAll(".inbox-views a").Select(link => link.GetAttribute("href")!))
        {
            var list = await officer.GetAsync(view);
            Assert.Contains("whose=mine", view, StringComparison.Ordinal);
            Assert.Equal(list.TextOf(".inbox-views a[aria-current] .count"), Team.References(list, "tbody th a").Count().ToString(CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public async Task A_tab_is_filtered_sorted_and_paged_like_the_whole_list()
    {
        await using var app = await TestApp.StartAsync();
        var me = await Team.JoinAsync(app, "somsri", "สมศรี ใจดี");
        for (var hours = 1; hours <= 30; hours++)
            await Given.ARequestAsync(app, it => it.SubmittedAgo(hours: hours).Of(hours % 2 == 0 ? "flicker" : "lamp_out").SeenToBy(me, "สมศรี ใจดี"));
        await Given.ARequestAsync(app, it => it.Of("flicker"));
        using var officer = await app.SignInAsync(OfficerRole.Officer, "somsri");

        var page = await officer.GetAsync("/officer?whose=mine");
        Assert.Contains("แสดง 1 ถึง 25 จาก 30 ผลลัพธ์", page.Words, StringComparison.Ordinal);
        page = await officer.GetAsync(page.Html.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Contains("แสดง 26 ถึง 30 จาก 30 ผลลัพธ์", page.Words, StringComparison.Ordinal);
        page = await officer.SubmitAsync(page, "form[role=search]", [("fault", "flicker")]);
        Assert.Contains("แสดง 1 ถึง 15 จาก 15 ผลลัพธ์", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_director_is_shown_no_work_of_their_own_and_nothing_to_tick()
    {
        await using var app = await TestApp.StartAsync();
        await Given.ARequestAsync(app);
        using var director = await app.SignInAsync(OfficerRole.Director);

        var page = await director.GetAsync(Links.Inbox);

        Assert.Equal(2, page.Html.QuerySelectorAll(".inbox-tabs a").Length);
        Assert.False(page.Has("input[name=request]"));
        Assert.False(page.Has("[data-several-bar]"));
    }

    [Fact]
    public async Task A_filter_is_saved_under_a_name_opens_with_the_inbox_and_is_deleted_again()
    {
        await using var app = await TestApp.StartAsync();
        await Given.ARequestAsync(app, it => it.Of("flicker"));
        await Given.ARequestAsync(app, it => it.Of("lamp_out"));
        using var officer = await app.SignInAsync(OfficerRole.Officer);

        var list = await officer.GetAsync("/officer?fault=flicker&sort=due&after=5.5");
        var form = await officer.GetAsync(list.Html.QuerySelector(".inbox-saved > a")!.GetAttribute("href")!);
        var saved = await officer.SubmitAsync(form, "#save", [("Name", "ไฟกะพริบ"), ("IsDefault", "true")]);

        Assert.Equal(HttpStatusCode.Found, saved.Status);
        var page = await officer.OpenAsync(Links.Inbox);
        Assert.Equal("/officer?fault=flicker&sort=due&dir=up", page.Address.PathAndQuery);
        Assert.Single(Team.References(page, "tbody th a"));
        Assert.Equal("ไฟกะพริบ", page.TextOf(".inbox-saved a.chip[aria-current]"));
        // The tab of the team leads to the plain list all the same.
        var team = await officer.OpenAsync(page.Html.QuerySelectorAll(".inbox-tabs a")[^1].GetAttribute("href")!);
        Assert.Equal(2, Team.References(team, "tbody th a").Count());

        form = await officer.GetAsync(Links.SavedFilters);
        await officer.SubmitAsync(form, ".filter-list form");
        Assert.Equal(Links.Inbox, (await officer.OpenAsync(Links.Inbox)).Address.PathAndQuery);
        Assert.False((await officer.GetAsync(Links.Inbox)).Has(".chip"));
    }

    [Fact]
    public async Task A_shared_filter_is_everybodys_to_use_and_its_owners_to_delete()
    {
        await using var app = await TestApp.StartAsync();
        using var somsri = await app.SignInAsync(OfficerRole.Officer, "somsri");
        using var somying = await app.SignInAsync(OfficerRole.Officer, "somying");
        async Task SaveAsync(string name, bool shared) => await somsri.SubmitAsync(
            await somsri.GetAsync("/officer/filters?keep=" + Uri.EscapeDataString("view=overdue")), "#save",
            [("Name", name), ("IsShared", shared ? "true" : "false")]);
        await SaveAsync("ของทีม", shared: true);
        await SaveAsync("ของฉันเอง", shared: false);

        var page = await somying.GetAsync(Links.Inbox);
        Assert.Contains("ของทีม", page.TextOf(".inbox-saved a.chip"), StringComparison.Ordinal);
        Assert.DoesNotContain("ของฉันเอง", page.Words, StringComparison.Ordinal);
        Assert.False((await somying.GetAsync(Links.SavedFilters)).Has(".filter-list"));
        // The number of somebody else's filter does not help.
        var form = await somsri.GetAsync(Links.SavedFilters);
        var id = form.Html.QuerySelector(".filter-list input[name=id]")!.GetAttribute("value");
        await somying.SubmitAsync(await somying.GetAsync(Links.SavedFilters), "#save", [("Name", "อื่น")]);
        await somying.SubmitAsync(await somying.GetAsync(Links.SavedFilters), ".filter-list form", [("id", id)]);
        Assert.Equal(2, (await somsri.GetAsync(Links.SavedFilters)).Html.QuerySelectorAll(".filter-list li").Length);
    }

    [Fact]
    public async Task A_name_is_needed_and_used_once_and_no_more_than_twenty_are_kept()
    {
        await using var app = await TestApp.StartAsync();
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        async Task<Page> SaveAsync(string name) =>
            await officer.SubmitAsync(await officer.GetAsync("/officer/filters?keep=whose%3Dmine"), "#save", [("Name", name)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SaveAsync("  ")).Status);
        for (var number = 1; number <= 20; number++)
            Assert.Equal(HttpStatusCode.Found, (await SaveAsync($"ตัวกรอง {number}")).Status);
        Assert.Equal(HttpStatusCode.Found, (await SaveAsync("ตัวกรอง 20")).Status);
        var refused = await SaveAsync("ตัวกรอง 21");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("ตัวกรอง 21", refused.Html.QuerySelector("#Name")!.GetAttribute("value"));
        Assert.Equal(20, refused.Html.QuerySelectorAll(".filter-list li").Length);
    }

    static Task<Page> TabAsync(Visitor officer, Page page, int number) =>
        officer.GetAsync(page.Html.QuerySelectorAll(".inbox-tabs a")[number].GetAttribute("href")!);
}
