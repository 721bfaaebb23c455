using Songthang.Domain.Geography;
using Songthang.Domain.Officers;
using Songthang.Domain.Thai;

namespace Songthang.Domain.Assets;

public sealed partial class Pole
{
    /// <summary>Most photos of one pole.</summary>
    public const int MostPhotos = 12;

    /// <summary>Most characters of the reason why a pole is out of use.</summary>
    public const int MaxReason = 300;

    /// <summary>Takes a pole into the register.</summary>
    /// <param name="code">A code that no pole has had.</param>
    /// <param name="facts">What is known of it.</param>
    /// <param name="tambonCode">The subdistrict that the position lies in; empty when it lies in none.</param>
    /// <param name="by">The officer.</param>
    /// <param name="now">UTC.</param>
    /// <param name="file">Name of the file that it comes from; null when it is taken in by hand.</param>
    /// <exception cref="RuleBroken"><c>pole.facts</c>: something cannot be so.</exception>
    public static Pole Register(PoleCode code, PoleFacts facts, string tambonCode, Actor by, DateTime now, string? file = null)
    {
        var pole = new Pole { CodeNumber = code.Number, RegisteredAt = now };
        pole.Take(facts, tambonCode);
        pole.Tell(file is null ? PoleEvent.Registered : PoleEvent.Imported, by, now, file ?? "");
        return pole;
    }

    /// <summary>Corrects what is known of it. Nothing happens when nothing is different.</summary>
    /// <param name="facts">All of it, also what stays.</param>
    /// <param name="tambonCode">The subdistrict that the position lies in; empty when it lies in none.</param>
    /// <param name="by">The officer.</param>
    /// <param name="now">UTC.</param>
    /// <param name="file">Name of the file that it comes from; null when it is corrected by hand.</param>
    /// <returns>Whether anything was different.</returns>
    /// <exception cref="RuleBroken"><c>pole.facts</c>: something cannot be so.</exception>
    public bool Correct(PoleFacts facts, string tambonCode, Actor by, DateTime now, string? file = null)
    {
        var changes = ChangesTo(facts);
        if (changes.Count == 0)
            return false;
        Take(facts, tambonCode);
        Tell(file is null ? PoleEvent.Corrected : PoleEvent.Updated, by, now, file ?? "", changes);
        return true;
    }

    /// <summary>What <see cref="Correct"/> would change.</summary>
    public IReadOnlyList<PoleChange> ChangesTo(PoleFacts facts)
    {
        var (before, after) = (Facts, facts.Rounded());
        return before == after
            ? []
            : [.. PoleFields.All.Select(field => new PoleChange(field, before.Written(field), after.Written(field))).Where(change => change.Before != change.After)];
    }

    /// <summary>Takes it out of use; it stays in the register with all its history.</summary>
    /// <param name="on">The first day out of use, Bangkok.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">The officer.</param>
    /// <param name="now">UTC.</param>
    /// <exception cref="RuleBroken"><c>pole.retired</c> already, <c>pole.reason</c> missing or too long, <c>pole.day</c> in the future.</exception>
    public void Retire(DateOnly on, string reason, Actor by, DateTime now)
    {
        RequireInUse();
        if (reason.Length == 0)
            throw new RuleBroken("pole.reason", new("กรุณาระบุเหตุผลที่เลิกใช้เสานี้", "Please say why this pole is taken out of use."));
        if (ThaiText.Length(reason) > MaxReason)
            throw new RuleBroken("pole.reason", new($"เหตุผลยาวเกิน {MaxReason} ตัวอักษร", $"The reason is longer than {MaxReason} characters."));
        if (on > ThaiDates.BangkokDate(now))
            throw new RuleBroken("pole.day", new("วันที่เลิกใช้ต้องไม่เป็นวันในอนาคต", "The day must not lie in the future."));
        (RetiredOn, RetiredBecause) = (on, reason);
        Tell(PoleEvent.Retired, by, now, reason);
    }

    /// <summary>Takes it into use again.</summary>
    /// <exception cref="RuleBroken"><c>pole.in-use</c>: it is in use.</exception>
    public void BringBack(Actor by, DateTime now)
    {
        if (RetiredOn is null)
            throw new RuleBroken("pole.in-use", new("เสานี้ใช้งานอยู่แล้ว", "This pole is in use."));
        (RetiredOn, RetiredBecause) = (null, "");
        Tell(PoleEvent.BroughtBack, by, now);
    }

    /// <summary>Adds photos that lie in the photo store.</summary>
    /// <exception cref="RuleBroken"><c>pole.photos</c>: more than <see cref="MostPhotos"/>.</exception>
    public void AddPhotos(IReadOnlyList<string> keys, Actor by, DateTime now)
    {
        var added = keys.Distinct(StringComparer.Ordinal).Where(key => !photos.Exists(photo => photo.Key == key)).ToList();
        if (photos.Count + added.Count > MostPhotos)
        {
            throw new RuleBroken("pole.photos", new(
                $"เสาหนึ่งต้นมีภาพได้ไม่เกิน {MostPhotos} ภาพ", $"A pole has at most {MostPhotos} photos."));
        }

        foreach (var key in added)
        {
            photos.Add(new PolePhoto(key, now));
            Tell(PoleEvent.PhotoAdded, by, now);
        }
    }

    /// <summary>Takes a photo off; false when it has none with this key.</summary>
    public bool RemovePhoto(string key, Actor by, DateTime now)
    {
        if (photos.RemoveAll(photo => photo.Key == key) == 0)
            return false;
        Tell(PoleEvent.PhotoRemoved, by, now);
        return true;
    }

    /// <summary>Derives anew what the number is compared and sorted by, as after a change of the rule.</summary>
    public void RenewKeys() =>
        (NumberKey, NumberLooseKey, NumberOrder) = (PoleNumber.Key(Number), PoleNumber.LooseKey(Number), PoleNumber.Order(Number));

    void RequireInUse()
    {
        if (RetiredOn is not null)
            throw new RuleBroken("pole.retired", new("เสานี้เลิกใช้แล้ว", "This pole is out of use."));
    }

    void Take(PoleFacts facts, string tambonCode)
    {
        if (facts.Problems().Select(problem => (PoleProblem?)problem).FirstOrDefault() is { } problem)
            throw new RuleBroken("pole.facts", problem.Sentence);
        facts = facts.Rounded();
        Number = facts.Number;
        RenewKeys();
        (Latitude, Longitude, TambonCode) = (facts.Position.Latitude, facts.Position.Longitude, tambonCode);
        (Road, RoadKey, Side) = (facts.Road, RoadName.Key(facts.Road), facts.Side);
        (Luminaire, LampCode, PowerWatts) = (facts.Luminaire, facts.LampCode, facts.PowerWatts);
        (CabinetCode, CircuitCode) = (facts.CabinetCode, facts.CircuitCode);
        (InstalledOn, WarrantyUntil, ExpectedLifeYears) = (facts.InstalledOn, facts.WarrantyUntil, facts.ExpectedLifeYears);
        (OwnerCode, Notes) = (facts.OwnerCode, facts.Notes);
    }

    void Tell(PoleEvent kind, Actor by, DateTime now, string text = "", IReadOnlyList<PoleChange>? changes = null)
    {
        // Entries and versions count alike, so that the history need not be loaded to go on.
        history.Add(new PoleEntry(Version + 1, kind, by, now, text, changes ?? []));
        ChangedAt = now;
        Version++;
    }
}
