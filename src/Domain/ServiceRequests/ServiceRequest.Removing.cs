using System.Globalization;
using Songthang.Domain.Officers;

namespace Songthang.Domain.ServiceRequests;

public sealed partial class ServiceRequest
{
    /// <summary>Since when it is closed, UTC; null while it is open. What is kept of people is kept so long after that.</summary>
    public DateTime? ClosedSince => Status.IsOpen() ? null : LastChangeOfStatus(0) ?? SubmittedAt;

    /// <summary>Whether anything in it may tell of a person, photos aside.</summary>
    public bool MayTellOfPerson => Requester.IsSomebody || Symptom != (PublicSymptom ?? "") || documents.Count > 0
        || Place != PlaceWithoutPerson || timeline.Exists(entry => entry.MayTellOfPerson);

    /// <summary>Photos that citizens or officers sent; those of a repair show the lamp and stay with it.</summary>
    public IEnumerable<Photo> PhotosOfPeople => photos.Where(photo => photo.Kind is not (PhotoKind.Before or PhotoKind.After));

    /// <summary>What an officer approved may stay: words that nobody looked through may name somebody.</summary>
    Place PlaceWithoutPerson => CheckedAt is null ? Place with { Road = "", Landmark = "", Moo = "", PoleNumber = "" } : Place;

    /// <summary>
    /// Removes who reported and all words that may tell of a person (PDPA s. 33, s. 37(3)). What happened, when, where and how it ended
    /// stays, so that figures do not change; so does the chain of the timeline.
    /// </summary>
    /// <param name="by">The program, or the officer who does it for the person concerned.</param>
    /// <param name="now">UTC.</param>
    public void RemovePersonalData(Actor by, DateTime now)
    {
        var telling = timeline.FindAll(entry => entry.MayTellOfPerson);
        if (telling.Exists(entry => entry.IsUnsealed) && TimelineChain.FirstBroken(Reference, timeline) is null && timeline[^1].Hash == TimelineHash)
            SealAll();
        telling.ForEach(entry => entry.RemoveWords());
        Requester = Requester with { Name = "", Phone = "", Email = "" };
        Symptom = PublicSymptom ?? "";
        Place = PlaceWithoutPerson;
        documents.Clear();
        (RemindAt, UnreadMessages) = (null, 0);
        Add(TimelineKind.PersonalDataRemoved, by, now, Audience.Officers,
            detail: string.Join(',', telling.Select(entry => entry.Number.ToString(CultureInfo.InvariantCulture))));
    }

    /// <summary>Removes <see cref="PhotosOfPeople"/>.</summary>
    public void RemovePhotosOfPeople()
    {
        photos.RemoveAll(photo => PhotosOfPeople.Contains(photo));
        Version++;
    }

    /// <summary>The numbers that an entry of <see cref="TimelineKind.PersonalDataRemoved"/> names.</summary>
    internal static IEnumerable<int> WithoutWords(string detail) => detail.Split(',')
        .Select(number => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0);

    /// <summary>Entries from before there were digests: only a chain that is whole may be made anew, or it would hide what was done to it.</summary>
    void SealAll()
    {
        TimelineEntry? previous = null;
        foreach (var entry in timeline)
        {
            entry.Seal();
            entry.Chain(previous, Reference);
            previous = entry;
        }
    }
}
