using System.Globalization;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceCatalog;

namespace Songthang.Domain.ServiceRequests;

/// <summary>What a report needs to become a request; texts are cleaned already.</summary>
/// <param name="Reference">The next free reference.</param>
/// <param name="Secret">128 random bits in base64url for the requester's own link.</param>
/// <param name="FaultCode">A code of <see cref="FaultType"/>.</param>
/// <param name="Symptom">The citizen's own words, may be empty.</param>
/// <param name="NoticedAt">When noticed, UTC, not in the future; null when not said.</param>
/// <param name="Place">Where.</param>
/// <param name="Requester">Who.</param>
/// <param name="Channel">By which way.</param>
/// <param name="PhotoKeys">Keys of the photo store, at most <see cref="ServiceRequest.MaxPhotos"/>.</param>
/// <param name="ImportKey">Where imported history came from; null otherwise.</param>
public sealed record Submission(
    string Reference, string Secret, string FaultCode, string Symptom, DateTime? NoticedAt, Place Place,
    Requester Requester, IntakeChannel Channel, IReadOnlyList<string> PhotoKeys, string? ImportKey = null);

public sealed partial class ServiceRequest
{
    /// <summary>Most photos that a report or an answer may carry.</summary>
    public const int MaxPhotos = 5;

    /// <summary>Longest symptom, message or reason, in text elements.</summary>
    public const int MaxSymptom = 4000;

    /// <summary>Longest road, landmark or name, in text elements.</summary>
    public const int MaxWords = 200;

    /// <summary>Longest pole number, in text elements.</summary>
    public const int MaxPoleNumber = 60;

    /// <summary>Receives a report: the first timeline entry, from which step 1 runs.</summary>
    /// <param name="submission">What was reported.</param>
    /// <param name="faults">What can be wrong; only history may have a fault type that is no longer offered.</param>
    /// <param name="by">Who hands it in.</param>
    /// <param name="now">UTC.</param>
    /// <exception cref="RuleBroken">The fault type is unknown or no longer offered, a text too long, the time in the future, or nothing says where.</exception>
    public static ServiceRequest Submit(Submission submission, FaultTypes faults, Actor by, DateTime now)
    {
        var fault = RequireFault(submission.FaultCode, faults, isKept: by.Kind == ActorKind.Import);
        RequireLength(submission.Symptom, MaxSymptom);
        RequireWords(submission.Place);
        RequireLength(submission.Requester.Name, MaxWords);
        if (submission.NoticedAt > now.AddMinutes(5))
        {
            throw new RuleBroken("request.noticed-in-future", new(
                "วันและเวลาที่พบต้องไม่เป็นเวลาในอนาคต", "The time noticed cannot be in the future."));
        }

        RequirePlace(submission.Place);
        var request = new ServiceRequest
        {
            Reference = submission.Reference,
            Secret = submission.Secret,
            FaultCode = fault.Code,
            IsUrgent = fault.IsDangerous,
            Symptom = submission.Symptom,
            NoticedAt = submission.NoticedAt,
            Place = submission.Place,
            Requester = submission.Requester,
            Channel = submission.Channel,
            ImportKey = submission.ImportKey,
            SubmittedAt = ToMillisecond(now),
            IsUnread = true,
        };
        request.Add(TimelineKind.Submitted, by, now, Audience.Public, detail: submission.Channel.ToString());
        request.AddPhotos(submission.PhotoKeys, PhotoKind.Report, now);
        return request;
    }

    /// <summary>The fault type, which must be offered unless it is one that history or the request has already.</summary>
    static FaultType RequireFault(string code, FaultTypes faults, bool isKept) => faults.Find(code) is { } known && (known.InUse || isKept)
        ? known
        : throw new RuleBroken("request.fault-unknown", new("กรุณาเลือกอาการที่พบ", "Please choose what is wrong."));

    static void RequireWords(Place place)
    {
        RequireLength(place.Road, MaxWords);
        RequireLength(place.Landmark, MaxSymptom);
        RequireLength(place.PoleNumber, MaxPoleNumber);
    }

    static void RequirePlace(Place place)
    {
        if (place is { TambonCode: "", Road: "", Landmark: "", PoleNumber: "", Latitude: null })
        {
            throw new RuleBroken("request.place-missing", new(
                "กรุณาระบุสถานที่ เช่น เลือกตำบล ถนน จุดสังเกต หรือตำแหน่งบนแผนที่",
                "Please say where: a subdistrict, road, landmark or a point on the map."));
        }

        if (place.Latitude is { } latitude && (!double.IsFinite(latitude) || latitude is < -90 or > 90)
            || place.Longitude is { } longitude && (!double.IsFinite(longitude) || longitude is < -180 or > 180))
        {
            throw new RuleBroken("request.position", new("ตำแหน่งบนแผนที่ไม่ถูกต้อง", "The position is not valid."));
        }
    }

    void AddPhotos(IReadOnlyList<string> keys, PhotoKind kind, DateTime now)
    {
        if (keys.Count > MaxPhotos)
            throw new RuleBroken("request.photos", new("แนบภาพได้ไม่เกิน 5 ภาพ", "Please attach at most five photos."));
        foreach (var key in keys)
            photos.Add(new Photo(key, kind, ToMillisecond(now)));
    }

    static void RequireLength(string text, int max)
    {
        // Fewer chars than allowed elements can never be too long: most texts are settled without counting.
        if (text.Length <= max || new StringInfo(text).LengthInTextElements <= max)
            return;
        throw new RuleBroken("request.text-too-long", new(
            $"ข้อความยาวเกิน {max} ตัวอักษร", $"The text is longer than {max} characters."));
    }

    static string RequireText(string text, string code, string thai, string english)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new RuleBroken(code, new(thai, english));
        RequireLength(text, MaxSymptom);
        return text;
    }
}
