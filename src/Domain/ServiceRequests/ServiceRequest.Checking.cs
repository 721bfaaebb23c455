using Songthang.Domain.Geography;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceCatalog;

namespace Songthang.Domain.ServiceRequests;

public sealed partial class ServiceRequest
{
    /// <summary>What follows from the newest check-list; null when nothing does, or something was done about it since.</summary>
    public CheckAdvice? Advice
    {
        get
        {
            var list = timeline.FindLast(entry => entry.Kind == TimelineKind.CheckListed);
            var isDone = list is null || timeline.Exists(entry => entry.Number > list.Number && entry.Kind
                is TimelineKind.InformationAsked or TimelineKind.Reopened or TimelineKind.SplitOff or TimelineKind.Accepted);
            return isDone || Status is not (ServiceRequestStatus.Submitted or ServiceRequestStatus.Accepted)
                ? null
                : CheckList.Read(list!.Detail).Advice;
        }
    }

    /// <summary>An officer has checked the details: stops step 2 and decides what the public may read and see.</summary>
    /// <param name="publicSymptom">The citizen's words without anything personal; null keeps them hidden.</param>
    /// <param name="publicPhotoKeys">Photos without faces and number plates.</param>
    /// <param name="isUrgent">People may come to harm.</param>
    /// <param name="by">The officer.</param>
    /// <param name="now">UTC.</param>
    /// <param name="findings">What was looked at, for officers only; may be empty.</param>
    public void CheckDetails(
        string? publicSymptom, IReadOnlyCollection<string> publicPhotoKeys, bool isUrgent, Actor by, DateTime now, string findings = "")
    {
        RequireCheckable();
        RequireLength(publicSymptom ?? "", MaxSymptom);
        RequireLength(findings, MaxSymptom);
        PublicSymptom = publicSymptom;
        IsUrgent = isUrgent;
        Publish(publicPhotoKeys);
        Add(TimelineKind.DetailsChecked, by, now, Audience.Public);
        CheckedAt = UpdatedAt;
        // That it was checked is for everyone, what was found is not: two entries, for an entry has one audience.
        if (findings.Length > 0)
            Add(TimelineKind.NoteAdded, by, now, Audience.Officers, findings);
    }

    /// <summary>The same with a check-list, and with the details put right where they were wrong. Danger makes the request urgent.</summary>
    /// <param name="check">What was decided.</param>
    /// <param name="faults">What can be wrong.</param>
    /// <param name="province">Knows the subdistricts.</param>
    /// <param name="by">The officer.</param>
    /// <param name="now">UTC.</param>
    public void CheckDetails(DetailsCheck check, FaultTypes faults, Province province, Actor by, DateTime now)
    {
        RequireCheckable();
        RequireLength(check.Remarks, MaxSymptom);
        var fields = Differences(check.Details, publicPhotoKeys: null, faults, province);
        Apply(check.Details, faults);
        var urgent = check.List.Danger switch { Finding.Yes => true, Finding.No => false, _ => IsUrgent };
        CheckDetails(check.Details.PublicSymptom, check.PublicPhotoKeys, urgent, by, now);
        Add(TimelineKind.CheckListed, by, now, Audience.Officers, check.Remarks, check.List.Code);
        RecordCorrection(fields, by, now);
    }

    /// <summary>Puts details right after the check; the original stays in the timeline.</summary>
    /// <param name="details">The details as they are right.</param>
    /// <param name="publicPhotoKeys">Photos without faces and number plates.</param>
    /// <param name="faults">What can be wrong.</param>
    /// <param name="province">Knows the subdistricts.</param>
    /// <param name="by">The officer.</param>
    /// <param name="now">UTC.</param>
    /// <exception cref="RuleBroken"><c>request.not-checked</c> before the check, <c>request.nothing-corrected</c> when all is as it was.</exception>
    public void CorrectDetails(
        Correction details, IReadOnlyCollection<string> publicPhotoKeys, FaultTypes faults, Province province, Actor by, DateTime now)
    {
        if (CheckedAt is null)
            throw NotChecked();
        var fields = Differences(details, publicPhotoKeys, faults, province);
        if (fields.Count == 0)
            throw new RuleBroken("request.nothing-corrected", new("ยังไม่มีข้อมูลใดเปลี่ยนแปลง", "Nothing has been changed."));
        Apply(details, faults);
        PublicSymptom = details.PublicSymptom;
        Publish(publicPhotoKeys);
        RecordCorrection(fields, by, now);
    }

    void RequireCheckable() => Workflow.RequireFrom(Status, ServiceRequestStatus.Submitted,
        ServiceRequestStatus.AwaitingInformation, ServiceRequestStatus.Accepted, ServiceRequestStatus.InProgress);

    List<CorrectedField> Differences(
        Correction details, IReadOnlyCollection<string>? publicPhotoKeys, FaultTypes faults, Province province)
    {
        var words = CheckedAt is null ? Symptom : PublicSymptom ?? "";
        // Words that were never public are not corrected by keeping them back.
        var publicWords = CheckedAt is null && details.PublicSymptom is null ? Symptom : details.PublicSymptom ?? "";
        IEnumerable<CorrectedField> fields =
        [
            CorrectedField.Of("fault", faults.NameOf(FaultCode).Thai, faults.NameOf(details.FaultCode).Thai),
            .. CorrectedField.Between(Place, details.Place, province),
            CorrectedField.Of("words", words, publicWords),
        ];
        var changed = fields.Where(field => field.Before != field.After).ToList();
        if (publicPhotoKeys is not null && photos.Exists(photo => photo.IsPublic != IsToBePublic(photo, publicPhotoKeys)))
        {
            var (before, after) = (photos.Count(photo => photo.IsPublic), photos.Count(photo => IsToBePublic(photo, publicPhotoKeys)));
            changed.Add(CorrectedField.Of("photos", $"{before}", $"{after}"));
        }

        return changed;
    }

    void Apply(Correction details, FaultTypes faults)
    {
        var fault = RequireFault(details.FaultCode, faults, isKept: details.FaultCode == FaultCode);
        RequireWords(details.Place);
        RequirePlace(details.Place);
        RequireLength(details.PublicSymptom ?? "", MaxSymptom);
        IsUrgent |= fault.IsDangerous && fault.Code != FaultCode;
        FaultCode = fault.Code;
        Place = details.Place;
    }

    void RecordCorrection(List<CorrectedField> fields, Actor by, DateTime now)
    {
        if (fields.Count == 0)
            return;
        // Everyone may know what was put right, only officers how it read.
        Add(TimelineKind.DetailsCorrected, by, now, Audience.Public, detail: string.Join(',', fields.Select(field => field.Code)));
        Add(TimelineKind.CorrectionNoted, by, now, Audience.Officers, string.Join('\n', fields));
    }

    void Publish(IReadOnlyCollection<string> keys)
    {
        foreach (var photo in photos)
            photo.IsPublic = IsToBePublic(photo, keys);
    }

    static bool IsToBePublic(Photo photo, IReadOnlyCollection<string> keys) =>
        keys.Contains(photo.Key) || photo.Kind is PhotoKind.Before or PhotoKind.After;
}
