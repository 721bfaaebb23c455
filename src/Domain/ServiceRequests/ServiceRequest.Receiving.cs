using System.Globalization;
using Songthang.Domain.Officers;
using Songthang.Domain.Thai;

namespace Songthang.Domain.ServiceRequests;

/// <summary>
/// เลขรับ: the number under which the office's registry received the paper, with day and hour. It begins anew each calendar
/// year (ระเบียบงานสารบรรณ 2526) and has nothing to do with our own reference.
/// </summary>
/// <param name="Number">As the registry writes it, such as <c>1234</c> or <c>1234/2569</c>.</param>
/// <param name="At">Day and hour of the stamp, UTC.</param>
public sealed record ReceiveStamp(string Number, DateTime At)
{
    /// <summary>Longest number, in text elements.</summary>
    public const int MaxNumber = 30;

    /// <summary>As it is stored: <c>2026-11-23T03:00:00Z 1234</c>.</summary>
    public string Code => $"{At.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)} {Number}";

    /// <summary>What was stored.</summary>
    public static ReceiveStamp Read(string code)
    {
        var parts = code.Split(' ', 2);
        return new(parts[1], DateTime.ParseExact(
            parts[0], "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal));
    }

    /// <summary><c>เลขรับ 1234 วันที่ 23 พ.ย. 69 10.00 น.</c>.</summary>
    public Phrase InWords() => new(
        $"เลขรับ {Number} วันที่ {ThaiDates.ShortDateAndTime(At)}", $"Receive no. {Number}, {ThaiDates.ShortDateAndTime(At, "en")}");
}

public sealed partial class ServiceRequest
{
    /// <summary>The receive number that holds; empty for none. Kept for lists, the timeline tells the same.</summary>
    public string ReceiveNumber { get; private set; } = "";

    /// <summary>The registry's stamp; null as long as there is none.</summary>
    public ReceiveStamp? Stamp => timeline.FindLast(entry => entry.Kind == TimelineKind.ReceiveNumberGiven) is { } entry
        ? ReceiveStamp.Read(entry.Detail)
        : null;

    /// <summary>Gives the request its receive number, or corrects it; the newest one counts.</summary>
    /// <exception cref="RuleBroken"><c>request.receive-number-missing</c>, or it is too long.</exception>
    public void GiveReceiveNumber(ReceiveStamp stamp, Actor by, DateTime now)
    {
        RequireText(stamp.Number, "request.receive-number-missing", "กรุณาระบุเลขรับ", "Please give the receive number.");
        RequireLength(stamp.Number, ReceiveStamp.MaxNumber);
        Add(TimelineKind.ReceiveNumberGiven, by, now, Audience.Officers, detail: stamp.Code);
        ReceiveNumber = stamp.Number;
    }
}
