using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Assets;
using Songthang.Domain.Geography;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>A pole as maps and choices show it; nothing of it is secret.</summary>
/// <param name="Id">Key in storage.</param>
/// <param name="CodeNumber">Running number of its code.</param>
/// <param name="Number">As painted on it; may be empty.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="TambonCode">Six digits; empty when it lies in none.</param>
/// <param name="Road">Road in words; may be empty.</param>
/// <param name="OwnerCode">A code of the settings' other authorities; empty for our own.</param>
/// <param name="CabinetCode">Control cabinet; may be empty.</param>
/// <param name="CircuitCode">Circuit; may be empty.</param>
/// <param name="IsRetired">It is out of use.</param>
public sealed record PoleInShort(
    long Id, int CodeNumber, string Number, double Latitude, double Longitude, string TambonCode, string Road, string OwnerCode,
    string CabinetCode, string CircuitCode, bool IsRetired)
{
    /// <summary>The code on its label.</summary>
    public PoleCode Code => PoleCode.Create(CodeNumber);

    /// <summary>Where it stands.</summary>
    public Position Position => Position.Create(Latitude, Longitude);

    /// <summary>What people call it: the number, or the code when there is none.</summary>
    public string Name => Number.Length > 0 ? Number : Code.ToString();
}

/// <summary>A pole and how far away it is.</summary>
/// <param name="Pole">The pole.</param>
/// <param name="Metres">How far.</param>
public sealed record PoleNear(PoleInShort Pole, double Metres);

/// <summary>Finds poles by where they stand and by what is painted on them; bounded, each by an index.</summary>
/// <param name="db">The database.</param>
public sealed class Poles(AppDb db)
{
    /// <summary>Most poles that have one number: owners repeat each other's.</summary>
    const int MostOfOneNumber = 20;

    // In a rectangle as small as one asks for within metres there are never more.
    const int MostAround = 2_000;

    /// <summary>What is read of a pole.</summary>
    public static Expression<Func<Pole, PoleInShort>> InShort { get; } = pole => new PoleInShort(
        pole.Id, pole.CodeNumber, pole.Number, pole.Latitude, pole.Longitude, pole.TambonCode, pole.Road, pole.OwnerCode,
        pole.CabinetCode, pole.CircuitCode, pole.RetiredOn != null);

    /// <summary>The poles in use in a rectangle, from south to north, the first <paramref name="most"/>.</summary>
    public async Task<IReadOnlyList<PoleInShort>> InBoxAsync(BoundingBox box, int most, CancellationToken cancellationToken) =>
        await In(box).OrderBy(pole => pole.Latitude).ThenBy(pole => pole.Longitude).Take(most).Select(InShort).ToListAsync(cancellationToken);

    /// <summary>The poles in use within metres of a position, nearest first.</summary>
    /// <param name="centre">The position.</param>
    /// <param name="metres">How far; meant for at most some hundred.</param>
    /// <param name="most">How many are wanted.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<IReadOnlyList<PoleNear>> NearAsync(Position centre, double metres, int most, CancellationToken cancellationToken)
    {
        var around = await InBoxAsync(BoundingBox.Around(centre, metres), MostAround, cancellationToken);
        return [.. around.Select(pole => new PoleNear(pole, centre.MetresTo(pole.Position))).Where(near => near.Metres <= metres)
            .OrderBy(near => near.Metres).ThenBy(near => near.Pole.CodeNumber).Take(most)];
    }

    /// <summary>
    /// The poles with a number as somebody typed it, those in use first; when there are none, those that it may be because signs
    /// were left out; then the same without the letters before the first digit.
    /// </summary>
    public async Task<IReadOnlyList<PoleInShort>> ByNumberAsync(string? typed, CancellationToken cancellationToken)
    {
        var found = await MeantAsync(typed, cancellationToken);
        return found.Count == 0 && PoleNumber.WithoutLetters(typed) is { } without ? await MeantAsync(without, cancellationToken) : found;
    }

    /// <summary>
    /// The poles whose number has the same letters and digits, however they are parted: 1-11 for 11-1. To choose from when
    /// <see cref="ByNumberAsync"/> finds none; never taken for what was typed.
    /// </summary>
    public async Task<IReadOnlyList<PoleInShort>> AlikeAsync(string? typed, CancellationToken cancellationToken)
    {
        var found = await OfLooseKeyAsync(PoleNumber.LooseKey(typed), PoleNumber.Key(typed), cancellationToken);
        return found.Count == 0 && PoleNumber.WithoutLetters(typed) is { } without
            ? await OfLooseKeyAsync(PoleNumber.LooseKey(without), PoleNumber.Key(without), cancellationToken)
            : found;
    }

    /// <summary>The pole with a code of the register, in use or not; null when there is none.</summary>
    public Task<PoleInShort?> ByCodeAsync(PoleCode code, CancellationToken cancellationToken) =>
        db.Poles.AsNoTracking().Where(pole => pole.CodeNumber == code.Number).Select(InShort).SingleOrDefaultAsync(cancellationToken);

    /// <summary>What somebody read off a pole, be it our label or the painted number: the label's code, else <see cref="ByNumberAsync"/>.</summary>
    public async Task<IReadOnlyList<PoleInShort>> ByLabelAsync(string? typed, CancellationToken cancellationToken) =>
        PoleCode.TryParse(typed, out var code) && await ByCodeAsync(code, cancellationToken) is { } pole
            ? [pole]
            : await ByNumberAsync(typed, cancellationToken);

    async Task<IReadOnlyList<PoleInShort>> MeantAsync(string? typed, CancellationToken cancellationToken)
    {
        var key = PoleNumber.Key(typed);
        if (key.Length == 0)
            return [];
        // Both in one question; those of the very number first, lest others take their places.
        var alike = await OfLooseKeyAsync(PoleNumber.LooseKey(key), key, cancellationToken);
        List<PoleInShort> exact = [.. alike.Where(pole => PoleNumber.Key(pole.Number) == key)];
        return exact.Count > 0 ? exact : [.. alike.Where(pole => PoleNumber.MayBeOne(pole.Number, key))];
    }

    async Task<IReadOnlyList<PoleInShort>> OfLooseKeyAsync(string looseKey, string first, CancellationToken cancellationToken) => looseKey.Length == 0 ? []
        : await FirstAsync(db.Poles.Where(pole => pole.NumberLooseKey == looseKey).OrderByDescending(pole => pole.NumberKey == first), cancellationToken);

    static async Task<IReadOnlyList<PoleInShort>> FirstAsync(IQueryable<Pole> ordered, CancellationToken cancellationToken)
    {
        var found = await ordered.AsNoTracking().Take(MostOfOneNumber).Select(InShort).ToListAsync(cancellationToken);
        return [.. found.OrderBy(pole => pole.IsRetired).ThenBy(pole => pole.OwnerCode, StringComparer.Ordinal).ThenBy(pole => pole.CodeNumber)];
    }

    IQueryable<Pole> In(BoundingBox box)
    {
        var (west, south, east, north) = box;
        return db.Poles.AsNoTracking().Where(pole => pole.RetiredOn == null
            && pole.Latitude >= south && pole.Latitude <= north && pole.Longitude >= west && pole.Longitude <= east);
    }
}
