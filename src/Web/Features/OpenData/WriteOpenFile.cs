namespace Songthang.Web.Features.OpenData;

/// <param name="Dataset">Which rows.</param>
/// <param name="Format">How they are written.</param>
/// <param name="Days">Of which days.</param>
/// <param name="To">Where they go, piece by piece.</param>
/// <param name="BreakOff">Ends the line without a proper end.</param>
public sealed record OpenFileRequest(OpenDataset Dataset, OpenFormat Format, DayRange Days, Stream To, Action BreakOff);

/// <summary>Somebody takes a dataset away. A file that cannot be finished breaks off, so that nobody takes a part for the whole.</summary>
public sealed class WriteOpenFile
{
    public async Task RunAsync(OpenFileRequest input, CancellationToken cancellationToken)
    {
        try
        {
            await input.Format.WriteAsync(input.Dataset, input.Dataset.RowsAsync(input.Days, cancellationToken), input.To, cancellationToken);
        }
        catch
        {
            input.BreakOff();
            throw;
        }
    }
}
