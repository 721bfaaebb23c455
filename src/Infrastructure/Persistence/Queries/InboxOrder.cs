using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>The columns that the inbox sorts by.</summary>
public enum InboxSort
{
    /// <summary>When it was received; what is open and urgent first.</summary>
    Received,

    /// <summary>By its reference.</summary>
    Reference,

    /// <summary>Fault type, the same ones together.</summary>
    Fault,

    /// <summary>Amphoe and tambon in their official order, unknown ones first.</summary>
    Place,

    /// <summary>In the order of the workflow.</summary>
    Status,

    /// <summary>Due time; what is open and urgent first, what has none after all that has.</summary>
    Due,
}

/// <summary>Column and direction. Rows with the same value are in the order of their ids.</summary>
/// <param name="Sort">The column.</param>
/// <param name="Descending">Greatest first.</param>
public sealed record InboxOrder(InboxSort Sort, bool Descending)
{
    /// <summary>As the manual shows it, newest first, but for what is urgent.</summary>
    public static InboxOrder Default { get; } = new(InboxSort.Received, Descending: true);
}

/// <summary>A place in the ordered list: after or before the row with this id and this value of the sorted column.</summary>
/// <param name="Before">The rows before it are wanted, not those after it.</param>
/// <param name="Id">Id of the row.</param>
/// <param name="Value">The sorted column's value, as <see cref="SortKey"/> writes it.</param>
public sealed record InboxPlace(bool Before, long Id, string Value);

/// <summary>Orders by one column and the id, and continues from any row of that order without counting rows.</summary>
abstract class SortKey
{
    static readonly Dictionary<InboxSort, SortKey> All = new()
    {
        [InboxSort.Received] = new SortKey<DateTime>(
            request => EF.Property<DateTime>(request, DerivedColumns.OldestOrder), row => row.UrgentFirst(row.SubmittedAt, descending: false), WriteTime, text => ReadTime(text)),
        [InboxSort.Reference] = new SortKey<string>(request => request.Reference, row => row.Reference, text => text, text => text),
        [InboxSort.Fault] = new SortKey<string>(request => request.FaultCode, row => row.FaultCode, text => text, text => text),
        [InboxSort.Place] = new SortKey<string>(
            request => EF.Property<string>(request, DerivedColumns.TambonCode), row => row.TambonCode, text => text, text => text),
        [InboxSort.Status] = new SortKey<int>(
            request => EF.Property<int>(request, DerivedColumns.StatusOrder), row => (int)row.Status,
            rank => rank.ToString(CultureInfo.InvariantCulture),
            text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rank) ? rank : null),
        [InboxSort.Due] = new SortKey<DateTime>(
            request => EF.Property<DateTime>(request, DerivedColumns.DueOrder), row => row.UrgentFirst(row.DueAt ?? DerivedColumns.Never, descending: false), WriteTime, text => ReadTime(text)),
    };

    // Urgent ones stand first in both directions, which takes another column.
    static readonly SortKey NewestFirst = new SortKey<DateTime>(
        request => EF.Property<DateTime>(request, DerivedColumns.NewestOrder), row => row.UrgentFirst(row.SubmittedAt, descending: true), WriteTime, text => ReadTime(text));

    public static SortKey Of(InboxOrder order) => order is { Sort: InboxSort.Received, Descending: true } ? NewestFirst : All[order.Sort];

    /// <summary>The rows from a place on, nearest first; from the beginning when there is no place.</summary>
    public abstract IQueryable<ServiceRequest> From(IQueryable<ServiceRequest> requests, bool descending, InboxPlace? place);

    public abstract string ValueOf(InboxRow row);

    /// <summary>Whether a place was written by this key: addresses can be mistyped.</summary>
    public abstract bool CanRead(string value);

    static string WriteTime(DateTime time) => time.Ticks.ToString(CultureInfo.InvariantCulture);

    static DateTime? ReadTime(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks
            ? new DateTime(ticks, DateTimeKind.Utc)
            : null;
}

/// <param name="column">The sorted column, never null in the database: the databases disagree on where nulls go.</param>
/// <param name="ofRow">Its value in a row that was read.</param>
/// <param name="write">The value for an address.</param>
/// <param name="read">The value from an address; null when it is none.</param>
sealed class SortKey<T>(Expression<Func<ServiceRequest, T>> column, Func<InboxRow, T> ofRow, Func<T, string> write, Func<string, object?> read) : SortKey
{
    public override string ValueOf(InboxRow row) => write(ofRow(row));

    public override bool CanRead(string value) => read(value) is not null;

    public override IQueryable<ServiceRequest> From(IQueryable<ServiceRequest> requests, bool descending, InboxPlace? place)
    {
        var down = descending ^ place is { Before: true };
        if (place is not null)
            requests = requests.Where(Beyond(place, down));
        return down
            ? requests.OrderByDescending(column).ThenByDescending(request => request.Id)
            : requests.OrderBy(column).ThenBy(request => request.Id);
    }

    // value ≥ v and (value > v or id > i): the first half lets the index begin at the place, the second leaves it out.
    Expression<Func<ServiceRequest, bool>> Beyond(InboxPlace place, bool down)
    {
        var request = column.Parameters[0];
        // A field of a captured object becomes a parameter of the statement; a constant would be written into it.
        var value = Expression.Field(Expression.Constant(new Held((T)read(place.Value)!, place.Id)), nameof(Held.Value));
        var id = Expression.Field(((MemberExpression)value).Expression!, nameof(Held.Id));
        var (left, right) = typeof(T) == typeof(string)
            ? (Expression.Call(typeof(string), nameof(string.Compare), null, column.Body, value), Expression.Constant(0))
            : (column.Body, (Expression)value);
        var ownId = Expression.Property(request, nameof(ServiceRequest.Id));
        var body = down
            ? Expression.AndAlso(Expression.LessThanOrEqual(left, right),
                Expression.OrElse(Expression.LessThan(left, right), Expression.LessThan(ownId, id)))
            : Expression.AndAlso(Expression.GreaterThanOrEqual(left, right),
                Expression.OrElse(Expression.GreaterThan(left, right), Expression.GreaterThan(ownId, id)));
        return Expression.Lambda<Func<ServiceRequest, bool>>(body, request);
    }

    sealed class Held(T value, long id)
    {
        public readonly T Value = value;
        public readonly long Id = id;
    }
}
