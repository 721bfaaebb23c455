using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;

namespace Songthang.Domain.Publication;

/// <summary>A status as the public and the manual know it: several of the officers' states can be one of these.</summary>
/// <param name="Slug">For filters and addresses, such as <c>waiting</c>.</param>
/// <param name="Name">The public's word.</param>
/// <param name="States">The states that it stands for; the first one gives the mark its shape.</param>
public sealed record PublicStatus(string Slug, Phrase Name, IReadOnlyList<ServiceRequestStatus> States)
{
    /// <summary>All of them, in the order of a request's life.</summary>
    public static IReadOnlyList<PublicStatus> All { get; } =
    [
        .. Enum.GetValues<ServiceRequestStatus>().GroupBy(status => status.PublicName()).Select(same => new PublicStatus(
            same.Contains(ServiceRequestStatus.Submitted) ? "waiting" : same.First().Slug(), same.Key, [.. same])),
    ];

    /// <summary>Not one of <see cref="All"/> but a filter: everything that work can still be expected on.</summary>
    public static PublicStatus Open { get; } = new(
        "open", new("ยังไม่แล้วเสร็จ", "Still open"), [.. Enum.GetValues<ServiceRequestStatus>().Where(status => status.IsOpen())]);

    /// <summary>Not one of <see cref="All"/> but a filter: everything that ended in another way than by a repair.</summary>
    public static PublicStatus EndedOtherwise { get; } = new(
        "not-repaired", new("สิ้นสุดโดยไม่ได้ซ่อม", "Ended without a repair"),
        [.. Enum.GetValues<ServiceRequestStatus>().Where(status => !status.IsOpen() && status != ServiceRequestStatus.Completed)]);

    /// <summary>The public's status of a state.</summary>
    public static PublicStatus Of(ServiceRequestStatus status) => All.First(known => known.States.Contains(status));

    /// <summary>The status with this slug, those that are filters only too, or null when there is none.</summary>
    public static PublicStatus? Find(string? slug) =>
        All.Append(Open).Append(EndedOtherwise).FirstOrDefault(known => string.Equals(known.Slug, slug, StringComparison.OrdinalIgnoreCase));
}
