using Microsoft.EntityFrameworkCore;
using Songthang.Domain;
using Songthang.Domain.Assets;
using Songthang.Domain.Geography;
using Songthang.Domain.Officers;

namespace Songthang.Infrastructure.Persistence;

/// <summary>What every act on a pole brings along.</summary>
/// <param name="Code">The pole.</param>
/// <param name="SeenVersion">Its version when the form was shown.</param>
public abstract record PoleInput(PoleCode Code, int SeenVersion);

/// <summary>Load, act, save: the one way in which officers change a pole, so that two of them at once never undo each other's work.</summary>
public static class PoleActing
{
    /// <summary>Code of the <see cref="RuleBroken"/> that says that somebody acted since the form was shown.</summary>
    public const string ActedMeanwhile = "pole.acted-meanwhile";

    /// <summary>Two poles in use that stand nearer to each other are one pole taken in twice, metres.</summary>
    public const double SameMetres = 1;

    const int MostTries = 4;

    /// <summary>Does an act once: the same input of the same person sent again (a double click) does nothing more.</summary>
    /// <exception cref="RuleBroken"><see cref="ActedMeanwhile"/>, <c>pole.unknown</c>, <c>pole.number-taken</c>, <c>pole.too-near</c>, or what the verb refuses.</exception>
    public static async Task ActOnPoleAsync<TInput>(
        this AppDb db, TInput input, Actor by, DateTime now, Func<Pole, Task> act, CancellationToken cancellationToken) where TInput : PoleInput
    {
        var sent = Acting.Fingerprint(input, by);
        for (var attempt = 1; ; attempt++)
        {
            await using var transaction = await db.BeginAsync(cancellationToken);
            var pole = await db.Poles.Include(p => p.Photos).SingleOrDefaultAsync(p => p.CodeNumber == input.Code.Number, cancellationToken)
                ?? throw new RuleBroken("pole.unknown", new("ไม่พบเสานี้ในทะเบียน", "There is no such pole in the register."));
            if (await db.AnsweredSubmissions.AnyAsync(answered => answered.FormKey == sent, cancellationToken))
                return;
            if (pole.Version != input.SeenVersion)
            {
                throw new RuleBroken(ActedMeanwhile, new(
                    "มีผู้แก้ไขเสานี้ก่อนหน้า กรุณาตรวจสอบแล้วบันทึกอีกครั้ง",
                    "Somebody has changed this pole in the meantime. Please check and save again."));
            }

            var (before, wasInUse) = (pole.Facts, pole.RetiredOn is null);
            await act(pole);
            if (pole.RetiredOn is null && (!wasInUse || before != pole.Facts))
                await db.RequireOwnPlaceAsync(pole, cancellationToken);
            db.AnsweredSubmissions.Add(new AnsweredSubmission { FormKey = sent, BodyHash = sent, Reference = input.Code.ToString(), At = now });
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return;
            }
            catch (DbUpdateException) when (attempt < MostTries)
            {
                // Somebody was faster: look at what there is now, and decide anew.
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>Takes a new pole in, with the next code.</summary>
    /// <param name="db">The database.</param>
    /// <param name="formKey">Of the form: sent twice it makes one pole.</param>
    /// <param name="make">Makes the pole with the code; asked again when somebody was faster.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="RuleBroken"><c>pole.number-taken</c>, <c>pole.too-near</c>, or what the verb refuses.</exception>
    public static async Task<PoleCode> AddPoleAsync(
        this AppDb db, string formKey, Func<PoleCode, Task<Pole>> make, DateTime now, CancellationToken cancellationToken)
    {
        var key = "pole:" + formKey;
        for (var attempt = 1; ; attempt++)
        {
            await using var transaction = await db.BeginAsync(cancellationToken);
            var answered = await db.AnsweredSubmissions.AsNoTracking().SingleOrDefaultAsync(before => before.FormKey == key, cancellationToken);
            if (answered is not null && PoleCode.TryParse(answered.Reference, out var made))
                return made;
            var code = await db.NextPoleCodeAsync(cancellationToken);
            var pole = await make(code);
            await db.RequireOwnPlaceAsync(pole, cancellationToken);
            db.Poles.Add(pole);
            db.AnsweredSubmissions.Add(new AnsweredSubmission { FormKey = key, BodyHash = "", Reference = code.ToString(), At = now });
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return code;
            }
            catch (DbUpdateException) when (attempt < MostTries)
            {
                // Somebody took the code or the number at the same moment.
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>The code after the last one: poles are never deleted, so no code is ever given twice.</summary>
    /// <exception cref="RuleBroken"><c>pole.no-codes</c>: all are given.</exception>
    public static async Task<PoleCode> NextPoleCodeAsync(this AppDb db, CancellationToken cancellationToken)
    {
        var last = await db.Poles.MaxAsync(pole => (int?)pole.CodeNumber, cancellationToken) ?? 0;
        return last < PoleCode.GreatestNumber
            ? PoleCode.Create(last + 1)
            : throw new RuleBroken("pole.no-codes", new("รหัสเสาถูกใช้หมดแล้ว", "All codes are given."));
    }

    static async Task RequireOwnPlaceAsync(this AppDb db, Pole pole, CancellationToken cancellationToken)
    {
        var others = db.Poles.AsNoTracking().Where(other => other.RetiredOn == null && other.Id != pole.Id);
        if (pole.NumberKey.Length > 0
            && await others.Where(other => other.OwnerCode == pole.OwnerCode && other.NumberKey == pole.NumberKey)
                .Select(other => new { other.CodeNumber }).FirstOrDefaultAsync(cancellationToken) is { } taken)
        {
            throw new RuleBroken("pole.number-taken", new(
                $"หมายเลขนี้เป็นของเสา {PoleCode.Create(taken.CodeNumber)} แล้ว", $"Pole {PoleCode.Create(taken.CodeNumber)} has this number already."));
        }

        var (west, south, east, north) = BoundingBox.Around(pole.Position, SameMetres);
        var near = await others.Where(other => other.Latitude >= south && other.Latitude <= north && other.Longitude >= west && other.Longitude <= east)
            .OrderBy(other => other.Latitude).Take(10).Select(Queries.Poles.InShort).ToListAsync(cancellationToken);
        if (near.Find(other => other.Position.MetresTo(pole.Position) < SameMetres) is { } same)
        {
            throw new RuleBroken("pole.too-near", new(
                $"มีเสา {same.Name} ({same.Code}) อยู่ที่ตำแหน่งนี้แล้ว กรุณาตรวจสอบพิกัด",
                $"Pole {same.Name} ({same.Code}) stands here already. Please check the position."));
        }
    }
}
