using Songthang.Domain.Settings;
using Songthang.Domain.Thai;

namespace Songthang.Domain.ServiceCatalog;

/// <summary>What can be wrong with a street light: the first choice on the report page, an Open311 service.</summary>
/// <param name="Code">Stable code in storage and on the wire, such as <c>lamp_out</c>.</param>
/// <param name="Name">The words that a citizen chooses by.</param>
/// <param name="IsDangerous">People may come to harm: the emergency number is shown at once and the request sorts first.</param>
/// <param name="InUse">Whether it is offered for new reports.</param>
public sealed record FaultType(string Code, Phrase Name, bool IsDangerous, bool InUse = true) : IListed;
