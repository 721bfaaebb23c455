namespace Songthang.Domain.Publication;

/// <summary>Work that a crew is to do on a road on a day, as everyone may know it: not which crew, and nothing of what it was told.</summary>
/// <param name="Key">The same for this work however often it is moved to another day.</param>
/// <param name="Day">The day, Bangkok.</param>
/// <param name="TambonCode">Six digits; empty when unknown.</param>
/// <param name="Road">The road as an officer left it; may be empty.</param>
/// <param name="References">The reports that are seen to.</param>
/// <param name="IsCancelled">It was given up.</param>
/// <param name="ChangedAt">When the plan last changed, UTC.</param>
/// <param name="Version">Raised by every change of the plan.</param>
public sealed record PublicPlannedWork(
    string Key, DateOnly Day, string TambonCode, string Road, IReadOnlyList<string> References, bool IsCancelled, DateTime ChangedAt, int Version);
