using Songthang.Domain.Thai;

namespace Songthang.Domain.Settings;

/// <summary>A kind of lamp in the street lights.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Name">What it is called; files of poles are read by it too.</param>
/// <param name="LifeYears">Years that such a lamp is expected to last, 1 to 60.</param>
/// <param name="InUse">Whether it is offered.</param>
public sealed record LampKind(string Code, Phrase Name, int LifeYears, bool InUse = true) : IListed;
