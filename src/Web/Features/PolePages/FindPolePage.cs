using Songthang.Domain.Assets;
using Songthang.Domain.Publication;
using Songthang.Infrastructure.Persistence.Queries;

namespace Songthang.Web.Features.PolePages;

/// <summary>Why no pole is shown.</summary>
public enum PoleMissing
{
    /// <summary>Nothing was typed yet.</summary>
    NotAsked,

    /// <summary>As long as a code, but the check digit says that it was misread.</summary>
    Mistyped,

    /// <summary>The register has no such pole.</summary>
    Unknown,

    /// <summary>Several poles have this number.</summary>
    Several,

    /// <summary>No pole has this number; some have the same digits, parted differently.</summary>
    Alike,
}

/// <summary>A pole as its page shows it.</summary>
/// <param name="Pole">What everyone may know of it.</param>
/// <param name="Open">What was reported of it and is not settled.</param>
/// <param name="Successors">Poles in use where a retired one stood; empty for a pole in use.</param>
public sealed record ShownPole(PublicPole Pole, IReadOnlyList<OpenFault> Open, IReadOnlyList<PoleInShort> Successors)
{
    /// <summary>What people call it: the number, or the code when there is none.</summary>
    public string Name => Pole.Number.Length > 0 ? Pole.Number : Pole.Code.ToString();
}

/// <summary>What was found by what somebody read off a pole.</summary>
/// <param name="Pole">The pole; null when there is none or not one alone.</param>
/// <param name="Missing">Why there is none; says nothing when there is one.</param>
/// <param name="Choices">The poles with this number, when there are several, or with one like it, when there is none.</param>
public sealed record FoundPole(ShownPole? Pole, PoleMissing Missing, IReadOnlyList<PoleInShort> Choices);

/// <summary>Finds a pole by what somebody read off it: the code of the label, however worn, or the painted number.</summary>
public sealed class FindPolePage(PublicPoles register, Poles poles, OpenOnPole open)
{
    const double SuccessorMetres = 30;
    const int MostSuccessors = 3, LongestTyped = 100;

    public async Task<FoundPole> RunAsync(string? typed, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return Nothing(PoleMissing.NotAsked);
        if (typed.Length > LongestTyped)
            return Nothing(PoleMissing.Unknown);
        if (PoleCode.TryParse(typed, out var code) && await register.FindAsync(code, cancellationToken) is { } labelled)
            return new(await ShowAsync(labelled, cancellationToken), PoleMissing.NotAsked, []);
        return await poles.ByNumberAsync(typed, cancellationToken) switch
        {
            [] when await poles.AlikeAsync(typed, cancellationToken) is { Count: > 0 } alike => new(null, PoleMissing.Alike, alike),
            [] => Nothing(PoleCode.IsMistyped(typed) ? PoleMissing.Mistyped : PoleMissing.Unknown),
            [var one] when await register.FindAsync(one.Code, cancellationToken) is { } painted =>
                new(await ShowAsync(painted, cancellationToken), PoleMissing.NotAsked, []),
            var several => new(null, PoleMissing.Several, several),
        };
    }

    async Task<ShownPole> ShowAsync(PublicPole pole, CancellationToken cancellationToken) => new(
        pole,
        await open.FindAsync(pole, cancellationToken),
        pole.RetiredOn is null ? [] : [.. (await poles.NearAsync(
            Domain.Geography.Position.Create(pole.Latitude, pole.Longitude), SuccessorMetres, MostSuccessors, cancellationToken)).Select(near => near.Pole)]);

    static FoundPole Nothing(PoleMissing why) => new(null, why, []);
}
