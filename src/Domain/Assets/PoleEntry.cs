using Songthang.Domain.Officers;
using Songthang.Domain.Thai;

namespace Songthang.Domain.Assets;

/// <summary>What happened to a pole's record. Stored by name.</summary>
public enum PoleEvent
{
    /// <summary>Taken into the register by hand.</summary>
    Registered,

    /// <summary>Taken into the register from a file.</summary>
    Imported,

    /// <summary>Its facts were corrected.</summary>
    Corrected,

    /// <summary>Its facts were brought up to date from a file.</summary>
    Updated,

    /// <summary>Taken down or given up.</summary>
    Retired,

    /// <summary>Retired by mistake, or put up again.</summary>
    BroughtBack,

    /// <summary>A photo was added.</summary>
    PhotoAdded,

    /// <summary>A photo was taken off.</summary>
    PhotoRemoved,
}

/// <summary>A field that was changed, in the words of <see cref="PoleFacts.Written"/>.</summary>
/// <param name="Field">Which.</param>
/// <param name="Before">What it was; empty for unknown.</param>
/// <param name="After">What it became.</param>
public sealed record PoleChange(PoleField Field, string Before, string After);

/// <summary>One thing that happened to a pole's record: who, when, what. Only ever added.</summary>
public sealed class PoleEntry
{
    PoleEntry() { }

    internal PoleEntry(int number, PoleEvent kind, Actor by, DateTime at, string text, IReadOnlyList<PoleChange> changes) =>
        (Number, Kind, OfficerId, ActorName, At, Text, Changes) = (number, kind, by.OfficerId, by.Name, at, text, changes);

    /// <summary>Key in storage.</summary>
    public long Id { get; private set; }

    /// <summary>The pole.</summary>
    public long PoleId { get; private set; }

    /// <summary>1 for the first, then without gaps.</summary>
    public int Number { get; private set; }

    /// <summary>What happened.</summary>
    public PoleEvent Kind { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Whose account did it; null for the program.</summary>
    public int? OfficerId { get; private set; }

    /// <summary>The name at that time.</summary>
    public string ActorName { get; private set; } = "";

    /// <summary>In words: the reason, the file's name; may be empty.</summary>
    public string Text { get; private set; } = "";

    /// <summary>What was changed; empty unless facts were.</summary>
    public IReadOnlyList<PoleChange> Changes { get; private set; } = [];
}

/// <summary>The words of what happens to poles.</summary>
public static class PoleEvents
{
    /// <summary>One line for an entry of this kind.</summary>
    public static Phrase Title(this PoleEvent kind) => kind switch
    {
        PoleEvent.Registered => new("ขึ้นทะเบียน", "Registered"),
        PoleEvent.Imported => new("ขึ้นทะเบียนจากแฟ้ม", "Registered from a file"),
        PoleEvent.Corrected => new("แก้ไขข้อมูล", "Corrected"),
        PoleEvent.Updated => new("ปรับปรุงข้อมูลจากแฟ้ม", "Updated from a file"),
        PoleEvent.Retired => new("เลิกใช้", "Retired"),
        PoleEvent.BroughtBack => new("นำกลับมาใช้", "Brought back"),
        PoleEvent.PhotoAdded => new("เพิ่มภาพ", "Photo added"),
        PoleEvent.PhotoRemoved => new("นำภาพออก", "Photo removed"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
