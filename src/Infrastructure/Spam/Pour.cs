namespace Songthang.Infrastructure.Spam;

/// <summary>So much within so much time.</summary>
/// <param name="Amount">Above 0.</param>
/// <param name="Within">After so long without anything more a full bucket is empty.</param>
public sealed record BucketSize(double Amount, TimeSpan Within);

/// <summary>Something that is counted.</summary>
/// <param name="Kind">What, such as <c>report-phone</c>.</param>
/// <param name="Of">Of whom; stored as a keyed hash alone. Empty for everybody together.</param>
/// <param name="Amount">How much.</param>
/// <param name="Size">How much there may be.</param>
public sealed record Pour(string Kind, string Of, double Amount, BucketSize Size);
