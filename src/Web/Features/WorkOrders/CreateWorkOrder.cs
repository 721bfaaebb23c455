using Microsoft.EntityFrameworkCore;
using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Domain.Thai;
using Songthang.Domain.WorkOrders;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Settings;
using Songthang.Infrastructure.Uploads;

namespace Songthang.Web.Features.WorkOrders;

/// <param name="FormKey">Of the form: sent twice it makes one order.</param>
/// <param name="References">The requests, in the order of the list.</param>
/// <param name="CrewCode">Who does it.</param>
/// <param name="PlannedOn">The day of the work, Bangkok.</param>
/// <param name="Instructions">To the crew; may be empty.</param>
public sealed record NewWorkOrder(
    string FormKey, IReadOnlyList<string> References, string CrewCode, DateOnly PlannedOn, string Instructions);

/// <summary>What was made, and which requests had changed meanwhile and did not come along.</summary>
public sealed record MadeWorkOrder(WorkOrderNumber Number, IReadOnlyList<LeftBehind> Left);

/// <summary>An officer sends a crew to one or more requests.</summary>
public sealed class CreateWorkOrder(AppDb db, CurrentSettings settings)
{
    const int MostTries = 4;

    /// <exception cref="RuleBroken">None of the requests can go on an order, or there is no such crew.</exception>
    public async Task<MadeWorkOrder> RunAsync(NewWorkOrder input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var crew = settings.Get(Topics.Crews).Find(input.CrewCode) is { InUse: true } found ? found : throw new RuleBroken(
            "work-order.crew-unknown", new("กรุณาเลือกชุดช่าง", "Please choose the crew."));
        if (!FormKey.IsValid(input.FormKey))
            throw new RuleBroken("form-key.invalid", new("แบบฟอร์มนี้ใช้ไม่ได้ กรุณาโหลดหน้าใหม่", "This form cannot be used; please load the page anew."));
        for (var attempt = 1; ; attempt++)
        {
            await using var transaction = await db.BeginAsync(cancellationToken);
            var answered = await db.AnsweredSubmissions.AsNoTracking()
                .SingleOrDefaultAsync(before => before.FormKey == KeyOf(input), cancellationToken);
            if (answered is not null && WorkOrderNumber.TryParseSlug(answered.Reference, out var made))
                return new(made, []);
            try
            {
                var order = await MakeAsync(input, crew.Name, by, now, cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return order;
            }
            catch (DbUpdateException) when (attempt < MostTries)
            {
                // Somebody acted on one of the requests at the same moment: it is looked at anew.
                db.ChangeTracker.Clear();
            }
        }
    }

    async Task<MadeWorkOrder> MakeAsync(NewWorkOrder input, Phrase crew, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var places = input.References.Distinct(StringComparer.Ordinal).Select((reference, place) => (reference, place)).ToDictionary();
        var ids = await db.ServiceRequests.Where(request => input.References.Contains(request.Reference))
            .Select(request => request.Id).ToListAsync(cancellationToken);
        var requests = await db.FindRequestsAsync(ids, cancellationToken);
        var number = await db.NextWorkOrderNumberAsync(ThaiDates.BuddhistYear(now), cancellationToken);
        var (order, left) = WorkOrder.Plan(
            new(number, input.CrewCode, crew, input.PlannedOn, ThaiText.Clean(input.Instructions)),
            [.. requests.OrderBy(request => places[request.Reference])], by, now);
        db.WorkOrders.Add(order);
        db.AnsweredSubmissions.Add(new AnsweredSubmission { FormKey = KeyOf(input), BodyHash = "", Reference = number.Slug, At = now });
        await db.SaveChangesAsync(cancellationToken);
        return new(number, left);
    }

    // The prefix keeps it apart from the forms of citizens.
    static string KeyOf(NewWorkOrder input) => "order:" + input.FormKey;
}
