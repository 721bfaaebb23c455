using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Notifications;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Assigning;

/// <summary>Officers who give each other work.</summary>
static class Team
{
    /// <summary>An account; with an address when it is to be told by email.</summary>
    public static async Task<int> JoinAsync(TestApp app, string userName, string name, bool hasAddress = false, OfficerRole role = OfficerRole.Officer)
    {
        var id = await app.CreateAccountAsync(userName, role, displayName: name);
        if (hasAddress)
        {
            await app.WithDbAsync(db => db.Users.Where(account => account.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(account => account.Email, $"{userName}@office.example")));
        }

        return id;
    }

    /// <summary>A request that an officer sees to.</summary>
    public static Story SeenToBy(this Story story, int officer, string name) =>
        story.Then((it, at) => it.AssignTo(officer, name, Given.Officer, at));

    /// <summary>Who sees to a request, and how often that was written down.</summary>
    public static async Task<(int? Assignee, int Entries)> AssigneeOfAsync(TestApp app, ServiceRequest request)
    {
        var read = await Given.ReadAsync(app, request);
        return (read.AssigneeId, read.Timeline.Count(entry => entry.Kind is TimelineKind.Assigned or TimelineKind.Unassigned));
    }

    /// <summary>The accounts that letters about assignments are written to, in their order.</summary>
    public static Task<List<int>> ToldAsync(TestApp app) => app.WithDbAsync(db => db.Outbox
        .Where(row => row.Recipient == NoticeRecipient.Officer).OrderBy(row => row.Id).Select(row => row.OfficerId).ToListAsync());

    public static IEnumerable<string> References(Page page, string selector) =>
        page.Html.QuerySelectorAll(selector).Select(link => link.TextContent.Trim());
}
