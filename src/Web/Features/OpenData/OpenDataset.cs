using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence.Queries;

namespace Songthang.Web.Features.OpenData;

/// <summary>A span of days, both included; null is open.</summary>
public readonly record struct DayRange(DateOnly? From, DateOnly? To)
{
    /// <summary>The days of a year of the Buddhist Era.</summary>
    public static DayRange OfYear(int buddhistYear) => new(new(buddhistYear - 543, 1, 1), new(buddhistYear - 543, 12, 31));

    /// <summary>The days that are in both.</summary>
    public DayRange And(DayRange other) => new(
        From is null || other.From > From ? other.From ?? From : From, To is null || other.To < To ? other.To ?? To : To);

    /// <summary>The same in moments.</summary>
    public TimeSpanOfData Moments() => new(
        From is { } from ? ThaiDates.FromBangkok(from, TimeOnly.MinValue) : TimeSpanOfData.Ever.From,
        To is { } to && to < DateOnly.MaxValue ? ThaiDates.FromBangkok(to.AddDays(1), TimeOnly.MinValue) : TimeSpanOfData.Ever.Before);
}

/// <summary>A set of rows that everyone may take away.</summary>
public abstract class OpenDataset
{
    /// <summary>Name in addresses; never changed.</summary>
    public abstract string Name { get; }

    public abstract Phrase Title { get; }

    public abstract Phrase Description { get; }

    /// <summary>Which day of a row its year and the range go by.</summary>
    public abstract Phrase DayMeant { get; }

    public abstract IReadOnlyList<Phrase> Keywords { get; }

    /// <summary>Its dictionary; the first column is the key.</summary>
    public abstract IReadOnlyList<OpenColumn> Columns { get; }

    /// <summary>How much of it there is, and when any of it last changed.</summary>
    public abstract Task<DataStamp> StampAsync(DayRange days, CancellationToken cancellationToken);

    /// <summary>Its rows, values in the order of <see cref="Columns"/>; never all in memory.</summary>
    public abstract IAsyncEnumerable<object?[]> RowsAsync(DayRange days, CancellationToken cancellationToken);

    /// <summary>Years of the Buddhist Era that have rows, newest first.</summary>
    public abstract Task<IReadOnlyList<int>> YearsAsync(CancellationToken cancellationToken);

    /// <summary>Where the column of this name stands.</summary>
    public int IndexOf(string column) => Columns.Select((one, index) => (one.Name, index)).First(one => one.Name == column).index;
}

/// <summary>All datasets.</summary>
public sealed class OpenDatasets(RequestDataset requests, PoleDataset poles)
{
    /// <summary>Names of all datasets: which addresses there are.</summary>
    public static IReadOnlyList<string> Names { get; } = [RequestDataset.Slug, PoleDataset.Slug];

    public IReadOnlyList<OpenDataset> All { get; } = [requests, poles];

    public OpenDataset Of(string name) => All.First(set => set.Name == name);
}
