using Songthang.Infrastructure.Persistence.Queries;

namespace Songthang.Web.Features.Reporting;

/// <summary>What was reported near the place that somebody is about to report.</summary>
/// <param name="Requests">Nearest first.</param>
/// <param name="IsBeforeSending">The form is still being filled in, so that nothing here sends it.</param>
public sealed record AlreadyReported(IReadOnlyList<PublicNearbyRequest> Requests, bool IsBeforeSending);
