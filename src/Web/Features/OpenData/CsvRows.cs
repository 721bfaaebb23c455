using Songthang.Web.Shared;

namespace Songthang.Web.Features.OpenData;

/// <summary>RFC 4180 with a heading line.</summary>
static class CsvRows
{
    public static async Task WriteAsync(OpenDataset set, IAsyncEnumerable<object?[]> rows, Stream to, CancellationToken cancellationToken)
    {
        var file = new CsvFile(to);
        await file.WriteAsync(set.Columns.Select(column => column.Name), cancellationToken);
        await foreach (var row in rows.WithCancellation(cancellationToken))
            await file.WriteAsync(row.Select(OpenFormat.Written), cancellationToken);
        // Not when something went wrong before: what is left unwritten must be missed.
        await file.DisposeAsync();
    }
}
