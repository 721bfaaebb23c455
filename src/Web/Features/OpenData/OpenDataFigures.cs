using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.OpenData;

/// <summary>A year of a dataset.</summary>
public sealed record OpenYear(int BuddhistYear, DataStamp Stamp);

/// <summary>What is known of a dataset without reading it whole.</summary>
/// <param name="Set">The dataset.</param>
/// <param name="Whole">Its rows and its last change.</param>
/// <param name="Years">Its years, newest first.</param>
/// <param name="BytesOfRow">About how many bytes a row takes in each format, by extension.</param>
public sealed record OpenFigures(OpenDataset Set, DataStamp Whole, IReadOnlyList<OpenYear> Years, IReadOnlyDictionary<string, double> BytesOfRow)
{
    /// <summary>About how large a file with so many rows is.</summary>
    public long BytesOf(OpenFormat format, int rows) => (long)(BytesOfRow[format.Extension] * rows);
}

/// <summary>Counts, last changes and sizes, counted once a minute however many ask.</summary>
public sealed class OpenDataFigures(OpenDatasets sets, KeptForAWhile kept)
{
    const int Sampled = 200;

    /// <summary>How much of a dataset there is on these days, and when any of it last changed.</summary>
    public Task<DataStamp> StampAsync(OpenDataset set, DayRange days, CancellationToken cancellationToken) => kept.GetAsync(
        $"stamp {set.Name} {days.From:O} {days.To:O}", PublicFile.Age, _ => 100, stop => set.StampAsync(days, stop), cancellationToken);

    /// <summary>All datasets with their years.</summary>
    public async Task<IReadOnlyList<OpenFigures>> AllAsync(CancellationToken cancellationToken)
    {
        var all = new List<OpenFigures>();
        foreach (var set in sets.All)
        {
            var years = new List<OpenYear>();
            foreach (var year in await YearsAsync(set, cancellationToken))
                years.Add(new(year, await StampAsync(set, DayRange.OfYear(year), cancellationToken)));
            all.Add(new(set, await StampAsync(set, default, cancellationToken), years, await BytesOfRowAsync(set, cancellationToken)));
        }

        return all;
    }

    async Task<int[]> YearsAsync(OpenDataset set, CancellationToken cancellationToken) => await kept.GetAsync(
        $"years {set.Name}", PublicFile.Age, years => 4 * years.Length, async stop => (int[])[.. await set.YearsAsync(stop)], cancellationToken);

    /// <summary>From the first rows: a guess that costs nothing, and is called one.</summary>
    Task<Dictionary<string, double>> BytesOfRowAsync(OpenDataset set, CancellationToken cancellationToken) => kept.GetAsync(
        $"bytes {set.Name}", TimeSpan.FromHours(1), _ => 300, async stop =>
        {
            var rows = new List<object?[]>();
            await foreach (var row in set.RowsAsync(default, stop))
            {
                rows.Add(row);
                if (rows.Count == Sampled)
                    break;
            }

            var bytes = new Dictionary<string, double>(StringComparer.Ordinal);
            foreach (var format in OpenFormat.All)
            {
                using var file = new MemoryStream();
                await format.WriteAsync(set, rows.ToAsyncEnumerable(), file, stop);
                bytes[format.Extension] = file.Length / (double)Math.Max(1, rows.Count);
            }

            return bytes;
        }, cancellationToken);
}
