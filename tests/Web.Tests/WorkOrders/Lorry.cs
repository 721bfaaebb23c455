using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.WorkOrders;
using Songthang.Infrastructure.Uploads;
using Songthang.Web.Features.WorkOrders;
using Songthang.Web.Tests.Handling;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.WorkOrders;

/// <summary>What the tests of work orders do again and again.</summary>
static class Lorry
{
    public static DateOnly Today { get; } = new(2026, 11, 23);

    /// <summary>Accepted requests whose reporters are told by email, each a few hundred metres on.</summary>
    public static async Task<ServiceRequest[]> AcceptedAsync(TestApp app, int count)
    {
        var requests = new ServiceRequest[count];
        for (var i = 0; i < count; i++)
        {
            var step = i * 0.004;
            requests[i] = await Desk.ByEmailAsync(app, it => it.Accepted().Sent(s => s with { Place = s.Place with { Longitude = s.Place.Longitude + step } }));
        }

        return requests;
    }

    /// <summary>An order made through its use case.</summary>
    public static async Task<WorkOrderNumber> OrderAsync(TestApp app, IEnumerable<ServiceRequest> requests, string crew = "crew-1", DateOnly? day = null) =>
        (await app.WithAsync((CreateWorkOrder create) => create.RunAsync(
            new(FormKey.New(), [.. requests.Select(request => request.Reference)], crew, day ?? Today, "ระวังรถ"),
            Given.Officer, app.Time.GetUtcNow().UtcDateTime, CancellationToken.None))).Number;

    public static Task<WorkOrder> ReadAsync(TestApp app, WorkOrderNumber number) => app.WithDbAsync(db => db.WorkOrders.AsNoTracking()
        .Include(order => order.Items.OrderBy(item => item.Position)).Include(order => order.Materials).Include(order => order.Story.OrderBy(entry => entry.Number))
        .AsSplitQuery().SingleAsync(order => order.Year == number.Year && order.RunningNumber == number.Number));

    public static Task<Visitor> CrewAsync(TestApp app) => app.SignInAsync(OfficerRole.Crew);

    /// <summary>A browser of somebody of another crew.</summary>
    public static async Task<Visitor> OtherCrewAsync(TestApp app)
    {
        await app.CreateAccountAsync("other-crew", OfficerRole.Crew, crewCode: "crew-2");
        return await app.SignInAsync(OfficerRole.Crew, "other-crew");
    }

    /// <summary>The form that records a repair.</summary>
    public const string Form = "form.act-form";

    public static readonly (string, string?)[] Repaired =
        [("Result.WhatWasDone", "เปลี่ยนหลอดแล้ว"), ("Result.CauseCode", "lamp"), ("Result.Used[sodium-lamp]", "2"), ("Result.Used[cable]", "")];
}
