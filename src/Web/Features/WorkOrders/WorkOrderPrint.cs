using Microsoft.Extensions.Options;
using Songthang.Domain.Geography;
using Songthang.Domain.ServiceCatalog;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Documents;
using Songthang.Infrastructure.Papers;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.WorkOrders;

/// <summary>A work order on paper, as PDF for the desk and for the crew.</summary>
public sealed class WorkOrderPrint(
    FaultTypes faults, CurrentSettings settings, IOptions<Agency> agency, Province province, PublicAddress address)
{
    /// <summary>The paper as a file.</summary>
    /// <param name="order">What is printed.</param>
    /// <param name="now">UTC.</param>
    public byte[] Write(WorkOrderAtHand order, DateTime now)
    {
        // Paper is kept after the work too: then it shows all stops.
        var lines = order.Way.Count > 0 ? order.Way : order.Lines;
        var document = new WorkOrderPaper(new PaperWords(settings.Get(Topics.Papers))).Of(new(
            order.Number, agency.Value, settings.Get(Topics.Crews).Find(order.CrewCode)?.Name.Thai ?? order.CrewCode, order.PlannedOn,
            order.Instructions, order.Story[0].ActorName, [.. lines.Select(Stop)],
            [.. order.Materials.Select(used => $"{used.NameThai} {used.Quantity} {used.UnitThai}")], province, address.Of(Links.CrewOrder(order.Number.Slug))));
        return Pdf.Write(document, new(document.Title, agency.Value.Name.Thai, now));
    }

    WorkOrderStop Stop(WorkOrderLine line) => new(
        line.Reference, faults.NameOf(line.FaultCode).Thai, line.IsUrgent, line.Symptom, line.Place, line.Outcome, line.Text,
        settings.Get(Topics.Causes).Find(line.CauseCode)?.Name.Thai ?? "");
}
