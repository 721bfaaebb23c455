using System.Globalization;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Web.Features.Several;

/// <summary>A request that was chosen, as the officer saw it.</summary>
/// <param name="Reference">In its canonical form.</param>
/// <param name="SeenNumber">Its <see cref="ServiceRequest.LastActNumber"/> when it was shown.</param>
public readonly record struct ChosenRequest(string Reference, int SeenNumber)
{
    /// <summary>As a form carries it: <c>69-00001-4.12</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Reference}.{SeenNumber}");

    /// <summary>Reads what a form carries; null when it is nothing of the kind.</summary>
    public static ChosenRequest? Read(string? text) =>
        text?.Split('.') is [var reference, var number] && Domain.ServiceRequests.Reference.TryParse(reference, out var read)
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
            ? new(read.ToString(), seen)
            : null;
}
