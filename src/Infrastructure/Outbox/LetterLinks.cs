namespace Songthang.Infrastructure.Outbox;

/// <summary>Which of our paths letters lead to; the pages know their own addresses.</summary>
/// <param name="OwnPage">The requester's own page, by the request's secret.</param>
/// <param name="OfficerRequest">The officers' page, by reference.</param>
/// <param name="FollowedRequest">A follower's own page, by the follower's secret.</param>
public sealed record LetterLinks(Func<string, string> OwnPage, Func<string, string> OfficerRequest, Func<string, string> FollowedRequest);
