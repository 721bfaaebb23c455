using Songthang.Domain.Geography;
using Songthang.Domain.Publication;
using Songthang.Domain.ServiceCatalog;
using Songthang.Infrastructure.Persistence.Queries;

namespace Songthang.Web.Shared;

/// <summary>The public filter in an address, alike for the list and the map: each figure leads to the rows that it counts.</summary>
static class PublicListAddress
{
    public const string Words = "q", Status = "status", Amphoe = "amphoe", Tambon = "tambon", Fault = "fault",
        ReceivedFrom = "received-from", ReceivedTo = "received-to", DoneFrom = "done-from", DoneTo = "done-to", Within = "within";

    /// <summary>The list with its filter.</summary>
    public static string Of(PublicFilter filter, params ReadOnlySpan<(string Name, string Value)> position) => Of(Links.Reports, filter, position);

    /// <summary>Another page with the same filter.</summary>
    public static string Of(string page, PublicFilter filter, params ReadOnlySpan<(string Name, string Value)> position)
    {
        (string Name, string Value)[] parts =
        [
            (Words, filter.Text), (Status, filter.Status?.Slug ?? ""), (Amphoe, filter.AmphoeCode),
            (Tambon, filter.TambonCode), (Fault, filter.FaultCode),
            (ReceivedFrom, TypedDay.Write(filter.Received.From)), (ReceivedTo, TypedDay.Write(filter.Received.To)),
            (DoneFrom, TypedDay.Write(filter.Completed.From)), (DoneTo, TypedDay.Write(filter.Completed.To)),
            (Within, filter.IsWorkKept switch { true => "yes", false => "no", null => "" }), .. position,
        ];
        return page + QueryString.Create(parts.Where(part => part.Value.Length > 0)
            .Select(part => KeyValuePair.Create<string, string?>(part.Name, part.Value)));
    }

    /// <summary>Unknown values narrow nothing; a tambon of another amphoe gives way, as somebody has just chosen the amphoe.</summary>
    public static PublicFilter Read(IQueryCollection query, Province province, FaultTypes faults)
    {
        var tambon = province.Find(query[Tambon]);
        var amphoe = province.Amphoes.FirstOrDefault(known => known.Code == query[Amphoe]);
        if (tambon is not null && amphoe is not null && tambon.Amphoe != amphoe)
            tambon = null;
        var nowhere = tambon is null && query[Amphoe] == PublicFilter.NoAmphoe;
        return new PublicFilter(
            PublicStatus.Find(query[Status]), nowhere ? PublicFilter.NoAmphoe : (amphoe ?? tambon?.Amphoe)?.Code ?? "", tambon?.Code ?? "",
            faults.Find(query[Fault])?.Code ?? "", query[Words].ToString().Trim(),
            Received: new(TypedDay.Read(query[ReceivedFrom]), TypedDay.Read(query[ReceivedTo])),
            Completed: new(TypedDay.Read(query[DoneFrom]), TypedDay.Read(query[DoneTo])),
            IsWorkKept: query[Within].ToString() switch { "yes" => true, "no" => false, _ => null });
    }
}
