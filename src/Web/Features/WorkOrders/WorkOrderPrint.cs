using Microsoft.Extensions.Options;
using Songthang.Domain.Geography;
using Songthang.Domain.ServiceCatalog;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Papers;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared;
using Document = Songthang.Infrastructure.Documents.Document;

namespace Songthang.Web.Features.WorkOrders;

/// <summary>A work order on paper, for the desk and for the crew.</summary>
public sealed class WorkOrderPrint(
    FaultTypes faults, CurrentSettings settings, IOptions<Agency> agency, Province province, PublicAddress address)
{
    /// <summary>Whose order it is.</summary>
    public string Author => agency.Value.Name.Thai;

    /// <summary>Numbers and dates as the office has them on paper.</summary>
    public PaperWords Words => new(settings.Get(Topics.Papers));

    /// <summary>The paper of an order.</summary>
    public Document Of(WorkOrderAtHand order) => new WorkOrderPaper(Words).Of(Facts(order));

    /// <summary>What an order says on paper.</summary>
    public WorkOrderFacts Facts(WorkOrderAtHand order)
    {
        // Paper is kept after the work too: then it shows all stops.
        var lines = order.Way.Count > 0 ? order.Way : order.Lines;
        return new(
            order.Number, agency.Value, settings.Get(Topics.Crews).Find(order.CrewCode)?.Name.Thai ?? order.CrewCode, order.PlannedOn,
            order.Instructions, order.Story[0].ActorName, [.. lines.Select(Stop)],
            [.. order.Materials.Select(used => $"{used.NameThai} {used.Quantity} {used.UnitThai}")], province, address.Of(Links.CrewOrder(order.Number.Slug)));
    }

    WorkOrderStop Stop(WorkOrderLine line) => new(
        line.Reference, faults.NameOf(line.FaultCode).Thai, line.IsUrgent, line.Symptom, line.Place, line.Outcome, line.Text,
        settings.Get(Topics.Causes).Find(line.CauseCode)?.Name.Thai ?? "");
}
