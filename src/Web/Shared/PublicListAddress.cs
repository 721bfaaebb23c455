using Songthang.Infrastructure.Persistence.Queries;

namespace Songthang.Web.Shared;

/// <summary>The address of the public list with its filter: each figure leads to the rows that it counts.</summary>
static class PublicListAddress
{
    public const string ReceivedFrom = "received-from", ReceivedTo = "received-to", DoneFrom = "done-from", DoneTo = "done-to", Within = "within";

    public static string Of(PublicFilter filter, params ReadOnlySpan<(string Name, string Value)> position)
    {
        (string Name, string Value)[] parts =
        [
            ("q", filter.Text), ("status", filter.Status?.Slug ?? ""), ("amphoe", filter.AmphoeCode),
            ("tambon", filter.TambonCode), ("fault", filter.FaultCode),
            (ReceivedFrom, TypedDay.Write(filter.Received.From)), (ReceivedTo, TypedDay.Write(filter.Received.To)),
            (DoneFrom, TypedDay.Write(filter.Completed.From)), (DoneTo, TypedDay.Write(filter.Completed.To)),
            (Within, filter.IsWorkKept switch { true => "yes", false => "no", null => "" }), .. position,
        ];
        return Links.Reports + QueryString.Create(parts.Where(part => part.Value.Length > 0)
            .Select(part => KeyValuePair.Create<string, string?>(part.Name, part.Value)));
    }
}
