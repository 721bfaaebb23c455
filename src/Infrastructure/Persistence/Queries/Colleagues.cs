using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>An officer to whom requests can be assigned.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">As colleagues see it.</param>
public sealed record TeamMember(int Id, string Name);

/// <summary>Who may see to requests, and who has how much to do.</summary>
public static class Colleagues
{
    /// <summary>Whether an account handles requests: open, and an officer or an administrator.</summary>
    public static Expression<Func<OfficerAccount, bool>> Handles { get; } = account =>
        !account.IsClosed && (account.Role == OfficerRole.Officer || account.Role == OfficerRole.Administrator);

    /// <summary>Everybody to whom a request can be assigned, by name.</summary>
    public static Task<List<TeamMember>> ColleaguesAsync(this AppDb db, CancellationToken cancellationToken) =>
        db.Users.AsNoTracking().Where(Handles).OrderBy(account => account.DisplayName).ThenBy(account => account.Id)
            .Select(account => new TeamMember(account.Id, account.DisplayName)).ToListAsync(cancellationToken);

    /// <summary>The colleague with this account.</summary>
    /// <exception cref="RuleBroken"><c>officer.handles-nothing</c>: there is no such account, it is closed or has another role.</exception>
    public static async Task<TeamMember> RequireColleagueAsync(this AppDb db, int id, CancellationToken cancellationToken) =>
        await db.Users.AsNoTracking().Where(Handles).Where(account => account.Id == id)
            .Select(account => new TeamMember(account.Id, account.DisplayName)).SingleOrDefaultAsync(cancellationToken)
        ?? throw new RuleBroken("officer.handles-nothing", new(
            "มอบหมายให้บัญชีนี้ไม่ได้ กรุณาเลือกเจ้าหน้าที่ที่ยังใช้งานอยู่",
            "Nothing can be assigned to this account. Please choose an officer whose account is open."));

    /// <summary>The open requests that an officer sees to.</summary>
    public static IQueryable<ServiceRequest> OpenWorkOf(this AppDb db, int officerId) => db.ServiceRequests.AsNoTracking()
        .Where(request => request.AssigneeId == officerId).Where(IsOpen);

    /// <summary>Something is still to be done about it; as a condition of the database.</summary>
    public static Expression<Func<ServiceRequest, bool>> IsOpen { get; } = request =>
        request.Status == ServiceRequestStatus.Submitted || request.Status == ServiceRequestStatus.AwaitingInformation
        || request.Status == ServiceRequestStatus.Accepted || request.Status == ServiceRequestStatus.InProgress;
}
