using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Songthang.Domain.Figures;
using Songthang.Domain.Geography;
using Songthang.Domain.ServiceLevels;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence.Sums;
using Songthang.Infrastructure.Search;
using Songthang.Infrastructure.Settings;

namespace Songthang.Infrastructure.Persistence;

/// <summary>
/// What is kept beside a request only so that lists can filter and sort by it: folded text, the codes of the
/// place, the due time. All of it can be made anew from the request at any time.
/// </summary>
/// <param name="settings">The service level that the due time follows from, and the names of the fault types.</param>
/// <param name="province">The subdistricts, whose names people search for.</param>
public sealed class DerivedColumns(CurrentSettings settings, Province province)
{
    /// <summary>Column with all that officers search in.</summary>
    public const string SearchText = SearchColumns.SearchText;

    /// <summary>Column with all that the public searches in.</summary>
    public const string PublicSearchText = SearchColumns.PublicSearchText;

    /// <summary>Column with the tambon's code, for an index (a complex property takes none).</summary>
    public const string TambonCode = nameof(TambonCode);

    /// <summary>Column with the amphoe's code.</summary>
    public const string AmphoeCode = nameof(AmphoeCode);

    /// <summary>Column with the state's number in the order of the workflow: by name the states would sort by the alphabet.</summary>
    public const string StatusOrder = nameof(StatusOrder);

    /// <summary>
    /// Column with the due time, <see cref="Never"/> for none: the databases disagree on where a null sorts. Urgent ones first.
    /// </summary>
    public const string DueOrder = nameof(DueOrder);

    /// <summary>Column with the <see cref="CurrentSettings.DerivedFrom"/> that the others were made by.</summary>
    public const string DerivedFrom = nameof(DerivedFrom);

    /// <summary>Column with the moment from which the due time counts as near; null when that is not so for any step.</summary>
    public const string NearAt = nameof(NearAt);

    /// <summary>Column with the earliest moment at which the staff may have to be warned: a queue. Which warnings were given stands elsewhere.</summary>
    public const string WarnAt = nameof(WarnAt);

    /// <summary>Column with the time of receipt for lists with the newest first, urgent ones before all others.</summary>
    public const string NewestOrder = nameof(NewestOrder);

    /// <summary>Column with the time of receipt for lists with the oldest first, urgent ones before all others.</summary>
    public const string OldestOrder = nameof(OldestOrder);

    /// <summary>Column with the pole number as it is compared, open or closed; null for none: what a pole's history goes by.</summary>
    public const string PoleKey = nameof(PoleKey);

    /// <summary>
    /// Column with the <see cref="RequestTally.Code"/> that the request is counted as in the sums; empty when it was not counted
    /// yet. Two saves of the same value conflict, so that nothing is counted twice.
    /// </summary>
    public const string CountedAs = nameof(CountedAs);

    /// <summary>
    /// Column with the <see cref="MapTally.CodeOf"/> that the request is counted as on the map; empty when it was not counted yet. Two
    /// saves of the same value conflict, so that nothing is counted twice.
    /// </summary>
    public const string MappedAs = nameof(MappedAs);

    /// <summary>Column that says whether the work was done within its allowance; null unless it is completed.</summary>
    public const string IsWorkKept = nameof(IsWorkKept);

    /// <summary>Column with the time since which a closed request holds what may tell of a person; null for none, and while it is open.</summary>
    public const string PersonHeldSince = nameof(PersonHeldSince);

    /// <summary>Column with the time since which a closed request holds photos of people; null for none, and while it is open.</summary>
    public const string PhotosHeldSince = nameof(PhotosHeldSince);

    /// <summary>What <see cref="DerivedFrom"/> holds of a request that the sums do not know yet.</summary>
    public const long NotCounted = -1;

    /// <summary>What <see cref="DueOrder"/> holds when nothing is due.</summary>
    public static DateTime Never { get; } = new(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    // After what is urgent and due, before what is not urgent.
    static readonly DateTime UrgentNever = new(2500, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>
    /// The sorted time of a request. As long as an urgent one is open it stands as if it were a thousand years away, so
    /// that one column sorts it first, and a page of the list can begin anywhere in one index.
    /// </summary>
    /// <param name="time">UTC.</param>
    /// <param name="isUrgent">People may come to harm.</param>
    /// <param name="status">Where the request stands.</param>
    /// <param name="descending">Whether the list shows the greatest time first.</param>
    public static DateTime UrgentFirst(DateTime time, bool isUrgent, ServiceRequestStatus status, bool descending) =>
        isUrgent && status.IsOpen() ? (time == Never ? UrgentNever : time).AddYears(descending ? 1000 : -1000) : time;

    /// <summary>The middle of the province, for what must be somewhere and says not where.</summary>
    public Position Somewhere { get; } = Position.Create(
        (province.Area.South + province.Area.North) / 2, (province.Area.West + province.Area.East) / 2);

    /// <summary>Brings the derived columns of a changed request up to date.</summary>
    /// <param name="tracked">The request.</param>
    /// <param name="sums">Gets what it changes in the sums.</param>
    public void Refresh(EntityEntry<ServiceRequest> tracked, SumChanges sums)
    {
        var request = tracked.Entity;
        if (request.Timeline.Count == 0)
            throw new InvalidOperationException($"{request.Reference} was changed without its timeline: load it with FindRequestAsync.");
        var moments = request.Moments();
        request.RememberDueTime(StepClocks.DueAt(moments, settings.ServiceLevel));
        tracked.Property(DerivedFrom).CurrentValue = settings.DerivedFrom;
        var warnings = StepWarnings.Of(moments, settings.ServiceLevel);
        tracked.Property(NearAt).CurrentValue = warnings.FirstOrDefault(warning => warning.Kind == WarningKind.Near)?.At;
        tracked.Property(WarnAt).CurrentValue = warnings.Count > 0 ? warnings[0].At : null;
        var closed = request.ClosedSince;
        tracked.Property(PersonHeldSince).CurrentValue = request.MayTellOfPerson ? closed : null;
        tracked.Property(PhotosHeldSince).CurrentValue = request.PhotosOfPeople.Any() ? closed : null;
        Count(tracked, sums);
        var open = PublicWords(request);
        tracked.Property(TambonCode).CurrentValue = request.Place.TambonCode;
        tracked.Property(AmphoeCode).CurrentValue = request.Place.AmphoeCode;
        tracked.Property(StatusOrder).CurrentValue = (int)request.Status;
        tracked.Property(DueOrder).CurrentValue = UrgentFirst(request.DueAt ?? Never, request.IsUrgent, request.Status, descending: false);
        tracked.Property(NewestOrder).CurrentValue = UrgentFirst(request.SubmittedAt, request.IsUrgent, request.Status, descending: true);
        tracked.Property(OldestOrder).CurrentValue = UrgentFirst(request.SubmittedAt, request.IsUrgent, request.Status, descending: false);
        tracked.Property(PoleKey).CurrentValue = request.Place.PoleKey is { Length: > 0 } pole ? pole : null;
        SameFaultColumns.Refresh(tracked);
        PublicColumns.Refresh(tracked);
        MapColumns.Refresh(tracked, province, sums.Map);
        tracked.Property(PublicSearchText).CurrentValue = ThaiText.Fold(open);
        tracked.Property(SearchText).CurrentValue = ThaiText.Fold(string.Join('\n', open, request.Symptom,
            request.Place.Road, request.Place.Landmark, request.Place.PoleNumber, request.Requester.Name, request.Requester.Phone, request.Requester.Email));
    }

    void Count(EntityEntry<ServiceRequest> tracked, SumChanges sums)
    {
        var counted = tracked.Property<string>(CountedAs);
        var tally = RequestTally.Of(tracked.Entity, settings.ServiceLevel);
        var before = tracked.State == EntityState.Added ? "" : counted.OriginalValue;
        counted.CurrentValue = tally.Code;
        tracked.Property(IsWorkKept).CurrentValue = tally.IsWorkKept;
        if (before != counted.CurrentValue)
            sums.Add(RequestTally.Read(before), tally);
    }

    /// <summary>What the public list shows is what the public can find: the citizen's words only after the check.</summary>
    string PublicWords(ServiceRequest request)
    {
        var fault = settings.FaultTypes.Find(request.FaultCode)?.Name;
        var tambon = province.Find(request.Place.TambonCode);
        return string.Join('\n', request.Reference, fault?.Thai, fault?.English, tambon?.FullName("th"), tambon?.FullName("en"),
            request.CheckedAt is null ? "" : $"{request.Place.Road}\n{request.PublicSymptom}\n{request.Place.Landmark}\n{request.Place.PoleNumber}");
    }
}
