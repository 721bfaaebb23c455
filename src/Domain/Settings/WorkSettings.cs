using Songthang.Domain.Thai;

namespace Songthang.Domain.Settings;

/// <summary>A crew of electricians that work orders are given to.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Name">What the crew is called.</param>
/// <param name="Phone">Telephone number in the office; may be empty. Shown to officers only.</param>
/// <param name="InUse">Whether it gets new work orders.</param>
public sealed record Crew(string Code, Phrase Name, string Phone = "", bool InUse = true) : IListed;

/// <summary>Something that a repair uses up.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Unit">What is counted, such as หลอด.</param>
/// <param name="InUse">Whether it is offered.</param>
/// <param name="UnitPrice">Price of a unit in baht, 0 to <see cref="MostPrice"/>; 0 when it is not known.</param>
public sealed record Material(string Code, Phrase Name, Phrase Unit, bool InUse = true, decimal UnitPrice = 0) : IListed
{
    /// <summary>The highest price of a unit, in baht.</summary>
    public const int MostPrice = 1_000_000;
}

/// <summary>Why a light had failed, as the crew found it.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Name">The cause in plain words.</param>
/// <param name="InUse">Whether it is offered.</param>
public sealed record Cause(string Code, Phrase Name, bool InUse = true) : IListed;
