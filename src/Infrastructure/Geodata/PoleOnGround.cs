using Songthang.Domain.Geography;

namespace Songthang.Infrastructure.Geodata;

/// <summary>A pole as it is drawn under a map.</summary>
/// <param name="Code">The code on its label.</param>
/// <param name="Label">What people call it: the number, or the code when there is none.</param>
/// <param name="OwnerCode">A code of the settings' other authorities; empty for our own.</param>
/// <param name="Position">Where it stands.</param>
public sealed record PoleOnGround(string Code, string Label, string OwnerCode, Position Position);
