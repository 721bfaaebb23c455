namespace Songthang.Infrastructure.Papers;

/// <summary>By whom and with what something was repaired, in the office's words.</summary>
/// <param name="WorkOrder">Number of the work order; empty when there was none.</param>
/// <param name="Crew">Who did it.</param>
/// <param name="Cause">What was found; empty when not said.</param>
/// <param name="Materials">What was used up, each with quantity and unit.</param>
public sealed record RepairFacts(string WorkOrder, string Crew, string Cause, IReadOnlyList<string> Materials)
{
    /// <summary>Nothing is known of it.</summary>
    public static RepairFacts Unknown { get; } = new("", "", "", []);

    /// <summary>All materials in one line.</summary>
    public string MaterialsInWords => string.Join(", ", Materials);
}
